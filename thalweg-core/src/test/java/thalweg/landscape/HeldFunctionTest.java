package thalweg.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.linalg.LinearMap;
import thalweg.model.Mlp;
import thalweg.system.Landscape;

/// Products with the Hessian against differences of slopes, at several places of one door.
class HeldFunctionTest {
    /// The eighth-order central difference.
    private static final double[] WEIGHT = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private static double[] difference(Flat<?> flat, double[] x, double[] v, double h) {
        double[] sum = new double[x.length];
        double[] slope = new double[x.length];
        for (int k = 1; k <= 4; k++) {
            for (int side = -1; side <= 1; side += 2) {
                double[] there = x.clone();
                for (int i = 0; i < x.length; i++) {
                    there[i] += side * k * h * v[i];
                }
                flat.slope(there, slope);
                for (int i = 0; i < x.length; i++) {
                    sum[i] += side * WEIGHT[k - 1] * slope[i] / h;
                }
            }
        }
        return sum;
    }

    private static void check(Flat<?> flat, double[] x, double[] v, double h) {
        double[] held = new double[x.length];
        double[] plain = new double[x.length];
        flat.hessian(x).apply(v, held);
        flat.product(x, v, plain);
        double[] wanted = difference(flat, x, v, h);
        double scale = 0;
        for (double e : wanted) {
            scale = Math.max(scale, Math.abs(e));
        }
        for (int i = 0; i < x.length; i++) {
            assertThat(held[i]).isCloseTo(wanted[i], within(1e-10 * scale));
            assertThat(held[i]).isCloseTo(plain[i], within(1e-13 * scale));
        }
    }

    @Test
    void networks() {
        Tensor x = Tensor.of(Key.of(1).normals(60), 20, 3);
        Tensor y = Tensor.of(Key.of(2).normals(40), 20, 2);
        double[] one = new double[40];
        for (int i = 0; i < 20; i++) {
            one[2 * i + i % 2] = 1;
        }
        Mlp net = Mlp.draw(Key.of(3), 3, 6, 5, 2);
        for (Likelihood<Mlp> likelihood : List.of(
                new Likelihood<>(Mlp::at, x, y, new Family.Gaussian(0.5)),
                new Likelihood<>(Mlp::at, x, Tensor.of(one, 20, 2), new Family.Categorical()))) {
            Flat<Mlp> flat = likelihood.energy().flat(net);
            for (int place = 0; place < 3; place++) {
                double[] at = flat.flat(net);
                double[] moved = Key.of(10 + place).normals(at.length);
                for (int i = 0; i < at.length; i++) {
                    at[i] += 0.3 * moved[i];
                }
                check(flat, at, Key.of(20 + place).normals(at.length), 0.004);
            }
        }
    }

    @Test
    void landscapes() {
        for (Landscape landscape : Landscape.all()) {
            double[] start = landscape.start();
            double[] x = Key.of(5).normals(start.length);
            for (int i = 0; i < x.length; i++) {
                x[i] = start[i] + 0.1 * x[i];
            }
            check(landscape.flat(Tensor.vector(start)), x, Key.of(6).normals(x.length), 0.005);
        }
    }

    /// Maps of two places live side by side, and one that is constant needs nothing from the place.
    @Test
    void mapsAreApart() {
        Energy<Tensor> cubic = x -> x.times(x).times(x).sum();
        Flat<Tensor> flat = cubic.flat(Tensor.zeros(3));
        LinearMap one = flat.hessian(new double[] {1, 1, 1});
        LinearMap two = flat.hessian(new double[] {2, 2, 2});
        double[] out = new double[3];
        two.apply(new double[] {1, 0, 0}, out);
        assertThat(out).containsExactly(12, 0, 0);
        one.apply(new double[] {1, 0, 0}, out);
        assertThat(out).containsExactly(6, 0, 0);
        Energy<Tensor> bowl = x -> x.square().sum();
        bowl.flat(Tensor.zeros(3)).hessian(new double[3]).apply(new double[] {1, 2, 3}, out);
        assertThat(out).containsExactly(2, 4, 6);
    }

    @Test
    void kinks() {
        Tensor at = Tensor.vector(1, 2);
        assertThat(Kinks.of((Tensor x) -> x.abs().sum().plus(x.max(Tensor.zeros(2)).sum()), at))
                .containsExactly("abs", "max");
        assertThat(Kinks.of((Tensor x) -> x.square().sum(), at)).isEmpty();
    }
}
