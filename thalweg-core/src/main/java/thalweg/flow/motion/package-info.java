/// Integrators of the law of motion: Runge-Kutta, splittings and their compositions, collocation, Langevin.
package thalweg.flow.motion;
