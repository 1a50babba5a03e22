package thalweg.room.symmetry.invariant;

import java.util.stream.IntStream;
import thalweg.array.Key;
import thalweg.study.Lab;

/// Standard errors of the coefficients of a law: their spread when groups are weighted anew.
record Coefficients(Standard standard, int draws, Lab lab, Key key) {
    double[] errors(Law law) {
        int k = law.terms().size();
        int[] columns = law.terms().stream()
                .mapToInt(t -> standard.features().indexOf(t))
                .toArray();
        double[] theta = new double[k];
        for (int i = 0; i < k; i++) {
            theta[i] = law.coefficients()[i] * standard.deviation()[columns[i]];
        }
        Split learn = standard.learn();
        Scatter scatter = Scatter.of(standard.matrix(learn, columns), k, learn);
        double[][] drawn = lab.map(draws, draw -> drawn(scatter, theta, key.fold(draw))).stream()
                .filter(d -> d.length == k)
                .toArray(double[][]::new);
        double[] out = new double[k];
        for (int i = 0; i < k; i++) {
            int c = i;
            double[] x = java.util.Arrays.stream(drawn)
                    .mapToDouble(d -> d[c] / standard.deviation()[columns[c]])
                    .toArray();
            out[i] = x.length < 2 ? Double.NaN : thalweg.room.symmetry.sample.Groups.deviation(x);
        }
        return out;
    }

    /// The direction nearest to `theta` in a resample, scaled so that the law's largest raw coefficient keeps its size.
    private double[] drawn(Scatter scatter, double[] theta, Key key) {
        int k = theta.length;
        int bundles = scatter.bundles();
        double[] weight = new double[bundles];
        IntStream.range(0, bundles).forEach(i -> weight[i] = key.exponential(i));
        double[] within = new double[k * k];
        double[] total = new double[k * k];
        scatter.weighted(weight, within, total);
        Pencil pencil = Pencil.of(within, total, k);
        if (pencil == null) {
            return new double[0];
        }
        double[] image = Spectrum.product(total, theta, k, k, 1);
        int best = 0;
        double most = 0;
        for (int j = 0; j < k; j++) {
            double dot = 0;
            for (int i = 0; i < k; i++) {
                dot += pencil.vectors()[i * k + j] * image[i];
            }
            if (Math.abs(dot) > Math.abs(most)) {
                most = dot;
                best = j;
            }
        }
        double[] out = new double[k];
        double dot = 0;
        double square = 0;
        for (int i = 0; i < k; i++) {
            out[i] = pencil.vectors()[i * k + best];
            dot += out[i] * theta[i];
            square += theta[i] * theta[i];
        }
        for (int i = 0; i < k; i++) {
            out[i] *= square / dot;
        }
        return out;
    }
}
