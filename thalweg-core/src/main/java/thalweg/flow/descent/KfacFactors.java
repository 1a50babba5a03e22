package thalweg.flow.descent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Tensor;
import thalweg.array.kernel.Blas;
import thalweg.array.transform.Calculus;
import thalweg.landscape.FlatFunction;
import thalweg.landscape.Layered;
import thalweg.landscape.Likelihood;
import thalweg.linalg.Cholesky;
import thalweg.linalg.SymmetricEigen;

/// The factors `<a a'>` and `<d d'>` of every layer, their inverses, and the quadratic model they serve.
final class KfacFactors<S> {
    private record Two<S>(S at, S first, S second) {}

    private final KfacLayers shape;
    private final FlatFunction<S, List<Tensor>> read;
    private final FlatFunction<Two<S>, List<Tensor>> bends;

    KfacFactors(KfacLayers shape, Layered<S> network, Likelihood<S> likelihood, S example) {
        this.shape = shape;
        this.read = FlatFunction.of(at -> factors(network, likelihood, at), example);
        this.bends = FlatFunction.of(two -> bends(likelihood, two), new Two<>(example, example, example));
    }

    /// Writes the factors at a place.
    void read(double[] x, double[] factors) {
        read.call(new double[][] {x}, new double[][] {factors});
    }

    /// `u G u`, `u G v`, `v G v` of two directions with the exact Fisher matrix.
    double[] bends(double[] x, double[] u, double[] v) {
        double[] three = new double[3];
        bends.call(new double[][] {x, u, v}, new double[][] {three});
        return three;
    }

    private List<Tensor> factors(Layered<S> network, Likelihood<S> likelihood, S at) {
        int n = likelihood.count();
        List<Tensor> none = new ArrayList<>();
        for (KfacLayers.Layer layer : shape.layers()) {
            none.add(Tensor.zeros(n, layer.columns()));
        }
        Layered.Pass pass = network.pass(at, likelihood.inputs(), none);
        Tensor root = likelihood.family().root(pass.output());
        List<Tensor> slopes = Calculus.<Tensor, List<Tensor>>batch(column -> Calculus.<List<Tensor>>grad(
                                shifts -> network.pass(at, likelihood.inputs(), shifts)
                                        .output()
                                        .times(column)
                                        .sum())
                        .apply(none))
                .apply(root);
        List<Tensor> all = new ArrayList<>();
        for (int l = 0; l < none.size(); l++) {
            Tensor inputs = pass.inputs().get(l);
            Tensor wide = Tensor.concatenate(1, List.of(inputs, Tensor.ones(n, 1)));
            Tensor slope = slopes.get(l);
            Tensor tall = slope.reshape(slope.size(0) * n, slope.size(2));
            all.add(wide.transpose().matmul(wide).times(1.0 / n));
            all.add(tall.transpose().matmul(tall).times(1.0 / n));
        }
        return all;
    }

    private List<Tensor> bends(Likelihood<S> likelihood, Two<S> two) {
        Tensor output = likelihood.outputs(two.at());
        Tensor u = Calculus.jvp(likelihood::outputs, two.at(), two.first()).tangent();
        Tensor v = Calculus.jvp(likelihood::outputs, two.at(), two.second()).tangent();
        Tensor bent = likelihood.family().bend(output, u);
        double share = 1.0 / likelihood.count();
        return List.of(
                u.times(bent).sum().times(share),
                v.times(bent).sum().times(share),
                v.times(likelihood.family().bend(output, v)).sum().times(share));
    }

    /// Writes the inverses of damped factors.
    ///
    /// @return how many directions of the metric they determine
    int invert(double[] factors, double damping, double[] inverses) {
        int rank = 0;
        for (KfacLayers.Layer layer : shape.layers()) {
            double first = trace(factors, layer.first(), layer.rows()) / layer.rows();
            double second = trace(factors, layer.second(), layer.columns()) / layer.columns();
            double balance = first > 0 && second > 0 ? Math.sqrt(first / second) : 1;
            double root = Math.sqrt(damping);
            int a = invert(factors, layer.first(), layer.rows(), balance * root, inverses);
            int b = invert(factors, layer.second(), layer.columns(), root / balance, inverses);
            rank += a * b;
        }
        return rank;
    }

    /// Writes `-A^-1 V G^-1` of every layer, `V` its slope.
    void direction(double[] inverses, double[] slope, double[] direction) {
        for (KfacLayers.Layer layer : shape.layers()) {
            int m = layer.rows();
            int k = layer.columns();
            double[] half = new double[m * k];
            Blas.gemm(false, false, m, k, m, -1, inverses, layer.first(), m, slope, layer.at(), k, 0, half, 0, k);
            Blas.gemm(false, false, m, k, k, 1, half, 0, k, inverses, layer.second(), k, 0, direction, layer.at(), k);
        }
    }

    private static double trace(double[] a, int at, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[at + i * (n + 1)];
        }
        return sum;
    }

    private static int invert(double[] a, int at, int n, double damping, double[] out) {
        double[] damped = Arrays.copyOfRange(a, at, at + n * n);
        double largest = 0;
        double[] unit = new double[n * n];
        for (int i = 0; i < n; i++) {
            damped[i * (n + 1)] += damping;
            largest = Math.max(largest, damped[i * (n + 1)]);
            unit[i * (n + 1)] = 1;
        }
        Cholesky factor = Cholesky.of(damped, n);
        if (factor.positive() && smallest(factor.l(), n) > n * Math.ulp(1.0) * largest) {
            System.arraycopy(factor.solve(unit, n), 0, out, at, n * n);
            return n;
        }
        return onRange(damped, n, out, at);
    }

    /// The smallest pivot.
    private static double smallest(double[] l, int n) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, l[i * (n + 1)] * l[i * (n + 1)]);
        }
        return least;
    }

    private static int onRange(double[] a, int n, double[] out, int at) {
        SymmetricEigen eigen = SymmetricEigen.of(a, n);
        double[] w = eigen.values();
        double[] v = eigen.vectors();
        double least = n * Math.ulp(1.0) * Math.max(Math.abs(w[0]), w[n - 1]);
        double[] scaled = v.clone();
        int rank = 0;
        for (int j = 0; j < n; j++) {
            boolean determined = w[j] > least;
            rank += determined ? 1 : 0;
            for (int i = 0; i < n; i++) {
                scaled[i * n + j] = determined ? scaled[i * n + j] / w[j] : 0;
            }
        }
        Blas.gemm(false, true, n, n, n, 1, scaled, 0, n, v, 0, n, 0, out, at, n);
        return rank;
    }
}
