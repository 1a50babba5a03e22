package thalweg.room.learning.spectrum;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.linalg.Eigenpairs;
import thalweg.linalg.Lanczos;
import thalweg.linalg.LinearMap;
import thalweg.linalg.SymmetricEigen;
import thalweg.measure.Estimate;
import thalweg.measure.Spectrum;

/// What was found of the eigenvalues of one matrix: all of them, or their density and both ends by Lanczos.
///
/// @param size order of the matrix
/// @param values ascending; all of them, or those at the two ends that were asked for
/// @param whole whether `values` are all
/// @param sampled the density by random vectors; null where all values are known
public record Measured(int size, double[] values, boolean whole, @Nullable Spectrum sampled) {
    /// How closely eigenvalues at the ends are found, relative to the largest.
    private static final double TOLERANCE = 1e-8;

    /// All eigenvalues, by the matrix itself: `size` products and `size^2` numbers.
    public static Measured dense(LinearMap map, int size) {
        return new Measured(size, SymmetricEigen.of(Matrix.dense(map, size), size).values(), true, null);
    }

    /// The density from `probes` random vectors of `steps` Lanczos steps each, and `ends` eigenvalues at each end;
    /// memory for `steps` vectors.
    public static Measured lanczos(LinearMap map, int size, int steps, int probes, int ends, Key key) {
        Spectrum spectrum = Spectrum.lanczos(
                size,
                v -> {
                    double[] product = new double[size];
                    map.apply(v, product);
                    return product;
                },
                steps,
                probes,
                key.fold(0));
        int wanted = Math.min(ends, size / 2);
        double[] values = new double[2 * wanted];
        if (wanted > 0 && spectrum.largest().known()) {
            double[] start = key.fold(1).normals(size);
            Eigenpairs low = Lanczos.solve(map, start, wanted, Lanczos.End.SMALLEST, TOLERANCE, 10 * steps);
            Eigenpairs high = Lanczos.solve(map, start, wanted, Lanczos.End.LARGEST, TOLERANCE, 10 * steps);
            System.arraycopy(low.values(), 0, values, 0, Math.min(wanted, low.values().length));
            System.arraycopy(high.values(), 0, values, wanted, Math.min(wanted, high.values().length));
            Arrays.sort(values);
        }
        return new Measured(size, values, false, spectrum);
    }

    private static Estimate exactly(double value) {
        return Estimate.of(value, Double.NaN, Double.NaN);
    }

    /// The largest eigenvalue.
    public Estimate largest() {
        return sampled == null ? exactly(values[size - 1]) : sampled.largest();
    }

    /// The smallest eigenvalue.
    public Estimate smallest() {
        return sampled == null ? exactly(values[0]) : sampled.smallest();
    }

    /// The sum of all.
    public Estimate trace() {
        return sampled == null ? exactly(Arrays.stream(values).sum()) : sampled.trace();
    }

    /// How large an eigenvalue must be to differ from 0: the rounding of a matrix of this size.
    public double rounding() {
        double norm = Math.max(Math.abs(largest().value()), Math.abs(smallest().value()));
        return 8 * size * Math.ulp(1.0) * norm;
    }

    /// Whether Lanczos ended in an invariant space, whose eigenvalues are exact.
    public boolean exhausted() {
        return sampled != null && sampled.largest().error() == 0;
    }

    /// How many are negative: at a critical point, the Morse index.
    public Estimate negative() {
        double least = -rounding();
        return count(x -> x < least ? 1 : 0);
    }

    /// How many are 0 to rounding: flat directions.
    public Estimate flat() {
        double most = rounding();
        return count(x -> Math.abs(x) <= most ? 1 : 0);
    }

    private Estimate count(java.util.function.DoubleUnaryOperator share) {
        return sampled == null
                ? exactly(Arrays.stream(values).map(share).sum())
                : sampled.trace(share);
    }

    /// The density of eigenvalues, each spread out as a bell of the given width; errors are 0 where all are known.
    public Spectrum.Band density(double[] x, double width) {
        if (sampled != null) {
            return sampled.density(x, width);
        }
        double[] density = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (double value : values) {
                double z = (x[i] - value) / width;
                density[i] += StrictMath.exp(-0.5 * z * z) / (width * size * Math.sqrt(2 * Math.PI));
            }
        }
        return new Spectrum.Band(x, density, new double[x.length]);
    }
}
