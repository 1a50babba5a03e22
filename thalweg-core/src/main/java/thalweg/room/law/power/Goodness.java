package thalweg.room.law.power;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/// Whether a power law explains the data: a test with its p-value.
public sealed interface Goodness {
    /// Below this p-value a law does not explain the data.
    double SIGNIFICANT = 0.01;

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
            double p = Beta.regularizedBeta(
                    degreesOfFreedom / (degreesOfFreedom + terms * f), degreesOfFreedom / 2.0, terms / 2.0);
            return new Curvature(f, terms, degreesOfFreedom, p);
        }
    }

    /// No test was possible, and why.
    record Untested(String why) implements Goodness {
        @Override
        public double p() {
            return Double.NaN;
        }
    }
}
