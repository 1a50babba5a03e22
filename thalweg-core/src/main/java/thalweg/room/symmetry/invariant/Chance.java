package thalweg.room.symmetry.invariant;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.kernel.Blas;
import thalweg.study.Lab;

/// What ratios come about by chance: samples are dealt to groups anew, the best combination of the dealt groups that
/// learn is judged on dealt groups that judge.
///
/// Each group is cut into up to eight blocks of samples and only sums over blocks are dealt: no pass over the data.
///
/// @param ratio held-out ratios of the best combination, one a deal, ascending
record Chance(double[] ratio) {
    private static final int CUTS = 8;
    private static final int TURNS = 25;

    static Chance of(Spectrum spectrum, int deals, Lab lab, Key key) {
        Standard standard = spectrum.standard;
        int r = spectrum.rank;
        Blocks learn = Blocks.of(spectrum.learned, r, standard.learn());
        Blocks judge = Blocks.of(spectrum.judged, r, standard.judge());
        double[] ratio = lab.map(deals, deal -> dealt(learn, judge, r, key.fold(deal))).stream()
                .mapToDouble(v -> v)
                .sorted()
                .toArray();
        return new Chance(ratio);
    }

    /// The share of deals, the one seen among them, that are as good as `seen`.
    double p(double seen) {
        long below = Arrays.stream(ratio).filter(v -> v <= seen).count();
        return (1.0 + below) / (1 + ratio.length);
    }

    /// The ratio that a share of deals stays below.
    double quantile(double share) {
        return ratio.length == 0 ? 1 : ratio[(int) (share * (ratio.length - 1))];
    }

    private static double dealt(Blocks learn, Blocks judge, int r, Key key) {
        double[] between = learn.between(key.fold(0));
        double[] x = new double[r];
        double[] y = new double[r];
        for (int i = 0; i < r; i++) {
            x[i] = 1 + 0.1 * key.fold(2).normal(i);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            Blas.gemv(r, r, between, 0, r, x, 0, y, 0);
            double norm = 0;
            for (double v : y) {
                norm += v * v;
            }
            norm = Math.sqrt(norm);
            if (!(norm > 0)) {
                return 1;
            }
            for (int i = 0; i < r; i++) {
                x[i] = y[i] / norm;
            }
        }
        double[] dealt = judge.between(key.fold(1));
        double total = form(judge.total, x, y, r);
        double within = (total - form(dealt, x, y, r)) / judge.freedom;
        return total > 0 ? Math.sqrt(Math.max(within, 0) * judge.degrees / total) : 1;
    }

    private static double form(double[] a, double[] x, double[] work, int r) {
        Blas.gemv(r, r, a, 0, r, x, 0, work, 0);
        double sum = 0;
        for (int i = 0; i < r; i++) {
            sum += x[i] * work[i];
        }
        return sum;
    }

    /// Sums over blocks of samples, about the mean of all.
    ///
    /// @param sum `r` numbers a block
    /// @param size samples of each block
    /// @param start first block of each group, and their number at the end
    /// @param total sum of squares about the mean, `r` by `r`
    private record Blocks(
            int r, double[] sum, int[] size, int[] start, double[] total, double freedom, double degrees) {
        static Blocks of(double[] rows, int r, Split split) {
            double[] centred = rows.clone();
            Standard.centre(centred, r, new int[] {0, split.size()});
            int[] start = new int[split.groups() + 1];
            for (int g = 0; g < split.groups(); g++) {
                start[g + 1] = start[g] + Math.min(CUTS, split.start()[g + 1] - split.start()[g]);
            }
            double[] sum = new double[start[split.groups()] * r];
            int[] size = new int[start[split.groups()]];
            for (int g = 0; g < split.groups(); g++) {
                int cuts = start[g + 1] - start[g];
                for (int i = split.start()[g]; i < split.start()[g + 1]; i++) {
                    int block = start[g] + (i - split.start()[g]) % cuts;
                    size[block]++;
                    for (int c = 0; c < r; c++) {
                        sum[block * r + c] += centred[i * r + c];
                    }
                }
            }
            double[] total = Standard.gram(centred, split.size(), r, 1);
            return new Blocks(r, sum, size, start, total, split.freedom(), Math.max(1, split.size() - 1));
        }

        /// The sum of squares between groups to which the blocks were dealt, `r` by `r`.
        double[] between(Key key) {
            int[] order = key.permutation(size.length);
            int groups = start.length - 1;
            double[] mean = new double[groups * r];
            for (int g = 0; g < groups; g++) {
                int n = 0;
                for (int b = start[g]; b < start[g + 1]; b++) {
                    n += size[order[b]];
                    for (int c = 0; c < r; c++) {
                        mean[g * r + c] += sum[order[b] * r + c];
                    }
                }
                for (int c = 0; c < r; c++) {
                    mean[g * r + c] /= Math.sqrt(Math.max(1, n));
                }
            }
            return Standard.gram(mean, groups, r, 1);
        }
    }
}
