/// The distributions of Stan on tensors: log densities, distribution functions, and draws.
package thalweg.stan.density;
