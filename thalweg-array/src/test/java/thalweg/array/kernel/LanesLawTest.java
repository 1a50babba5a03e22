package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;

/// Every twin of every function has the same bits, at any offset and length, in place or not.
class LanesLawTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-310,
        Double.MIN_NORMAL,
        1e-8,
        0.5,
        -1,
        1,
        22,
        -23,
        700,
        709,
        -709,
        -750,
        1e10,
        -1e10,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @Test
    void twinsAgreeInEveryBit() {
        double[] x = arguments();
        for (Twin twin : Lanes.all()) {
            double[] scalar = new double[x.length];
            double[] vector = new double[x.length];
            twin.scalar().apply(x, 0, scalar, 0, x.length);
            twin.vector().apply(x, 0, vector, 0, x.length);
            agree(twin.name(), x, scalar, vector);
            for (int length = 0; length < 20; length++) {
                double[] part = x.clone();
                twin.vector().apply(part, 3 + length, part, 3 + length, length);
                double[] expected = x.clone();
                System.arraycopy(scalar, 3 + length, expected, 3 + length, length);
                agree(twin.name() + " in place", x, expected, part);
            }
        }
    }

    @Test
    void twinsOfTwoArgumentsAgreeInEveryBit() {
        double[] x = arguments();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[(7 * i + 11) % x.length];
        }
        for (BinaryTwin twin : Lanes.binary()) {
            double[] scalar = new double[x.length];
            double[] vector = x.clone();
            twin.scalar().apply(x, 0, y, 0, scalar, 0, x.length);
            twin.vector().apply(vector, 0, y, 0, vector, 0, x.length);
            agree(twin.name(), x, scalar, vector);
            for (int length = 0; length < 20; length++) {
                double[] part = new double[x.length];
                twin.vector().apply(x, 3 + length, y, 5, part, 1, length);
                double[] expected = new double[x.length];
                twin.scalar().apply(x, 3 + length, y, 5, expected, 1, length);
                agree(twin.name() + " at offsets", x, expected, part);
            }
        }
    }

    static double[] arguments() {
        double[] z = Key.of(1).normals(3000);
        double[] x = new double[3000 + SPECIAL.length];
        for (int i = 0; i < 3000; i++) {
            x[i] = i % 3 == 0 ? Math.abs(z[i]) : i % 3 == 1 ? 30 * z[i] : Math.scalb(z[i], i % 700 - 350);
        }
        System.arraycopy(SPECIAL, 0, x, 3000, SPECIAL.length);
        return x;
    }

    private static void agree(String name, double[] x, double[] expected, double[] found) {
        for (int i = 0; i < x.length; i++) {
            assertThat(Double.doubleToLongBits(found[i]))
                    .as("%s(%s): %s and %s", name, x[i], expected[i], found[i])
                    .isEqualTo(Double.doubleToLongBits(expected[i]));
        }
    }
}
