package thalweg.room.learning.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.landscape.Family;
import thalweg.landscape.Likelihood;
import thalweg.linalg.LinearMap;
import thalweg.linalg.SymmetricEigen;
import thalweg.measure.Estimate;
import thalweg.measure.Spectrum;
import thalweg.model.Mlp;

class MeasuredTest {
    private static final Tensor X = Tensor.of(Key.of(1).normals(120), 60, 2);
    private static final Tensor Y = Tensor.of(Key.of(2).normals(60), 60, 1);

    /// A network 2-20-12-1 as a function of one vector of 325 numbers.
    private static Mlp net(Tensor flat) {
        return new Mlp(List.of(
                new Mlp.Dense(flat.slice(0, 0, 40).reshape(2, 20), flat.slice(0, 40, 60)),
                new Mlp.Dense(flat.slice(0, 60, 300).reshape(20, 12), flat.slice(0, 300, 312)),
                new Mlp.Dense(flat.slice(0, 312, 324).reshape(12, 1), flat.slice(0, 324, 325))));
    }

    private static final Tensor PLACE = Tensor.vector(Key.of(3).normals(325)).times(0.5);
    private static final Likelihood<Mlp> LIKELIHOOD = new Likelihood<>(Mlp::at, X, Y, new Family.Gaussian(0.5));
    private static final double[] EIGENVALUES = SymmetricEigen.of(
                    Calculus.hessian(flat ->
                                    net(flat).at(X).minus(Y).square().sum().over(60))
                            .apply(PLACE)
                            .toArray(),
                    325)
            .values();

    /// By products, against the matrix of second derivatives of the written loss.
    @Test
    void allEigenvalues() {
        Measured found = Measured.dense(Matrix.HESSIAN.at(LIKELIHOOD, net(PLACE)), 325);
        for (int i = 0; i < 325; i++) {
            assertThat(found.values()[i]).isCloseTo(EIGENVALUES[i], within(1e-8));
        }
        assertThat(found.negative().value()).isGreaterThan(10);
        assertThat(found.negative().value() + found.flat().value()).isLessThan(325);
    }

    @Test
    void densityTraceAndEndsByLanczos() {
        LinearMap map = Matrix.HESSIAN.at(LIKELIHOOD, net(PLACE));
        Measured found = Measured.lanczos(map, 325, 60, 12, 4, Key.of(7));
        double trace = 0;
        for (double value : EIGENVALUES) {
            trace += value;
        }
        assertThat(Math.abs(found.trace().deviation(trace))).isLessThan(3);
        close(found.largest(), EIGENVALUES[324]);
        close(found.smallest(), EIGENVALUES[0]);
        for (int i = 0; i < 4; i++) {
            assertThat(found.values()[i]).isCloseTo(EIGENVALUES[i], within(1e-7));
            assertThat(found.values()[7 - i]).isCloseTo(EIGENVALUES[324 - i], within(1e-7));
        }
        Measured exact = new Measured(325, EIGENVALUES, true, null);
        double width = 0.02 * (EIGENVALUES[324] - EIGENVALUES[0]);
        double[] x = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = EIGENVALUES[0] + i * (EIGENVALUES[324] - EIGENVALUES[0]) / 59;
        }
        Spectrum.Band band = found.density(x, width);
        Spectrum.Band wanted = exact.density(x, width);
        double integral = 0;
        int inside = 0;
        for (int i = 0; i < 60; i++) {
            inside += Math.abs(band.value()[i] - wanted.value()[i]) <= 3 * band.error()[i] + 1e-4 ? 1 : 0;
            integral += wanted.value()[i] * (x[1] - x[0]);
        }
        assertThat(inside).isGreaterThanOrEqualTo(56);
        assertThat(integral).isCloseTo(1, within(0.05));
    }

    private static void close(Estimate found, double wanted) {
        assertThat(found.value()).isCloseTo(wanted, within(found.error() + 1e-10));
    }

    /// For these losses Fisher's matrix is that of Gauss-Newton, positive; with the residuals it makes the Hessian.
    @Test
    void matricesOfOneLoss() {
        Mlp net = net(PLACE);
        double[] fisher = Matrix.dense(Matrix.FISHER.at(LIKELIHOOD, net), 325);
        double[] newton = Matrix.dense(Matrix.GAUSS_NEWTON.at(LIKELIHOOD, net), 325);
        assertThat(fisher).isEqualTo(newton);
        assertThat(SymmetricEigen.of(fisher, 325).values()[0]).isGreaterThan(-1e-12);
        Likelihood<Mlp> solved = new Likelihood<>(Mlp::at, X, net.at(X), new Family.Gaussian(0.5));
        double[] hessian = Matrix.dense(Matrix.HESSIAN.at(solved, net), 325);
        for (int i = 0; i < hessian.length; i++) {
            assertThat(hessian[i]).isCloseTo(fisher[i], within(1e-11));
        }
    }

    @Test
    void oneLayerIsABlock() {
        Subject whole = Subject.of("", LIKELIHOOD, net(PLACE), List.of(Matrix.HESSIAN), 0);
        Subject second = Subject.of("", LIKELIHOOD, net(PLACE), List.of(Matrix.HESSIAN), 2);
        assertThat(second.size()).isEqualTo(252);
        double[] all = Matrix.dense(whole.map(Matrix.HESSIAN), 325);
        double[] part = Matrix.dense(second.map(Matrix.HESSIAN), 252);
        assertThat(part[7 * 252 + 200]).isEqualTo(all[67 * 325 + 260]);
        assertThatThrownBy(() -> Subject.of("", LIKELIHOOD, net(PLACE), List.of(Matrix.HESSIAN), 4))
                .isInstanceOf(Misuse.class);
    }

    /// Edges from the reference, moments 1, 1 + q, 1 + 3q + q^2.
    @Test
    void marchenkoPastur() {
        Map<Double, double[]> edges = Map.of(
                0.1, new double[] {0.46754446796632404, 1.732455532033676},
                0.25, new double[] {0.25, 2.25});
        edges.forEach((q, edge) -> {
            MarchenkoPastur law = new MarchenkoPastur(q, 1);
            assertThat(law.low()).isCloseTo(edge[0], within(1e-15));
            assertThat(law.high()).isCloseTo(edge[1], within(1e-15));
        });
        for (double q : new double[] {0.1, 0.5, 2}) {
            MarchenkoPastur law = new MarchenkoPastur(q, 1);
            double[] moment = new double[4];
            int n = 200_000;
            for (int i = 0; i < n; i++) {
                double turn = Math.PI * (i + 0.5) / n;
                double x = 0.5 * (law.low() + law.high()) - 0.5 * (law.high() - law.low()) * Math.cos(turn);
                double share = law.density(x) * 0.5 * (law.high() - law.low()) * Math.sin(turn) * Math.PI / n;
                for (int k = 0; k < 4; k++) {
                    moment[k] += share * Math.pow(x, k);
                }
            }
            assertThat(moment[0] + law.atZero()).isCloseTo(1, within(1e-8));
            assertThat(moment[1]).isCloseTo(1, within(1e-8));
            assertThat(moment[2]).isCloseTo(1 + q, within(1e-8));
            assertThat(moment[3]).isCloseTo(1 + 3 * q + q * q, within(1e-8));
        }
        assertThatThrownBy(() -> new MarchenkoPastur(0, 1)).isInstanceOf(Misuse.class);
    }
}
