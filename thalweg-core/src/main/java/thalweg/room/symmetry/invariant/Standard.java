package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.kernel.Blas;
import thalweg.room.symmetry.library.Feature;
import thalweg.room.symmetry.sample.Groups;

/// Features on all rows, each with mean 0 and deviation 1 over the rows that learn; what cannot change is set apart.
///
/// @param features those that vary within groups and between them
/// @param trivial features of what is given, not measured, that are the same in all rows of each group
/// @param constant features that are the same in all rows
/// @param mean by feature, over the rows that learn
/// @param deviation by feature, over the rows that learn
/// @param value one array of standardised numbers a feature, for all rows
/// @param noise the covariance of standardised features that measuring errors make, `p` by `p`
record Standard(
        Groups groups,
        Split learn,
        Split judge,
        List<Feature> features,
        List<Feature> trivial,
        List<Feature> constant,
        double[] mean,
        double[] deviation,
        double[][] value,
        double[] noise) {
    private static final double SAME = 1e-12;

    /// @param errors the deviation of the error of each noisy coordinate, over that of the coordinate
    static Standard of(Groups groups, List<Feature> library, double[] errors) {
        Split learn = Split.of(groups.start(), 0);
        Split judge = Split.of(groups.start(), 1);
        Split all = Split.of(groups.start(), -1);
        double[][] value = groups.values(library.stream().map(Feature::formula).toList());
        List<Feature> kept = new ArrayList<>();
        List<Feature> trivial = new ArrayList<>();
        List<Feature> constant = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int f = 0; f < value.length; f++) {
            double size = Arrays.stream(value[f]).map(Math::abs).max().orElse(0);
            if (!(Math.sqrt(all.total(value[f])) > SAME * size)) {
                constant.add(library.get(f));
            } else if (java.util.Collections.disjoint(library.get(f).formula().names(), groups.noisy())
                    && !(Math.sqrt(all.within(value[f])) > SAME * size)) {
                trivial.add(library.get(f));
            } else {
                kept.add(library.get(f));
                columns.add(value[f]);
            }
        }
        int p = kept.size();
        double[] mean = new double[p];
        double[] deviation = new double[p];
        for (int f = 0; f < p; f++) {
            double[] x = columns.get(f);
            for (int row : learn.rows()) {
                mean[f] += x[row] / learn.size();
            }
            for (int row : learn.rows()) {
                deviation[f] += (x[row] - mean[f]) * (x[row] - mean[f]);
            }
            deviation[f] = Math.sqrt(deviation[f] / Math.max(1, learn.size() - 1));
            if (!(deviation[f] > 0)) {
                deviation[f] = 1;
            }
            for (int i = 0; i < x.length; i++) {
                x[i] = (x[i] - mean[f]) / deviation[f];
            }
        }
        return new Standard(
                groups,
                learn,
                judge,
                List.copyOf(kept),
                List.copyOf(trivial),
                List.copyOf(constant),
                mean,
                deviation,
                columns.toArray(double[][]::new),
                noise(groups, kept, deviation, errors));
    }

    private static double[] noise(Groups groups, List<Feature> kept, double[] deviation, double[] errors) {
        int p = kept.size();
        double[] noise = new double[p * p];
        for (int c = 0; c < errors.length; c++) {
            double[] spread = groups.spread(
                    kept.stream().map(Feature::formula).toList(), groups.noisy().get(c));
            for (int i = 0; i < noise.length; i++) {
                noise[i] += errors[c] * errors[c] * spread[i] / (deviation[i / p] * deviation[i % p]);
            }
        }
        return noise;
    }

    int size() {
        return features.size();
    }

    /// Some columns in some rows, row-major.
    double[] matrix(Split split, int[] columns) {
        int k = columns.length;
        double[] out = new double[split.size() * k];
        for (int c = 0; c < k; c++) {
            double[] x = value[columns[c]];
            for (int i = 0; i < split.size(); i++) {
                out[i * k + c] = x[split.rows()[i]];
            }
        }
        return out;
    }

    /// `theta' noise theta` for standardised coefficients of some columns.
    double noise(int[] columns, double[] theta) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                sum += theta[i] * theta[j] * noise[columns[i] * size() + columns[j]];
            }
        }
        return Math.max(sum, 0);
    }

    /// `sum_c theta_c value_c` on all rows.
    double[] combined(int[] columns, double[] theta) {
        double[] sum = new double[groups.rows()];
        for (int c = 0; c < columns.length; c++) {
            double[] x = value[columns[c]];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Math.fma(theta[c], x[i], sum[i]);
            }
        }
        return sum;
    }

    /// Subtracts from every column of a row-major matrix its mean over each group.
    static void centre(double[] a, int columns, int[] start) {
        double[] mean = new double[columns];
        for (int pass = 0; pass < 2; pass++) {
            for (int g = 0; g + 1 < start.length; g++) {
                Arrays.fill(mean, 0);
                for (int i = start[g]; i < start[g + 1]; i++) {
                    for (int c = 0; c < columns; c++) {
                        mean[c] += a[i * columns + c];
                    }
                }
                for (int i = start[g]; i < start[g + 1]; i++) {
                    for (int c = 0; c < columns; c++) {
                        a[i * columns + c] -= mean[c] / (start[g + 1] - start[g]);
                    }
                }
            }
        }
    }

    /// `A' A / freedom` of a row-major matrix.
    static double[] gram(double[] a, int rows, int columns, double freedom) {
        double[] out = new double[columns * columns];
        Blas.gemm(true, false, columns, columns, rows, 1 / freedom, a, 0, columns, a, 0, columns, 0, out, 0, columns);
        return out;
    }
}
