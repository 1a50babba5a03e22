package thalweg.room.law.tail;

/// A power law above `x_min`, continuous or discrete: `p(x) ~ x^-alpha, x_min <= x <= x_max`.
public sealed interface PowerTail extends TailLaw permits Pareto, Zeta {
    /// The power law of greatest likelihood for the points of `sample` from its `i`-th distinct value on.
    ///
    /// @param min where the law begins, at or below the `i`-th distinct value
    /// @param near where the search for alpha begins
    static PowerTail fit(Sample sample, int i, double min, double near) {
        return sample.discrete() ? Zeta.fit(sample, i, min, near) : Pareto.fit(sample, i, min);
    }

    double alpha();

    double min();

    /// Infinity where there is no bound.
    double max();

    /// The variance of `ln x`: the Fisher information of one point about alpha.
    double information();

    /// The probability to lie at or above `x >= x_min`.
    ///
    /// @param log the natural logarithm of `x`, which the caller has at hand
    double survival(double x, double log);

    /// The probability to lie strictly above `x >= x_min`.
    double beyond(double x, double log);

    /// The `x` with survival `u` for `0 < u <= 1`: a draw for a uniform `u`.
    double quantile(double u);

    /// The standard error of alpha from `points` points.
    default double error(int points) {
        return 1 / Math.sqrt(points * information());
    }

    @Override
    default String name() {
        return "power law";
    }
}
