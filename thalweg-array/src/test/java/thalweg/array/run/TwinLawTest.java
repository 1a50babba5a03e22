package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.kernel.Gate;

/// Loops over blocks and their vector twins: the same bits at every length and place, unusual numbers included.
class TwinLawTest {
    private static final int[] LENGTHS = {0, 1, 7, 8, 9, 31, 33, 100, 511};
    private static final double[] ODD = {
        0.0, -0.0, 1, -1, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, 1e-300, 3.5
    };

    private static double[] numbers(long seed) {
        double[] x = Key.of(seed).normals(600);
        for (int i = 0; i < x.length; i += 7) {
            x[i] = ODD[i / 7 % ODD.length];
        }
        return x;
    }

    private static void same(Uniform.Loop scalar, Uniform.Loop vector, Formula formula) {
        double[] x = numbers(1);
        double[] y = numbers(2);
        for (double s : ODD) {
            for (int n : LENGTHS) {
                double t = 0.3 - s;
                double[] a = new double[600];
                double[] b = new double[600];
                double[] c = new double[600];
                scalar.apply(x, 3, y, 5, s, t, a, 11, n);
                vector.apply(x, 3, y, 5, s, t, b, 11, n);
                for (int i = 0; i < n; i++) {
                    c[11 + i] = formula.at(x[3 + i], y[5 + i], s, t);
                }
                assertThat(a).as("s %s, n %d", s, n).isEqualTo(c);
                assertThat(b).as("s %s, n %d", s, n).isEqualTo(c);
            }
        }
    }

    private interface Formula {
        double at(double x, double y, double s, double t);
    }

    @Test
    void arithmeticWithNumbers() {
        assumeTrue(Gate.vectors());
        same(UniformLoops::add, UniformLanes::add, (x, y, s, t) -> x + s);
        same(UniformLoops::subFrom, UniformLanes::subFrom, (x, y, s, t) -> s - x);
        same(UniformLoops::mul, UniformLanes::mul, (x, y, s, t) -> x * s);
        same(UniformLoops::div, UniformLanes::div, (x, y, s, t) -> x / s);
        same(UniformLoops::divInto, UniformLanes::divInto, (x, y, s, t) -> s / x);
        same(UniformLoops::scaleAdd, UniformLanes::scaleAdd, (x, y, s, t) -> x * s + y);
        same(UniformLoops::mulShift, UniformLanes::mulShift, (x, y, s, t) -> x * y + t);
        same(UniformLoops::shiftMul, UniformLanes::shiftMul, (x, y, s, t) -> t - x * y);
        same(UniformLoops::scaleShift, UniformLanes::scaleShift, (x, y, s, t) -> x * s + t);
    }

    @Test
    void sumsDownColumns() throws InterruptedException {
        assumeTrue(Gate.vectors());
        double[] x = numbers(3);
        for (int inner = 1; inner < 90; inner++) {
            int n = 590 / inner;
            double[] plain = Key.of(4).normals(100);
            double[] vector = plain.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < inner; j++) {
                    plain[3 + j] += x[2 + i * inner + j];
                }
            }
            int done = ColumnsLanes.add(x, 2, n, inner, vector, 3);
            assertThat(done).isGreaterThan(inner - 8);
            assertThat(Arrays.copyOfRange(vector, 3, 3 + done)).isEqualTo(Arrays.copyOfRange(plain, 3, 3 + done));
            double[] whole = Key.of(4).normals(100);
            Columns.sum(x, 2, n, inner, whole, 3, true);
            assertThat(whole).isEqualTo(plain);
        }
    }
}
