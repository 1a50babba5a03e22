/// Maps of phase space that are symplectic whatever their parameters are, learned from pairs of states.
package thalweg.room.mechanics.map;
