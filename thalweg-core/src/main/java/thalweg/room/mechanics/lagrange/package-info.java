/// Lagrangians learned from positions, velocities and accelerations.
package thalweg.room.mechanics.lagrange;
