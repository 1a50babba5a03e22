package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.List;
import thalweg.linalg.LeastSquares;

/// Which factors the data can tell apart: a factor whose logarithm is a combination of earlier ones and a
/// constant is dropped, and what it was is kept, `u_d = w_0 + sum over kept k of w_k u_k`.
///
/// @param kept the factors that are independent, ascending
/// @param dropped one entry a dropped factor
record Dependence(List<Integer> kept, List<Dropped> dropped) {
    /// The part of its spread that a factor must have of its own: squared, 1e-7 of it.
    private static final double OWN = 1e-14;

    /// @param factor its number
    /// @param weights `[w_0, w_1, ..]`, one more than there are factors, zero at dropped ones
    record Dropped(int factor, double[] weights) {}

    /// @param table with the constant in column 0 and the logarithm of factor `k` in column `k + 1`
    static Dependence of(Compressed table, int factors) {
        List<Integer> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int k = 0; k < factors; k++) {
            double total = table.explain(k + 1, 0).residualSumOfSquares();
            int[] columns = columns(kept);
            LeastSquares others = table.explain(k + 1, columns);
            if (others.residualSumOfSquares() > OWN * total) {
                kept.add(k);
                continue;
            }
            double[] weights = new double[factors + 1];
            double noise = Math.sqrt(OWN * total);
            for (int j = 0; j < columns.length; j++) {
                double own = table.explain(columns[j], 0).residualSumOfSquares();
                double w = others.coefficients()[j];
                weights[columns[j]] = j > 0 && Math.abs(w) * Math.sqrt(own) < 10 * noise ? 0 : w;
            }
            dropped.add(new Dropped(k, weights));
        }
        return new Dependence(List.copyOf(kept), List.copyOf(dropped));
    }

    /// The constant and the kept factors as columns of the table.
    int[] columns() {
        return columns(kept);
    }

    private static int[] columns(List<Integer> kept) {
        int[] columns = new int[kept.size() + 1];
        for (int j = 0; j < kept.size(); j++) {
            columns[j + 1] = kept.get(j) + 1;
        }
        return columns;
    }

    /// Whether the data determine the exponent of factor `k` by itself.
    boolean determines(int k) {
        return dropped.stream().noneMatch(d -> d.factor == k || d.weights[k + 1] != 0);
    }

    /// Spreads numbers of the constant and the kept factors over all factors, 0 at dropped ones.
    double[] spread(double[] ofKept, int factors) {
        double[] all = new double[factors + 1];
        int[] at = columns();
        for (int j = 0; j < at.length; j++) {
            all[at[j]] = ofKept[j];
        }
        return all;
    }

    /// The same for a square of numbers, row-major.
    double[] spreadSquare(double[] ofKept, int factors) {
        double[] all = new double[(factors + 1) * (factors + 1)];
        int[] at = columns();
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                all[at[i] * (factors + 1) + at[j]] = ofKept[i * at.length + j];
            }
        }
        return all;
    }
}
