/// Linear generators of symmetries by the null space of what they violate, and the name of their algebra.
package thalweg.room.symmetry.generator;
