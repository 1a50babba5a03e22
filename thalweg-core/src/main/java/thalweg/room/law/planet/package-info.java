/// Planets that never were: masses, distances, periods, and what a noisy astronomer would write down of them.
package thalweg.room.law.planet;
