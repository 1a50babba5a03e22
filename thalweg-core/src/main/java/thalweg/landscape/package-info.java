/// Energies, where their slopes come from, and the flat door through which algorithms on plain arrays see them.
package thalweg.landscape;
