/// Curvature of losses: Hessian, Gauss-Newton and Fisher matrices as maps of vectors, their eigenvalues and densities,
/// and how gradient descent lives with the largest of them.
package thalweg.room.learning.spectrum;
