/// Dense linear algebra on row-major `double[]`: factorisations, least squares, eigenvalues, Krylov methods.
///
/// A matrix of `rows` by `columns` is an array of length `rows * columns` with element `(i, j)` at `i * columns + j`.
package thalweg.linalg;
