/// Forces between pairs of particles learned from their motion: Newton's third law by construction.
package thalweg.room.mechanics.pair;
