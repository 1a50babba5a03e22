/// Fields of motion learned from states and slopes, or from paths: the Hamiltonian, and what it is measured against.
package thalweg.room.mechanics.field;
