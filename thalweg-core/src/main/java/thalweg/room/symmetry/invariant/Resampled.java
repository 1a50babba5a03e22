package thalweg.room.symmetry.invariant;

import java.util.List;
import thalweg.array.Key;
import thalweg.array.kernel.Blas;
import thalweg.linalg.Cholesky;
import thalweg.study.Lab;

/// How far the space of the first combinations turns, and the ratios spread, when groups are weighted anew by
/// exponential numbers (the Bayesian bootstrap: Rubin, Ann. Statist. 9 (1981) 130), which drops no group altogether.
///
/// The scatter of each group (or of a bundle of groups) is summed once; a resample is a weighted sum of these `r` by
/// `r` blocks, and its space is found by a few inverse iterations from the space found.
///
/// @param overlap mean squared cosine between the space and each resampled one, by resample
/// @param ratio of the resample's directions, ascending, one array a resample
record Resampled(double[] overlap, double[][] ratio) {
    private static final int TURNS = 3;
    private static final double RIDGE = 1e-13;

    /// @param laws how many of the first directions make the space
    /// @param more how many further directions are followed
    static Resampled of(Spectrum spectrum, int laws, int more, int draws, Lab lab, Key key) {
        Scatter scatter = Scatter.of(spectrum, spectrum.standard.learn());
        int k = Math.min(laws + more, spectrum.rank);
        List<double[]> found = lab.map(draws, draw -> drawn(scatter, spectrum.rank, laws, k, key.fold(draw)));
        double[] overlap = found.stream().mapToDouble(f -> f[0]).toArray();
        double[][] ratio = found.stream()
                .map(f -> java.util.Arrays.copyOfRange(f, 1, f.length))
                .toArray(double[][]::new);
        return new Resampled(overlap, ratio);
    }

    /// Whether the overlap is 0.99 or more in 95 of 100 resamples.
    boolean stable() {
        long good = java.util.Arrays.stream(overlap).filter(o -> o >= 0.99).count();
        return good >= 0.95 * overlap.length;
    }

    /// The quantiles of the ratio of direction `j` at 2.5 and 97.5 %.
    double[] band(int j) {
        double[] sorted =
                java.util.Arrays.stream(ratio).mapToDouble(r -> r[j]).sorted().toArray();
        int n = sorted.length;
        return new double[] {sorted[(int) (0.025 * (n - 1))], sorted[(int) Math.ceil(0.975 * (n - 1))]};
    }

    private static double[] drawn(Scatter scatter, int r, int laws, int k, Key key) {
        int bundles = scatter.bundles();
        double[] weight = new double[bundles];
        for (int i = 0; i < bundles; i++) {
            weight[i] = key.exponential(i);
        }
        double[] within = new double[r * r];
        double[] total = new double[r * r];
        scatter.weighted(weight, within, total);
        double[] found = new double[k + 1];
        double trace = 0;
        for (int i = 0; i < r; i++) {
            trace += within[i * r + i] / r;
        }
        double[] ridged = within.clone();
        for (int i = 0; i < r; i++) {
            ridged[i * r + i] += RIDGE * trace;
        }
        Cholesky factor = Cholesky.of(ridged, r);
        if (!factor.positive()) {
            return found;
        }
        double[] x = new double[r * k];
        for (int j = 0; j < k; j++) {
            x[j * k + j] = 1;
        }
        double[] y = new double[r * k];
        for (int turn = 0; turn < TURNS; turn++) {
            Blas.gemm(false, false, r, k, r, 1, total, 0, r, x, 0, k, 0, y, 0, k);
            x = factor.solve(y, k);
            Ritz.turn(x, within, total, r, k, found);
        }
        found[0] = laws == 0 ? 1 : overlap(x, r, k, laws);
        return found;
    }

    /// The squared cosines between the first `laws` columns of `x` and the first unit vectors, their mean.
    private static double overlap(double[] x, int r, int k, int laws) {
        double[] q = new double[r * laws];
        for (int i = 0; i < r; i++) {
            System.arraycopy(x, i * k, q, i * laws, laws);
        }
        Ritz.orthonormal(q, r, laws);
        double sum = 0;
        for (int i = 0; i < laws * laws; i++) {
            sum += q[i] * q[i];
        }
        return sum / laws;
    }
}
