package thalweg.room.law.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.formula.Equation;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.study.Lab;

class CurveFitTest {
    private static final double NONE = Double.NaN;

    private static Rows rows(double[] x, double[] y) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return new Rows(new double[][] {x}, y, ones);
    }

    /// Of 1,000 repetitions with noise, the stated 95 % interval holds the truth in 93 to 97 % (the count scatters by
    /// 0.7 %).
    @Test
    void intervalsCoverWhatTheySay() {
        Curve curve = Curve.of(Formula.parse("a*exp(-x/tau)"), List.of("x"), List.of("a", "tau"));
        double t = 2.160368656461013; // Student's t at 97.5 % of 13 degrees of freedom
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            double[] noise = Key.of(3).fold(i).normals(15);
            double[] x = new double[15];
            double[] y = new double[15];
            for (int k = 0; k < 15; k++) {
                x[k] = k / 2.0;
                y[k] = 10 * Math.exp(-x[k] / 3) + 0.3 * noise[k];
            }
            CurveFit fit = CurveFit.of(Lab.quiet(), curve, rows(x, y), new double[] {9, 2}, Box.everywhere(2), 1);
            double error = Math.sqrt(fit.covariance()[3] * fit.reduced());
            held += Math.abs(fit.place()[1] - 3) <= t * error ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }

    @Test
    void findsWhatIsLinear() {
        assertThat(linear("b1*exp(-b2*x) + b3", "b1", "b2", "b3")).containsExactly(0, 2);
        assertThat(linear("(a + b*x)/(1 + c*x)", "a", "b", "c")).containsExactly(0, 1);
        assertThat(linear("a*b*x + a*c", "a", "b", "c")).containsExactly(1, 2);
        assertThat(linear("exp(a + b*x)", "a", "b")).isEmpty();
        assertThat(linear("a^2*x", "a")).isEmpty();
    }

    private static List<Integer> linear(String formula, String... names) {
        return Curve.of(Formula.parse(formula), List.of("x"), List.of(names)).linear();
    }

    /// The slopes of the projected deviations against centred differences.
    @Test
    void projectedSlopesAreExact() {
        Curve curve = Curve.of(
                Formula.parse("a*exp(-b*x) + c*x/(d + x) + sin(b)"), List.of("x"), List.of("a", "b", "c", "d"));
        double[] x = {0.1, 0.5, 0.9, 1.4, 2, 3, 5};
        double[] y = {2, 1.1, 0.9, 1.2, 0.8, 1.1, 1.3};
        Projection projection = new Projection(curve, rows(x, y), () -> false);
        double[] place = {0.7, 1.3};
        double[] slopes = new double[14];
        projection.jacobian(place, slopes);
        for (int j = 0; j < 2; j++) {
            double h = 1e-5;
            double[] up = place.clone();
            double[] down = place.clone();
            up[j] += h;
            down[j] -= h;
            double[] above = new double[7];
            double[] below = new double[7];
            projection.residual(up, above);
            projection.residual(down, below);
            for (int i = 0; i < 7; i++) {
                assertThat(slopes[2 * i + j]).isCloseTo((above[i] - below[i]) / (2 * h), within(1e-8));
            }
        }
    }

    @Test
    void boundsHoldWhileSearching() {
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i] = i;
            y[i] = 5 * Math.exp(-(x[i] - 12) * (x[i] - 12) / 18);
        }
        Curve curve = Curve.of(Formula.parse("a*exp(-(x - m)^2/(2*s^2))"), List.of("x"), List.of("a", "m", "s"));
        Box box = new Box(new double[] {0, 0, 0.1}, new double[] {10, 39, 20});
        CurveFit free = CurveFit.of(Lab.quiet(), curve, rows(x, y), new double[] {NONE, NONE, NONE}, box, 400);
        assertThat(free.place()).containsExactly(new double[] {5, 12, 3}, within(1e-12));
        assertThat(free.agreeing()).isGreaterThan(5);
        Box narrow = new Box(new double[] {0, 14, 0.1}, new double[] {10, 39, 20});
        CurveFit held = CurveFit.of(Lab.quiet(), curve, rows(x, y), new double[] {NONE, NONE, NONE}, narrow, 400);
        assertThat(held.place()[1]).isEqualTo(14);
        assertThat(held.held()).containsExactly(false, true, false);
        assertThat(held.determined(1)).isFalse();
    }

    @Test
    void aFormulaThatIsNowhereFiniteEndsInWords() {
        Curve curve = Curve.of(Formula.parse("log(-1 - (b*x)^2)"), List.of("x"), List.of("b"));
        CurveFit fit = CurveFit.of(
                Lab.quiet(),
                curve,
                rows(new double[] {1, 2, 3}, new double[] {1, 2, 3}),
                new double[] {NONE},
                Box.everywhere(1),
                50);
        assertThat(fit.ending()).isInstanceOf(Ending.Diverged.class);
        assertThat(fit.ending().message()).contains("at none of 50 random places");
        assertThat(fit.place()).containsExactly(NONE);
    }

    @Test
    void idleParametersAreNamed() {
        double[] x = {0, 0, 0};
        Curve curve = Curve.of(Formula.parse("a + b*x + c*0"), List.of("x"), List.of("a", "b", "c"));
        double[] start = {NONE, NONE, NONE};
        assertThat(Idle.of(curve, rows(x, x), start, Box.everywhere(3))).containsExactly("b", "c");
        Equation peaks = Equation.parse(Strd.formula("Gauss1"));
        List<String> names =
                peaks.right().names().stream().filter(n -> n.startsWith("b")).toList();
        Curve gauss = Curve.of(peaks.right(), List.of("x"), names);
        double[] unknown = new double[8];
        Arrays.fill(unknown, NONE);
        Rows rows = rows(Strd.table("Gauss1").numbers("x"), Strd.table("Gauss1").numbers("y"));
        assertThat(Idle.of(gauss, rows, unknown, Box.everywhere(8))).isEmpty();
    }
}
