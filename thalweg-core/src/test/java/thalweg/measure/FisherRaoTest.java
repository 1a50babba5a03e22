package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;

/// Closed forms, and the metric itself from its definition.
class FisherRaoTest {
    @Test
    void normal() {
        assertThat(FisherRao.normal(0, 1, 1, 2)).isCloseTo(1.1893809314064119, within(1e-14));
        assertThat(FisherRao.normal(0, 1, 0, Math.E)).isCloseTo(Math.sqrt(2), within(1e-14));
        double far = Math.sqrt(2) * Math.log(3.25 + Math.sqrt(3.25 * 3.25 - 1));
        assertThat(FisherRao.normal(0, 1, 3, 1)).isCloseTo(far, within(1e-14));
        // Near by, the distance is the length in the metric diag(1/s^2, 2/s^2).
        double near = FisherRao.normal(0.3, 2, 0.3 + 3e-7, 2 + 2e-7);
        assertThat(near).isCloseTo(Math.sqrt((9e-14 + 2 * 4e-14) / 4), within(1e-13));
    }

    @Test
    void categorical() {
        double[] p = {0.2, 0.3, 0.5};
        double[] q = {0.6, 0.3, 0.1};
        double overlap = Math.sqrt(0.12) + 0.3 + Math.sqrt(0.05);
        assertThat(FisherRao.categorical(p, q)).isCloseTo(2 * Math.acos(overlap), within(1e-14));
        assertThat(FisherRao.categorical(p, p)).isZero();
        assertThat(FisherRao.categorical(new double[] {1, 0}, new double[] {0, 1}))
                .isCloseTo(Math.PI, within(1e-14));
    }

    /// Fisher's matrix of `p(s)` on a list, from the slopes of `ln p`.
    private static double[] information(UnaryOperator<Tensor> logWeight, Tensor at) {
        UnaryOperator<Tensor> log = x -> {
            Tensor w = logWeight.apply(x);
            return w.minus(w.logSumExp(0).rows(w.count()));
        };
        Tensor p = log.apply(at).exp();
        Tensor slopes = Calculus.jacobian(log).apply(at);
        return slopes.transpose().matmul(slopes.times(p.columns(at.count()))).toArray();
    }

    /// Of an exponential family it is the Hessian of `ln Z` and the covariance of the statistics.
    @Test
    void exponentialFamily() {
        int states = 20;
        int k = 4;
        Tensor statistic = Tensor.of(Key.of(1).normals(states * k), states, k);
        Tensor at = Tensor.vector(Key.of(2).normals(k));
        double[] fisher = information(statistic::matmul, at);
        double[] hessian = Calculus.hessian(x -> statistic.matmul(x).logSumExp(0))
                .apply(at)
                .toArray();
        Tensor p = statistic.matmul(at).softmax(0);
        Tensor centred = statistic.minus(p.matmul(statistic).rows(states));
        double[] covariance =
                centred.transpose().matmul(centred.times(p.columns(k))).toArray();
        for (int i = 0; i < fisher.length; i++) {
            assertThat(fisher[i]).isCloseTo(hessian[i], within(1e-13)).isCloseTo(covariance[i], within(1e-13));
        }
    }

    /// Of a real positive state `psi = sqrt p` the quantum geometric tensor
    /// `<d_i psi|d_j psi> - <d_i psi|psi><psi|d_j psi>` is a quarter of Fisher's matrix of `p`.
    @Test
    void quantumGeometricTensor() {
        int spins = 6;
        int hidden = 3;
        double[] s = new double[64 * spins];
        for (int c = 0; c < 64; c++) {
            for (int i = 0; i < spins; i++) {
                s[c * spins + i] = (c >> i & 1) == 0 ? -1 : 1;
            }
        }
        Tensor configurations = Tensor.of(s, 64, spins);
        UnaryOperator<Tensor> logWeight = x -> {
            Tensor w = x.slice(0, 0, spins * hidden).reshape(spins, hidden);
            Tensor fields = x.slice(0, spins * hidden, spins * hidden + spins);
            return configurations
                    .matmul(w)
                    .logCosh()
                    .sum(1)
                    .plus(configurations.matmul(fields))
                    .times(2);
        };
        Tensor at = Tensor.vector(Key.of(3).normals(spins * hidden + spins)).times(0.5);
        UnaryOperator<Tensor> state = x -> {
            Tensor half = logWeight.apply(x).times(0.5).exp();
            return half.over(half.square().sum().sqrt().rows(64));
        };
        Tensor psi = state.apply(at);
        Tensor slopes = Calculus.jacobian(state).apply(at);
        Tensor along = psi.matmul(slopes);
        Tensor geometric = slopes.transpose().matmul(slopes).minus(along.outer(along));
        double[] fisher = information(logWeight, at);
        for (int i = 0; i < fisher.length; i++) {
            assertThat(4 * geometric.toArray()[i]).isCloseTo(fisher[i], within(1e-10));
        }
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> FisherRao.normal(0, 0, 1, 1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> FisherRao.categorical(new double[] {0.5, 0.6}, new double[] {0.5, 0.5}))
                .isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> FisherRao.categorical(new double[] {1}, new double[] {0.5, 0.5}))
                .isInstanceOf(Misuse.class);
    }
}
