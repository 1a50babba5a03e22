/// Symmetries that show after a change of variables: the least violation over invertible maps.
package thalweg.room.symmetry.hidden;
