package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.landscape.Box;

class LevenbergMarquardtTest {
    /// Rosenbrock's valley as residuals `10 (y - x^2), 1 - x`.
    private static final Residuals VALLEY = residuals(
            2, (x, r) -> set(r, 10 * (x[1] - x[0] * x[0]), 1 - x[0]), (x, j) -> set(j, -20 * x[0], 10, -1, 0));

    private interface Writes {
        void at(double[] x, double[] out);
    }

    private static void set(double[] out, double... values) {
        System.arraycopy(values, 0, out, 0, values.length);
    }

    private static Residuals residuals(int count, Writes residual, Writes jacobian) {
        return new Residuals() {
            @Override
            public int parameters() {
                return 2;
            }

            @Override
            public int count() {
                return count;
            }

            @Override
            public void residual(double[] x, double[] out) {
                residual.at(x, out);
            }

            @Override
            public void jacobian(double[] x, double[] out) {
                jacobian.at(x, out);
            }
        };
    }

    @Test
    void anExactFitIsFound() {
        Fit fit = new LevenbergMarquardt().fit(VALLEY, new double[] {-1.2, 1});
        assertThat(fit.place()).containsExactly(new double[] {1, 1}, within(1e-14));
        assertThat(fit.ending()).isInstanceOf(Ending.Converged.class);
    }

    /// A slope of 1e-170 squares to nothing: its direction is flat, where a step along it would overflow.
    @Test
    void aVanishingSlopeIsNone() {
        Residuals faint =
                residuals(2, (x, r) -> set(r, x[0] - 1, 1e-170 * x[1] + 1), (x, j) -> set(j, 1, 0, 0, 1e-170));
        Fit fit = new LevenbergMarquardt().fit(faint, new double[] {3, 5});
        assertThat(fit.place()).containsExactly(1, 5);
        assertThat(fit.rank()).isEqualTo(1);
    }

    /// With x <= 1/2 the least value is at (1/2, 1/4), where `E = (1 - 1/2)^2`.
    @Test
    void aBoundHolds() {
        Box box = new Box(new double[] {-9, -9}, new double[] {0.5, 9});
        Fit fit = new LevenbergMarquardt().fit(VALLEY, new double[] {-1.2, 1}, box);
        assertThat(fit.place()).containsExactly(new double[] {0.5, 0.25}, within(1e-12));
        assertThat(fit.held()).containsExactly(true, false);
        assertThat(fit.sumOfSquares()).isCloseTo(0.25, within(1e-12));
        assertThat(fit.covariance()[0]).isEqualTo(0);
        assertThat(fit.ending()).isInstanceOf(Ending.Converged.class);
    }

    /// A straight line through (0, 1), (1, 3), (2, 4), (3, 4): intercept 1.5, slope 1, residual sum 1, and the
    /// variance of the slope is `(1 / 2) / 5`.
    @Test
    void aLineHasTheTextbookErrors() {
        double[] y = {1, 3, 4, 4};
        Residuals line = residuals(
                4,
                (x, r) -> {
                    for (int i = 0; i < 4; i++) {
                        r[i] = x[0] + x[1] * i - y[i];
                    }
                },
                (x, j) -> set(j, 1, 0, 1, 1, 1, 2, 1, 3));
        Fit fit = new LevenbergMarquardt().fit(line, new double[] {40, -7});
        assertThat(fit.place()).containsExactly(new double[] {1.5, 1}, within(1e-14));
        assertThat(fit.sumOfSquares()).isCloseTo(1, within(1e-14));
        assertThat(fit.standardError(1)).isCloseTo(Math.sqrt(0.1), within(1e-14));
        assertThat(fit.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void aFlatDirectionIsSaid() {
        Residuals flat = residuals(
                3,
                (x, r) -> set(r, x[0] + x[1] - 1, x[0] + x[1] - 2, x[0] + x[1] - 3),
                (x, j) -> set(j, 1, 1, 1, 1, 1, 1));
        Fit fit = new LevenbergMarquardt().fit(flat, new double[] {5, 5});
        assertThat(fit.place()[0] + fit.place()[1]).isCloseTo(2, within(1e-12));
        assertThat(fit.rank()).isEqualTo(1);
        assertThat(fit.ending().message()).contains("1 direction(s) are flat");
    }

    @Test
    void slopesThatAreNotFiniteEndTheRun() {
        Residuals bad = residuals(2, (x, r) -> set(r, x[0], x[1]), (x, j) -> set(j, Double.NaN, 0, 0, 1));
        Fit fit = new LevenbergMarquardt().fit(bad, new double[] {1, 1});
        assertThat(fit.ending()).isInstanceOf(Ending.Diverged.class);
    }

    @Test
    void misuseSaysWhatToDo() {
        Residuals log = residuals(2, (x, r) -> set(r, StrictMath.log(x[0]), x[1]), (x, j) -> set(j, 1 / x[0], 0, 0, 1));
        assertThatThrownBy(() -> new LevenbergMarquardt().fit(log, new double[] {-1, 1}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("start inside the model's domain");
        assertThatThrownBy(() -> new LevenbergMarquardt().fit(log, new double[] {1}))
                .isInstanceOf(Misuse.class);
    }
}
