/// What a tail may be instead of a power law: log-normal, exponential, stretched exponential, power law with a
/// cut-off, Poisson; each at its greatest likelihood, and Vuong's test between it and the power law.
package thalweg.room.law.rival;
