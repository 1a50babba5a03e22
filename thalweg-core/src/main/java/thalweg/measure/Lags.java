package thalweg.measure;

/// The autocovariance of several stretches of one length, lag by lag, as far as somebody asks:
///
///     g(t) = mean over stretches of (1 / n) sum_i (x_i - m)(x_{i+t} - m),    m the mean of the stretch.
interface Lags {
    /// How many stretches there are.
    int count();

    /// The length of each.
    int length();

    /// The mean of each.
    double[] means();

    /// `g(lag)`, for `0 <= lag < length`.
    double at(int lag);
}
