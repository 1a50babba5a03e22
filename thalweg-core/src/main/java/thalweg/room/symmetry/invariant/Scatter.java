package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.List;

/// The scatter of the rows that learn, summed over bundles of groups: what every resample is a weighted sum of.
///
/// @param within one `r` by `r` sum of squares about the group means a bundle
/// @param square one `r` by `r` sum of squares a bundle
/// @param sum one sum of rows a bundle
/// @param rows of each bundle
/// @param groups of each bundle
record Scatter(int r, double[][] within, double[][] square, double[][] sum, int[] rows, int[] groups) {
    private static final int MOST = 100;

    static Scatter of(Spectrum spectrum, Split split) {
        return of(spectrum.learned, spectrum.rank, split);
    }

    /// @param a rows of `r` numbers, as the split has them
    static Scatter of(double[] a, int r, Split split) {
        double[] centred = a.clone();
        Standard.centre(centred, r, split.start());
        int bundles = Math.min(MOST, split.groups());
        List<double[]> within = new ArrayList<>();
        List<double[]> square = new ArrayList<>();
        List<double[]> sum = new ArrayList<>();
        int[] rows = new int[bundles];
        int[] groups = new int[bundles];
        for (int b = 0; b < bundles; b++) {
            int first = (int) ((long) b * split.groups() / bundles);
            int last = (int) ((long) (b + 1) * split.groups() / bundles);
            int from = split.start()[first];
            int n = split.start()[last] - from;
            groups[b] = last - first;
            rows[b] = n;
            within.add(gram(centred, from, n, r));
            square.add(gram(a, from, n, r));
            double[] s = new double[r];
            for (int i = from; i < from + n; i++) {
                for (int c = 0; c < r; c++) {
                    s[c] += a[i * r + c];
                }
            }
            sum.add(s);
        }
        return new Scatter(
                r,
                within.toArray(double[][]::new),
                square.toArray(double[][]::new),
                sum.toArray(double[][]::new),
                rows,
                groups);
    }

    private static double[] gram(double[] a, int from, int n, int r) {
        double[] out = new double[r * r];
        thalweg.array.kernel.Blas.gemm(true, false, r, r, n, 1, a, from * r, r, a, from * r, r, 0, out, 0, r);
        return out;
    }

    int bundles() {
        return rows.length;
    }

    /// Writes the variance within groups and in all of a weighted sample.
    void weighted(double[] weight, double[] intoWithin, double[] intoTotal) {
        double n = 0;
        double g = 0;
        double[] mean = new double[r];
        for (int b = 0; b < rows.length; b++) {
            double w = weight[b];
            if (w == 0) {
                continue;
            }
            n += w * rows[b];
            g += w * groups[b];
            for (int i = 0; i < r * r; i++) {
                intoWithin[i] = Math.fma(w, within[b][i], intoWithin[i]);
                intoTotal[i] = Math.fma(w, square[b][i], intoTotal[i]);
            }
            for (int i = 0; i < r; i++) {
                mean[i] += w * sum[b][i];
            }
        }
        double freedom = Math.max(1, n - g);
        for (int i = 0; i < r; i++) {
            for (int j = 0; j < r; j++) {
                intoWithin[i * r + j] /= freedom;
                intoTotal[i * r + j] = (intoTotal[i * r + j] - mean[i] * mean[j] / n) / Math.max(1, n - 1);
            }
        }
    }
}
