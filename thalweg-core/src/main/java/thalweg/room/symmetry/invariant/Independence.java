package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Plan;
import thalweg.linalg.Svd;
import thalweg.room.symmetry.sample.Groups;

/// How many laws are functions of no others: the rank of `d(Q_1 .. Q_k) / dx` at 200 places.
public final class Independence {
    private static final int PLACES = 200;
    private static final double CUT = 1e-6;

    private Independence() {}

    /// The rank at most places; a direction counts if its singular value exceeds 1e-6 of the largest, or what the
    /// errors
    /// of the coefficients make of it.
    public static int of(List<Law> laws, Groups groups) {
        if (laws.isEmpty() || !groups.single()) {
            return laws.size();
        }
        int d = groups.noisy().size();
        int k = laws.size();
        double cut = CUT;
        List<Formula> slopes = new ArrayList<>();
        for (Law law : laws) {
            double[] snapped = Snapped.of(law);
            Formula formula = law.formula(snapped == null ? law.coefficients() : snapped);
            if (snapped == null) {
                double error =
                        Arrays.stream(law.errors()).filter(e -> e > 0).max().orElse(0);
                cut = Math.max(cut, 10 * error + law.heldOut() * law.heldOut());
            }
            groups.noisy().forEach(name -> slopes.add(formula.derivative(name)));
        }
        int stride = Math.max(1, groups.rows() / PLACES);
        int n = (groups.rows() + stride - 1) / stride;
        double[][] places = new double[groups.names().size()][n];
        for (int c = 0; c < places.length; c++) {
            for (int i = 0; i < n; i++) {
                places[c][i] = groups.columns()[c][i * stride];
            }
        }
        double[][] value = new double[k * d][n];
        Plan.of(slopes, groups.names(), List.of()).on(places, n, new double[0], value);
        double[] scale = groups.noisy().stream()
                .mapToDouble(name -> Groups.deviation(groups.column(name)))
                .toArray();
        int[] rank = new int[n];
        for (int i = 0; i < n; i++) {
            double[] jacobian = new double[k * d];
            for (int q = 0; q < k; q++) {
                double size = 0;
                for (int c = 0; c < d; c++) {
                    jacobian[q * d + c] = value[q * d + c][i] * scale[c];
                    size += jacobian[q * d + c] * jacobian[q * d + c];
                }
                for (int c = 0; c < d && size > 0; c++) {
                    jacobian[q * d + c] /= Math.sqrt(size);
                }
            }
            double[] s = Svd.of(jacobian, k, d).values();
            double least = cut * s[0];
            rank[i] = (int) Arrays.stream(s).filter(x -> x > least).count();
        }
        Arrays.sort(rank);
        return rank[n / 2];
    }
}
