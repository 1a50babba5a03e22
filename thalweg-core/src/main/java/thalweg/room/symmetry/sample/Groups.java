package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.kernel.Blas;
import thalweg.formula.Formula;
import thalweg.formula.Plan;

/// Samples in groups within which a law must not change: the points of trajectories, or the sums over all bodies
/// before and after an event.
///
/// An entry is one line of coordinates; the value of a feature in a row is its sum over the entries of that row.
/// Entries stand row by row, rows group by group.
///
/// @param names of the coordinates
/// @param columns one array a coordinate, a number an entry
/// @param row the row of each entry
/// @param start the first row of each group, and the number of rows at the end
/// @param time of each row, null where it is not known
/// @param noisy coordinates that were measured with error
/// @param origin the line of data an entry came from, counted from 1
public record Groups(
        List<String> names,
        double[][] columns,
        int[] row,
        int[] start,
        double @Nullable [] time,
        List<String> noisy,
        int[] origin) {
    /// How many groups there are.
    public int count() {
        return start.length - 1;
    }

    public int rows() {
        return start[start.length - 1];
    }

    public double[] column(String name) {
        return columns[names.indexOf(name)];
    }

    /// Whether every row is one entry.
    public boolean single() {
        return row.length == rows();
    }

    /// The features of every row, one array a feature.
    public double[][] values(List<Formula> features) {
        double[][] entries = entries(features);
        if (single()) {
            return entries;
        }
        double[][] sums = new double[features.size()][rows()];
        for (int f = 0; f < sums.length; f++) {
            for (int i = 0; i < row.length; i++) {
                sums[f][row[i]] += entries[f][i];
            }
        }
        return sums;
    }

    /// The features of every entry.
    public double[][] entries(List<Formula> features) {
        double[][] out = new double[features.size()][row.length];
        Plan.of(features, names, List.of()).on(columns, row.length, new double[0], out);
        return out;
    }

    /// The covariance, `p` by `p`, that an error of one standard deviation of a coordinate gives the features of a row:
    /// the mean over rows of the sum over entries of `d phi_a d phi_b sd^2`.
    public double[] spread(List<Formula> features, String coordinate) {
        int stride = Math.max(1, row.length / 2000);
        int n = (row.length + stride - 1) / stride;
        double[][] thin = new double[columns.length][n];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < n; i++) {
                thin[c][i] = columns[c][i * stride];
            }
        }
        int p = features.size();
        double[][] slope = new double[p][n];
        List<Formula> slopes = new ArrayList<>();
        features.forEach(f -> slopes.add(f.derivative(coordinate)));
        Plan.of(slopes, names, List.of()).on(thin, n, new double[0], slope);
        double[] flat = new double[p * n];
        for (int f = 0; f < p; f++) {
            System.arraycopy(slope[f], 0, flat, f * n, n);
        }
        double sd = deviation(column(coordinate));
        double[] out = new double[p * p];
        double weight = sd * sd / n * row.length / rows();
        Blas.gemm(false, true, p, p, n, weight, flat, 0, n, flat, 0, n, 0, out, 0, p);
        return out;
    }

    /// The standard deviation about the mean.
    public static double deviation(double[] x) {
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / Math.max(1, x.length - 1));
    }
}
