package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;

class ConvergenceOrderTest {
    @Test
    void exactPower() {
        double[] h = {0.1, 0.4, 0.2, 0.05};
        double[] error = new double[4];
        for (int i = 0; i < 4; i++) {
            error[i] = 3 * Math.pow(h[i], 4);
        }
        ConvergenceOrder order = ConvergenceOrder.of(h, error);
        assertThat(order.order().value()).isCloseTo(4, within(1e-12));
        assertThat(order.order().error()).isLessThan(1e-12);
        assertThat(order.constant()).isCloseTo(3, within(1e-11));
        assertThat(order.local()).hasSize(3);
    }

    /// The trapezoid rule on exp over [0, 1] is of order 2 until rounding; Simpson's of order 4.
    @Test
    void rulesOfQuadrature() {
        int[] cells = {4, 8, 16, 32, 64, 128, 1 << 14, 1 << 16, 1 << 18, 1 << 20};
        double[] h = new double[cells.length];
        double[] trapezoid = new double[cells.length];
        double[] simpson = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            h[i] = 1.0 / cells[i];
            trapezoid[i] = Math.abs(rule(cells[i]) - Math.expm1(1));
            simpson[i] = Math.abs((4 * rule(2 * cells[i]) - rule(cells[i])) / 3 - Math.expm1(1));
        }
        ConvergenceOrder second = ConvergenceOrder.of(h, trapezoid, 1e-9, 1);
        assertThat(second.order().value()).isCloseTo(2, within(0.002));
        ConvergenceOrder fourth = ConvergenceOrder.of(h, simpson, 1e-12, 1);
        assertThat(fourth.order().value()).isCloseTo(4, within(0.01));
        assertThat(fourth.order().error()).isBetween(1e-5, 0.01);
        assertThat(fourth.used()).isEqualTo(6);
    }

    @Test
    void tooFewPoints() {
        ConvergenceOrder two = ConvergenceOrder.of(new double[] {1, 2}, new double[] {1, 8});
        assertThat(two.order().value()).isCloseTo(3, within(1e-14));
        assertThat(two.order().error()).isNaN();
        ConvergenceOrder none = ConvergenceOrder.of(new double[] {1, 2, 3}, new double[] {0, Double.NaN, 1});
        assertThat(none.order().remark()).startsWith("1 error");
        assertThatThrownBy(() -> ConvergenceOrder.of(new double[] {0}, new double[] {1}))
                .isInstanceOf(Misuse.class);
    }

    private static double rule(int cells) {
        double sum = 0.5 * (1 + Math.E);
        for (int i = 1; i < cells; i++) {
            sum += Math.exp((double) i / cells);
        }
        return sum / cells;
    }
}
