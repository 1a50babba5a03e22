package thalweg.stan.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Objects;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import thalweg.array.Tensor;

/// Densities and distribution functions against closed forms with the special functions of Hipparchus.
final class LawTest {
    private static final double[] PLACES = {0.3, 0.8, 1.4, 2.6, 5.1};

    private static void law(String name, java.util.function.DoubleUnaryOperator expected, double... a) {
        Tensor[] arguments = new Tensor[a.length];
        for (int i = 0; i < a.length; i++) {
            arguments[i] = Tensor.of(a[i]);
        }
        Law law = Objects.requireNonNull(Laws.named(name), name);
        double[] lanes = law.each(Tensor.vector(PLACES), arguments).toArray();
        for (int i = 0; i < PLACES.length; i++) {
            double known = expected.applyAsDouble(PLACES[i]);
            assertThat(law.each(Tensor.of(PLACES[i]), arguments).value())
                    .as(name)
                    .isCloseTo(known, offset(1e-11));
            assertThat(lanes[i]).as(name).isCloseTo(known, offset(1e-11));
        }
    }

    private static double log(double x) {
        return StrictMath.log(x);
    }

    @Test
    void realLaws() {
        law("normal", y -> -0.5 * (y - 1) * (y - 1) / 4 - log(2) - 0.5 * log(2 * Math.PI), 1, 2);
        law("lognormal", y -> -0.5 * StrictMath.pow(log(y) - 1, 2) / 4 - log(2 * y) - 0.5 * log(2 * Math.PI), 1, 2);
        law("cauchy", y -> -log(Math.PI * 2 * (1 + (y - 1) * (y - 1) / 4)), 1, 2);
        law(
                "student_t",
                y -> Gamma.logGamma(2.5)
                        - Gamma.logGamma(2)
                        - 0.5 * log(4 * Math.PI)
                        - log(3)
                        - 2.5 * log(1 + (y - 1) * (y - 1) / 36),
                4,
                1,
                3);
        law("double_exponential", y -> -Math.abs(y - 1) / 2 - log(4), 1, 2);
        law("logistic", y -> -(y - 1) / 2 - log(2) - 2 * log(1 + StrictMath.exp(-(y - 1) / 2)), 1, 2);
        law("gamma", y -> 3 * log(2) - Gamma.logGamma(3) + 2 * log(y) - 2 * y, 3, 2);
        law("inv_gamma", y -> 3 * log(2) - Gamma.logGamma(3) - 4 * log(y) - 2 / y, 3, 2);
        law("exponential", y -> log(2) - 2 * y, 2);
        law("weibull", y -> log(1.5 / 2) + 0.5 * log(y / 2) - StrictMath.pow(y / 2, 1.5), 1.5, 2);
        law("pareto", y -> log(2) + 2 * log(0.1) - 3 * log(y), 0.1, 2);
    }

    @Test
    void boundedLaws() {
        Law beta = Objects.requireNonNull(Laws.named("beta"));
        for (double y : new double[] {0.1, 0.3, 0.5, 0.7, 0.95}) {
            double known = log(y) + 2 * log(1 - y) - Beta.logBeta(2, 3);
            assertThat(beta.each(Tensor.of(y), Tensor.of(2), Tensor.of(3)).value())
                    .isCloseTo(known, offset(1e-12));
        }
    }

    @Test
    void countsSumToOne() {
        sums("poisson", 60, 7.0);
        sums("binomial", 20, 20, 0.3);
        sums("neg_binomial_2", 400, 5, 3);
        sums("neg_binomial", 400, 3, 0.5);
        sums("beta_binomial", 15, 15, 2, 3);
    }

    private static void sums(String name, int most, double... a) {
        Tensor[] arguments = new Tensor[a.length];
        for (int i = 0; i < a.length; i++) {
            arguments[i] = Tensor.of(a[i]);
        }
        Tensor y = Tensor.range(most + 1).real();
        Tensor log = Objects.requireNonNull(Laws.named(name)).each(y, arguments);
        assertThat(log.exp().sum().value()).as(name).isCloseTo(1, offset(1e-10));
    }

    @Test
    void tailsOfTheNormal() {
        for (double z : new double[] {-8, -2, -0.3, 0, 0.7, 3, 6}) {
            double known = log(0.5 * Erf.erfc(-z / Math.sqrt(2)));
            assertThat(Special.logPhi(Tensor.of(z)).value())
                    .isCloseTo(known, offset(1e-12 * Math.max(1, Math.abs(known))));
        }
        // Mills' ratio: log Phi(-30) = -454.32124395634321 (Abramowitz and Stegun 26.2.12 to eight terms).
        assertThat(Special.logPhi(Tensor.of(-30)).value()).isCloseTo(-454.3212439563432, offset(1e-9));
    }

    @Test
    void quantilesInvert() {
        for (double p : new double[] {1e-10, 0.01, 0.3, 0.5, 0.9, 0.999}) {
            double z = Quantiles.normal(Tensor.of(p)).value();
            assertThat(0.5 * Erf.erfc(-z / Math.sqrt(2))).isCloseTo(p, offset(1e-12 * p));
        }
    }
}
