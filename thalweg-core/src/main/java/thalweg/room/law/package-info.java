/// The room of laws: from a table of numbers to the shortest formula that explains it, with exponents,
/// constants and their errors. Power laws and heavy tails stand here.
package thalweg.room.law;
