/// Mechanics: motion followed with its conserved quantities, and learned with them built in.
package thalweg.room.mechanics;
