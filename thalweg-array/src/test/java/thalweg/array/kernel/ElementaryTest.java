package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Elementary functions against Hipparchus' decimal floating point at 45 digits, in units of the last place of the
/// exact value; the bounds are those the functions state.
class ElementaryTest {
    private static final DfpField DIGITS = new DfpField(45);
    private static final Dfp ONE = DIGITS.getOne();
    private static final int POINTS = 600;

    /// A function, its exact form, an interval, the stated error.
    record Case(String name, DoubleUnaryOperator f, UnaryOperator<Dfp> exact, double low, double high, double ulps) {
        @Override
        public String toString() {
            return name + " on " + low + " .. " + high;
        }
    }

    static Stream<Case> cases() {
        UnaryOperator<Dfp> expm1 = x -> DfpMath.exp(x).subtract(ONE);
        UnaryOperator<Dfp> tanh = x -> {
            Dfp e = DfpMath.exp(x.multiply(2));
            return e.subtract(ONE).divide(e.add(ONE));
        };
        UnaryOperator<Dfp> logistic = x -> ONE.divide(ONE.add(DfpMath.exp(x.negate())));
        UnaryOperator<Dfp> log1p = x -> DfpMath.log(x.add(ONE));
        return Stream.of(
                new Case("exp", Exponential::exp, DfpMath::exp, -708, 708, 1.1),
                new Case("exp", Exponential::exp, DfpMath::exp, -1, 1, 1.1),
                new Case("expm1", Exponential::expm1, expm1, -40, 40, 2),
                new Case("expm1", Exponential::expm1, expm1, -1, 1, 2),
                new Case("expm1", Exponential::expm1, expm1, -1e-9, 1e-9, 2),
                new Case("tanh", Exponential::tanh, tanh, -22, 22, 2.4),
                new Case("tanh", Exponential::tanh, tanh, -1, 1, 2.4),
                new Case("tanh", Exponential::tanh, tanh, -1e-9, 1e-9, 2.4),
                new Case("logistic", Exponential::logistic, logistic, -700, 40, 2.1),
                new Case("logistic", Exponential::logistic, logistic, -5, 5, 2.1),
                new Case("log", Logarithm::log, DfpMath::log, 1e-300, 1e-290, 0.9),
                new Case("log", Logarithm::log, DfpMath::log, 0.4, 2.5, 0.9),
                new Case("log", Logarithm::log, DfpMath::log, 1, 1e300, 0.9),
                new Case("log1p", Logarithm::log1p, log1p, -0.99, 3, 0.9),
                new Case("log1p", Logarithm::log1p, log1p, -1e-6, 1e-6, 0.9),
                new Case("log1p", Logarithm::log1p, log1p, 1, 1e20, 0.9),
                new Case("sin", Trigonometric::sin, DfpMath::sin, -7, 7, 0.9),
                new Case("sin", Trigonometric::sin, DfpMath::sin, -5e8, 5e8, 0.9),
                new Case("cos", Trigonometric::cos, DfpMath::cos, -7, 7, 0.9),
                new Case("cos", Trigonometric::cos, DfpMath::cos, -5e8, 5e8, 0.9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void errorIsAsStated(Case c) {
        double[] u = Key.of(c.name.hashCode()).uniforms(POINTS);
        for (double x : u) {
            double at = c.low + x * (c.high - c.low);
            assertThat(ulps(c.f.applyAsDouble(at), c.exact.apply(DIGITS.newDfp(at))))
                    .as("%s(%s)", c.name, at)
                    .isLessThanOrEqualTo(c.ulps);
        }
    }

    /// The doubles next to multiples of a right angle, where the reduction cancels.
    @Test
    void reductionHoldsNextToItsZeros() {
        for (int k = 1; k < 300; k++) {
            for (double turns : new double[] {k, k * 165_931.0}) {
                double x = turns * (Math.PI / 2);
                Dfp exact = DIGITS.newDfp(x);
                assertThat(ulps(Trigonometric.sin(x), DfpMath.sin(exact)))
                        .as("sin(%s)", x)
                        .isLessThan(0.9);
                assertThat(ulps(Trigonometric.cos(x), DfpMath.cos(exact)))
                        .as("cos(%s)", x)
                        .isLessThan(0.9);
            }
        }
    }

    /// Outside the fast range: what [StrictMath] says (IEEE 754-2019, section 9.2.1).
    @Test
    void specialValues() {
        double[] special = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            1e-310,
            -1e-310,
            Double.MIN_NORMAL,
            709,
            709.7,
            710,
            -709,
            -740,
            -745.2,
            -746,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            -1,
            -1.5,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        for (double x : special) {
            same(Exponential.exp(x), StrictMath.exp(x), "exp", x);
            same(Exponential.expm1(x), StrictMath.expm1(x), "expm1", x);
            same(Exponential.tanh(x), StrictMath.tanh(x), "tanh", x);
            same(Logarithm.log(x), StrictMath.log(x), "log", x);
            same(Logarithm.log1p(x), StrictMath.log1p(x), "log1p", x);
            same(Trigonometric.sin(x), StrictMath.sin(x), "sin", x);
            same(Trigonometric.cos(x), StrictMath.cos(x), "cos", x);
        }
        assertThat(DoubleStream.of(Double.NEGATIVE_INFINITY, -745.1, 0, 800, Double.POSITIVE_INFINITY, Double.NaN)
                        .map(Exponential::logistic))
                .containsExactly(0.0, Double.MIN_VALUE, 0.5, 1.0, 1.0, Double.NaN);
    }

    private static void same(double found, double expected, String name, double x) {
        if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
            assertThat(found).as("%s(%s)", name, x).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(Math.abs(found - expected)).as("%s(%s)", name, x).isLessThanOrEqualTo(2 * Math.ulp(expected));
        }
    }

    private static double ulps(double found, Dfp exact) {
        Dfp unit = DIGITS.newDfp(Math.ulp(exact.toDouble()));
        return DIGITS.newDfp(found).subtract(exact).divide(unit).abs().toDouble();
    }
}
