package thalweg.room.law.power;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/// Whether a power law explains the data: a test with its p-value.
public sealed interface Goodness {
    /// Below this p-value a law does not explain the data.
    double SIGNIFICANT = 0.01;

    /// A scatter of logarithms that is rounding.
    double EXACT = 1e-12;

    /// The probability of data at least as far from the law, if it is true; NaN where nothing could be tested.
    double p();

    /// Whether nothing speaks against the law.
    default boolean explains() {
        return !(p() <= SIGNIFICANT);
    }

    /// Errors are known: the sum of squared deviations in units of the errors, against the chi-squared law.
    record ChiSquare(double chi2, long degreesOfFreedom, double p) implements Goodness {
        static ChiSquare of(double chi2, long degreesOfFreedom) {
            double p = degreesOfFreedom < 1 ? Double.NaN : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, chi2 / 2);
            return new ChiSquare(chi2, degreesOfFreedom, p);
        }

        /// `chi2 / degreesOfFreedom`, 1 in the mean for a true law and true errors.
        public double reduced() {
            return chi2 / degreesOfFreedom;
        }
    }

    /// Errors are not known: whether squares (and products) of the logarithms explain more than chance allows.
    ///
    /// @param f the statistic, F of `terms` and `degreesOfFreedom`
    record Curvature(double f, int terms, long degreesOfFreedom, double p) implements Goodness {
        /// @param f of `terms` additional terms with `degreesOfFreedom` left
        static Curvature of(double f, int terms, long degreesOfFreedom) {
            return new Curvature(f, terms, degreesOfFreedom, upper(f, terms, degreesOfFreedom));
        }
    }

    /// Units restrict the exponents: whether free ones explain more than chance allows.
    ///
    /// @param f the statistic, F of `terms` and `degreesOfFreedom`
    record Restriction(double f, long terms, long degreesOfFreedom, double p) implements Goodness {}

    /// Whether a law with restricted exponents explains the data as well as one with free exponents does, both by
    /// ordinary least squares.
    static Goodness restricted(PowerLaw restricted, PowerLaw free) {
        long terms = restricted.degreesOfFreedom() - free.degreesOfFreedom();
        if (restricted.scatter() <= EXACT) {
            return new Untested("the rows lie on the law to rounding");
        }
        if (terms < 1 || !free.goodness().explains()) {
            return free.goodness();
        }
        double own = free.scatter() * free.scatter();
        double squares = restricted.scatter() * restricted.scatter() * restricted.degreesOfFreedom();
        double f = Math.max(0, squares / own - free.degreesOfFreedom()) / terms;
        double p = upper(f, terms, free.degreesOfFreedom());
        return p > SIGNIFICANT ? free.goodness() : new Restriction(f, terms, free.degreesOfFreedom(), p);
    }

    private static double upper(double f, long terms, long free) {
        return Double.isInfinite(f) ? 0 : Beta.regularizedBeta(free / (free + terms * f), free / 2.0, terms / 2.0);
    }

    /// No test was possible, and why.
    record Untested(String why) implements Goodness {
        @Override
        public double p() {
            return Double.NaN;
        }
    }
}
