package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.List;

/// Laws that were chosen, as orthonormal directions among the directions of a spectrum.
final class Space {
    private static final double NEW = 0.1;

    private final Spectrum spectrum;
    private final List<double[]> basis = new ArrayList<>();

    Space(Spectrum spectrum) {
        this.spectrum = spectrum;
    }

    int size() {
        return basis.size();
    }

    /// A series on all rows in the coordinates of the spectrum, of unit length.
    ///
    /// @return null if the series is none of the features' combinations
    double @org.jspecify.annotations.Nullable [] coordinates(double[] series, double share) {
        Split learn = spectrum.standard.learn();
        int r = spectrum.rank;
        double[] x = new double[learn.size()];
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = series[learn.rows()[i]];
            mean += x[i] / x.length;
        }
        double[] b = new double[r];
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            double d = (x[i] - mean) / (x.length - 1);
            variance += d * (x[i] - mean);
            for (int j = 0; j < r; j++) {
                b[j] += d * spectrum.learned[i * r + j];
            }
        }
        double square = 0;
        for (double v : b) {
            square += v * v;
        }
        if (!(variance > 0) || square < share * variance) {
            return null;
        }
        for (int j = 0; j < r; j++) {
            b[j] /= Math.sqrt(square);
        }
        return b;
    }

    /// Adds a direction unless it lies within the space already.
    ///
    /// @return whether it was new
    boolean add(double[] direction) {
        double[] rest = direction.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] q : basis) {
                double dot = dot(q, rest);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= dot * q[i];
                }
            }
        }
        double norm = Math.sqrt(dot(rest, rest));
        if (norm < NEW) {
            return false;
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= norm;
        }
        basis.add(rest);
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
