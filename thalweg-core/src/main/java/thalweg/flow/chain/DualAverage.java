package thalweg.flow.chain;

import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Power;

/// The step size that brings the mean acceptance to a target, by stochastic approximation:
/// `H := (1 - 1/(t + 10)) H + (target - a)/(t + 10)`, `ln h = mu - sqrt(t) H / 0.05`,
/// `ln h_mean := t^(-3/4) ln h + (1 - t^(-3/4)) ln h_mean`.
///
/// Hoffman and Gelman, JMLR 15 (2014) 1593, section 3.2.
///
/// @param center mu, the logarithm that steps are drawn to
/// @param count t
/// @param gap H
/// @param logStep ln h
/// @param logMean ln h_mean, the answer
record DualAverage(double center, long count, double gap, double logStep, double logMean) {
    private static final double GAMMA = 0.05;
    private static final double DELAY = 10;
    private static final double KAPPA = 0.75;

    /// Begins at a step size; drawn to ten times as much.
    static DualAverage from(double step) {
        return new DualAverage(Logarithm.log(10 * step), 0, 0, Logarithm.log(step), 0);
    }

    DualAverage after(double acceptance, double target) {
        double t = count + 1.0;
        double weight = 1 / (t + DELAY);
        double g = (1 - weight) * gap + weight * (target - acceptance);
        double log = center - Math.sqrt(t) / GAMMA * g;
        double share = Power.pow(t, -KAPPA);
        return new DualAverage(center, count + 1, g, log, share * log + (1 - share) * logMean);
    }

    double step() {
        return Exponential.exp(logStep);
    }

    double mean() {
        return Exponential.exp(count == 0 ? logStep : logMean);
    }
}
