package thalweg.room.mechanics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Rate;
import thalweg.model.TanhSum;

/// What holds for any parameters, trained or not.
class StructureLawTest {
    private static TanhSum random(Key key, int k, int n) {
        double[] half = key.fold(4).normals(n * n);
        double[] q = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                q[a * n + b] = 0.2 * (half[a * n + b] + half[b * n + a]) + (a == b ? 3 : 0);
            }
        }
        return new TanhSum(
                Tensor.of(key.fold(0).normals(k * n), k, n),
                Tensor.vector(key.fold(1).normals(k)),
                Tensor.vector(key.fold(2).normals(k)),
                Tensor.zeros(n),
                Tensor.vector(key.fold(3).normals(n)),
                Tensor.of(q, n, n));
    }

    // H is conserved because it is H, not because it was learned.
    @Test
    void anyEnergyIsConserved() {
        for (int seed = 0; seed < 5; seed++) {
            TanhSum sum = random(Key.of(seed), 20, 4);
            Hamiltonian law = new Hamiltonian(sum, new double[0], new double[0]);
            double[] start = Key.of(100 + seed).normals(4);
            double[][] states = Rollout.states(law.velocity(), start, Rollout.times(20, 11), 1e-12);
            double begin = sum.at(Tensor.vector(start)).value();
            for (double[] state : states) {
                assertThat(sum.at(Tensor.vector(state)).value()).isCloseTo(begin, within(1e-8 * (1 + Math.abs(begin))));
            }
        }
    }

    @Test
    void anyFlowIsSymplectic() {
        for (int seed = 0; seed < 5; seed++) {
            Hamiltonian law = new Hamiltonian(random(Key.of(seed), 30, 6), new double[0], new double[0]);
            double[] x = Key.of(50 + seed).normals(6 * 20);
            Samples samples = new Samples(3, 20, x, x, new double[0]);
            assertThat(new Contender("", law.velocity(), law::jacobian).symplecticDefect(samples, 0.05))
                    .isLessThan(1e-12);
        }
    }

    // Slopes by hand against differences of the traced height (Richardson, h and h/2).
    @Test
    void slopesAndCurvaturesAreThoseOfTheHeight() {
        TanhSum sum = random(Key.of(9), 12, 4);
        double[] x = Key.of(10).normals(4);
        double[] slope = new double[4];
        double height = sum.slopes().at(x, slope);
        assertThat(height).isCloseTo(sum.at(Tensor.vector(x)).value(), within(1e-12));
        double[] curvature = new double[16];
        sum.slopes().curvature(x, curvature);
        for (int a = 0; a < 4; a++) {
            assertThat(slope[a]).isCloseTo(richardson(sum, x, a, -1), within(1e-8));
            for (int b = 0; b < 4; b++) {
                assertThat(curvature[a * 4 + b]).isCloseTo(richardson(sum, x, a, b), within(1e-7));
            }
        }
    }

    private static double richardson(TanhSum sum, double[] x, int a, int b) {
        double wide = difference(sum, x, a, b, 2e-3);
        double narrow = difference(sum, x, a, b, 1e-3);
        return (4 * narrow - wide) / 3;
    }

    private static double difference(TanhSum sum, double[] x, int a, int b, double h) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[a] += h;
        down[a] -= h;
        if (b < 0) {
            return (sum.at(Tensor.vector(up)).value()
                            - sum.at(Tensor.vector(down)).value())
                    / (2 * h);
        }
        double[] slope = new double[x.length];
        sum.slopes().at(up, slope);
        double above = slope[b];
        sum.slopes().at(down, slope);
        return (above - slope[b]) / (2 * h);
    }

    // The polish's slopes of residuals against differences.
    @Test
    void polishKnowsItsSlopes() {
        TanhSum sum = random(Key.of(3), 5, 2);
        double[] x = Key.of(4).normals(8);
        Polish polish = new Polish(new Samples(1, 4, x, Key.of(5).normals(8), new double[0]), sum, 1e-3);
        double[] p = Key.of(6).normals(polish.parameters());
        double[] jacobian = new double[polish.count() * p.length];
        polish.jacobian(p, jacobian);
        double[] up = new double[polish.count()];
        double[] down = new double[polish.count()];
        for (int j = 0; j < p.length; j++) {
            double[] moved = p.clone();
            moved[j] += 1e-6;
            polish.residual(moved, up);
            moved[j] -= 2e-6;
            polish.residual(moved, down);
            for (int i = 0; i < up.length; i++) {
                assertThat(jacobian[i * p.length + j]).isCloseTo((up[i] - down[i]) / 2e-6, within(1e-6));
            }
        }
    }

    // A motion q'' = -q read at uneven times: slopes of sin and cos.
    @Test
    void smoothingReadsSlopes() {
        double[] t = Key.of(7).uniforms(60);
        Arrays.sort(t);
        double[] x = new double[120];
        for (int i = 0; i < 60; i++) {
            t[i] *= 6;
            x[2 * i] = StrictMath.sin(t[i]);
            x[2 * i + 1] = StrictMath.cos(t[i]);
        }
        java.util.List<Path> paths = java.util.List.of(new Path("1", t, x));
        Samples samples = Smoothing.best(paths).samples(paths);
        for (int i = 0; i < 60; i++) {
            assertThat(samples.slope()[2 * i]).isCloseTo(StrictMath.cos(t[i]), within(1e-4));
            assertThat(samples.slope()[2 * i + 1]).isCloseTo(-StrictMath.sin(t[i]), within(1e-4));
        }
        Rate.Written still = (time, at, out) -> Arrays.fill(out, 0);
        assertThat(Rollout.states(still, new double[] {1, 2}, new double[] {0, 1}, 1e-8)[1])
                .containsExactly(1, 2);
    }
}
