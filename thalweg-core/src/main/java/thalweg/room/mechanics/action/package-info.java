/// Paths on which the action is stationary.
package thalweg.room.mechanics.action;
