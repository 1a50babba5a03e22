package thalweg.room.symmetry.invariant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.room.symmetry.library.Feature;

/// A combination refitted on its own terms from the rows themselves.
///
/// Where measuring errors make the ratio, `W theta = kappa N theta` is solved with the covariance `N` that errors give
/// the features, which takes from the coefficients what errors in the coordinates pull them to (Fuller, Measurement
/// Error Models (1987), section 2.3).
///
/// @param within variance within groups of all standardised features
record Refit(Standard standard, Combination combination, double[] within) {
    private static final double NOISY = 1e-4;

    Law law(int degree) {
        int[] columns = combination.columns();
        double[] theta = corrected(refitted());
        double[] raw = new double[theta.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = theta[i] / standard.deviation()[columns[i]];
        }
        normalise(raw);
        double[] series = standard.combined(columns, theta);
        double heldOut = standard.judge().ratio(series);
        double[] judged = IntStream.of(standard.judge().rows())
                .mapToDouble(i -> series[i])
                .toArray();
        double explained = standard.noise(columns, theta);
        double within = standard.judge().within(judged);
        List<Feature> terms =
                IntStream.of(columns).mapToObj(standard.features()::get).toList();
        double[] unknown = new double[raw.length];
        Arrays.fill(unknown, Double.NaN);
        return new Law(
                terms,
                raw,
                unknown,
                standard.learn().ratio(series),
                heldOut,
                explained > 0 ? within / explained : within > 0 ? Double.POSITIVE_INFINITY : 0,
                1,
                false,
                degree);
    }

    /// The largest coefficient of size 1, the first positive.
    static void normalise(double[] raw) {
        double largest = Arrays.stream(raw).map(Math::abs).max().orElse(1);
        double sign = raw.length > 0 && raw[0] < 0 ? -1 : 1;
        for (int i = 0; i < raw.length; i++) {
            raw[i] /= sign * largest;
        }
    }

    private double[] corrected(double[] theta) {
        int k = theta.length;
        int[] columns = combination.columns();
        double explained = standard.noise(columns, theta);
        if (k == 1 || combination.ratio() < NOISY || !(explained > 0)) {
            return theta;
        }
        int p = standard.size();
        double[] w = new double[k * k];
        double[] n = new double[k * k];
        for (int i = 0; i < k * k; i++) {
            w[i] = within[columns[i / k] * p + columns[i % k]];
            n[i] = standard.noise()[columns[i / k] * p + columns[i % k]];
        }
        Pencil pencil = Pencil.of(w, n, k);
        if (pencil == null) {
            return theta;
        }
        double[] best = new double[k];
        double dot = 0;
        double square = 0;
        double own = 0;
        for (int i = 0; i < k; i++) {
            best[i] = pencil.vectors()[i * k];
            dot += best[i] * theta[i];
            square += best[i] * best[i];
            own += theta[i] * theta[i];
        }
        boolean alike = dot * dot > 0.9 * square * own;
        for (int i = 0; i < k && alike; i++) {
            best[i] *= own / dot;
        }
        return alike ? best : theta;
    }

    /// The part of the combination among the directions of its own features whose ratio is as small.
    private double[] refitted() {
        int k = combination.terms();
        Spectrum own = new Spectrum(standard, combination.columns());
        Split learn = standard.learn();
        double[] v = standard.combined(combination.columns(), combination.theta());
        double[] theta = new double[k];
        double limit = Math.max(combination.ratio() * 1.0001, 1e-7);
        double norm = 0;
        for (int j = 0; j < own.rank && (own.train[j] <= limit || j == 0); j++) {
            double dot = 0;
            for (int i = 0; i < learn.size(); i++) {
                dot += own.learned[i * own.rank + j] * v[learn.rows()[i]];
            }
            norm += dot * dot;
            for (int i = 0; i < k; i++) {
                theta[i] += dot * own.theta[i * own.rank + j];
            }
        }
        return norm > 0 ? theta : combination.theta();
    }
}
