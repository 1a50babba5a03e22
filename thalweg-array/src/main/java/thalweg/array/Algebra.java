package thalweg.array;

/// Factorisations and solutions of linear systems; leading axes are a batch.
///
/// Derivatives: M. Giles, *Collected matrix derivative results for forward and reverse mode* (2008); I. Murray,
/// arXiv:1602.07527 for Cholesky. Between equal eigenvalues the derivative of the eigenvectors is taken as 0, which is
/// right for every function that does not depend on the choice of a basis in their common space.
public sealed interface Algebra extends Op {
    /// The lower factor `L` of `L L' = (A + A') / 2`; NaN where that is not positive definite.
    record Cholesky() implements Algebra {}

    /// `X` with `A X = B`, or `A' X = B`, where one triangle of `A` is read; operands (A, B), B a matrix.
    record TriangularSolve(boolean lower, boolean transposed) implements Algebra {}

    /// `X` with `A X = B`, or `A' X = B`, by LU with row exchange; operands (A, B), B a matrix.
    record Solve(boolean transposed) implements Algebra {}

    /// Two results of `A`: `log |det A|` and the sign of the determinant.
    record LogDet() implements Algebra {}

    /// Two results of `(A + A') / 2`: eigenvalues in ascending order, and eigenvectors as columns.
    record Eigen() implements Algebra {}
}
