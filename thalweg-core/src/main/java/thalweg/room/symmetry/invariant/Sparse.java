package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The shortest combinations in the space of the first directions of a spectrum.
///
/// From every row of a basis `Y` as start: `x = shrink(Y q)`, `q = Y' x / |Y' x|` in turn, which goes to sparse vectors
/// of the space (Qu, Sun and Wright, NIPS 2014, algorithm 1); also what is nearest to a single feature; then
/// [Trimming].
final class Sparse {
    private static final int TURNS = 60;
    private static final double NEAR = 0.8;

    private Sparse() {}

    /// Different combinations, the fewest terms first, then the smallest ratio.
    static List<Combination> of(Spectrum spectrum, int laws, Trimming trimming) {
        int n = spectrum.columns.length;
        double[] y = new double[n * laws];
        for (int i = 0; i < n; i++) {
            System.arraycopy(spectrum.theta, i * spectrum.rank, y, i * laws, laws);
        }
        double[][] scaled = new double[laws][];
        for (int j = 0; j < laws; j++) {
            scaled[j] = spectrum.direction(j);
        }
        Ritz.orthonormal(y, n, laws);
        List<double[]> distinct = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            double[] v = laws == 1 ? scaled[0] : descended(y, n, laws, row);
            if (v != null && distinct.stream().noneMatch(d -> alike(d, v))) {
                distinct.add(v);
            }
        }
        for (int c = 0; c < n && laws > 1; c++) {
            double[] v = nearest(spectrum, scaled, c);
            if (v.length > 0 && distinct.stream().noneMatch(d -> alike(d, v))) {
                distinct.add(v);
            }
        }
        List<Combination> found = new ArrayList<>();
        for (double[] v : distinct) {
            found.add(trimming.of(spectrum.columns, v));
        }
        found.sort(Comparator.comparingInt(Combination::terms).thenComparingDouble(Combination::ratio));
        return found;
    }

    /// What is nearest to one feature in the space, if it is near.
    private static double[] nearest(Spectrum spectrum, double[][] scaled, int c) {
        int n = spectrum.learned.length / spectrum.rank;
        double[] v = new double[spectrum.columns.length];
        double share = 0;
        Split learn = spectrum.standard.learn();
        double[] z = spectrum.standard.value()[spectrum.columns[c]];
        for (int j = 0; j < scaled.length; j++) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += spectrum.learned[i * spectrum.rank + j] * z[learn.rows()[i]] / n;
            }
            share += dot * dot;
            for (int i = 0; i < v.length; i++) {
                v[i] += dot * scaled[j][i];
            }
        }
        return share > NEAR ? v : new double[0];
    }

    private static double @org.jspecify.annotations.Nullable [] descended(double[] y, int n, int k, int row) {
        double[] q = new double[k];
        System.arraycopy(y, row * k, q, 0, k);
        if (!normalise(q)) {
            return null;
        }
        double shrink = 1 / Math.sqrt(n);
        double[] x = new double[n];
        for (int turn = 0; turn < TURNS; turn++) {
            multiply(y, q, x, n, k);
            double[] next = new double[k];
            for (int i = 0; i < n; i++) {
                double left = Math.abs(x[i]) - shrink * (turn < TURNS / 2 ? 1 : 0.3);
                if (left > 0) {
                    for (int j = 0; j < k; j++) {
                        next[j] += y[i * k + j] * Math.copySign(left, x[i]);
                    }
                }
            }
            if (!normalise(next)) {
                return null;
            }
            q = next;
        }
        multiply(y, q, x, n, k);
        return x;
    }

    private static void multiply(double[] y, double[] q, double[] x, int n, int k) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < k; j++) {
                sum += y[i * k + j] * q[j];
            }
            x[i] = sum;
        }
    }

    private static boolean normalise(double[] q) {
        double norm = norm(q);
        for (int j = 0; j < q.length && norm > 0; j++) {
            q[j] /= norm;
        }
        return norm > 1e-12;
    }

    private static double norm(double[] q) {
        double sum = 0;
        for (double v : q) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    private static boolean alike(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return Math.abs(dot) > (1 - 1e-6) * norm(a) * norm(b);
    }
}
