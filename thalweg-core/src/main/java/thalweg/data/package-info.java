/// Tables of numbers as people have them: columns with units, read from files as they are, streamed where they are
/// large.
package thalweg.data;
