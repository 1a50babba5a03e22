/// The room of symmetries: what does not change in trajectories and collisions, the generators behind it, and
/// symmetries that show after a change of variables.
package thalweg.room.symmetry;
