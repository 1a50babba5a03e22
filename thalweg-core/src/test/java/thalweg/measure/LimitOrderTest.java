package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;

class LimitOrderTest {
    private static double[] steps(int n, double ratio) {
        double[] h = new double[n];
        for (int i = 0; i < n; i++) {
            h[i] = 0.4 * StrictMath.pow(ratio, i);
        }
        return h;
    }

    @Test
    void theNextOrdersAreLetIn() {
        double[] h = steps(12, 0.88);
        double[][] e = new double[12][2];
        double[] size = new double[12];
        for (int i = 0; i < 12; i++) {
            double five = StrictMath.pow(h[i], 5);
            e[i][0] = five * (1e-3 - 0.02 * h[i] + 0.01 * h[i] * h[i]);
            e[i][1] = five * (2e-3 + 0.05 * h[i] + 0.03 * h[i] * h[i]);
            size[i] = Math.abs(e[i][1]);
        }
        assertThat(ConvergenceOrder.of(h, size).order().value()).isGreaterThan(5.7);
        assertThat(LimitOrder.of(h, e, 1e-10, 1, 1).order()).isCloseTo(5, within(1e-3));
    }

    /// Euler's step on `x' = x` to t = 1: `(1 + h)^(1/h)`, of order 1 with all orders behind it.
    @Test
    void eulerIsOfOrderOne() {
        double[] h = new double[12];
        double[][] e = new double[12][1];
        for (int i = 0; i < 12; i++) {
            int n = 20 + 10 * i;
            h[i] = 1.0 / n;
            e[i][0] = StrictMath.pow(1 + h[i], n) - Math.E;
        }
        assertThat(LimitOrder.of(h, e, 1e-6, 1, 1).order()).isCloseTo(1, within(1e-3));
    }

    @Test
    void fewErrorsAreNoOrder() {
        LimitOrder few = LimitOrder.of(steps(3, 0.5), new double[][] {{1}, {0.5}, {0.25}}, 0.3, 2, 1);
        assertThat(few.order()).isNaN();
        assertThat(few.used()).isEqualTo(2);
        assertThatThrownBy(() -> LimitOrder.of(new double[] {0}, new double[][] {{1}}, 0, 1, 1))
                .isInstanceOf(Misuse.class);
    }
}
