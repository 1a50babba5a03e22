/// Orbits followed by the integrators of `flow.motion` and judged by what they must conserve.
package thalweg.room.mechanics.orbit;
