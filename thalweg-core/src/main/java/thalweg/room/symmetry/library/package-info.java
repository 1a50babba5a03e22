/// Functions of the coordinates from which laws are combined, as formulas.
package thalweg.room.symmetry.library;
