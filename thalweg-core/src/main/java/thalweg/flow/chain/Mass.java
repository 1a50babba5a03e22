package thalweg.flow.chain;

/// From what a chain learns its metric while it warms up.
public enum Mass {
    /// Nothing: the metric stays as given.
    FIXED,
    /// `D^2 = var x`, in windows that double. Stan's.
    DRAWS,
    /// `D^2 = sqrt(var x / var g)` of draws and slopes: the diagonal that minimises the Fisher divergence. nutpie's;
    /// Seyboldt, Carlson and Carpenter (2026), arXiv:2603.18845.
    SLOPES,
    /// `SLOPES` and the few directions in which that is far from right, by the geometric mean of the covariance of
    /// draws
    /// and the inverse covariance of slopes in the space that both span.
    LOW_RANK,
    /// All covariances of the draws, shrunk; a triangle of `d^2 / 2` numbers.
    DENSE
}
