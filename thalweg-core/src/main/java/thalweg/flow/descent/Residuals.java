package thalweg.flow.descent;

/// The residuals `r(x)` whose sum of squares is to be least, and their slopes: `E(x) = |r(x)|^2 / 2`.
///
/// Weights belong into the residuals: `r_i = (model_i(x) - y_i) / sigma_i`.
public interface Residuals {
    /// The number of parameters, the length of `x`.
    int parameters();

    /// The number of residuals.
    int count();

    /// Writes `r(x)`; numbers that are not finite say that `x` lies outside the domain.
    void residual(double[] x, double[] residual);

    /// Writes the exact slopes `dr_i/dx_j` at `i * parameters() + j`; called where [#residual] was called last
    /// or before.
    void jacobian(double[] x, double[] jacobian);
}
