package thalweg.room.law.trial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prefactor;

/// The share of samples whose stated 95 % interval holds the truth, for a law `y = 2.5 x^1.5` with normal
/// errors in the logarithms.
///
/// @param samples how many were drawn
/// @param exponent the share for the exponent of `x`
/// @param prefactor the share for the prefactor
public record Coverage(int samples, double exponent, double prefactor) {
    private static final double EXPONENT = 1.5;
    private static final double PREFACTOR = 2.5;

    /// What is known about the errors, and so how the law is fitted.
    public enum Errors {
        /// equal errors of 5 % in y, not stated; 12 rows
        UNKNOWN,
        /// stated errors of 2 to 10 % in y; 12 rows
        IN_TARGET,
        /// stated errors of 2 to 10 % in x and in y; 30 rows
        IN_BOTH
    }

    /// Draws and fits `samples` tables; sample `i` depends on the key and `i` alone.
    public static Coverage of(Errors errors, int samples, Key key) {
        int exponent = 0;
        int prefactor = 0;
        for (int i = 0; i < samples; i++) {
            PowerLaw law = fit(errors, key.fold(i));
            Exponent n = law.exponents().getFirst();
            Prefactor a = law.prefactor();
            exponent += n.low() <= EXPONENT && EXPONENT <= n.high() ? 1 : 0;
            prefactor += a.low() <= PREFACTOR && PREFACTOR <= a.high() ? 1 : 0;
        }
        return new Coverage(samples, (double) exponent / samples, (double) prefactor / samples);
    }

    /// The standard error of a share near 95 %.
    public double error() {
        return Math.sqrt(0.95 * 0.05 / samples);
    }

    private static PowerLaw fit(Errors errors, Key key) {
        int rows = errors == Errors.IN_BOTH ? 30 : 12;
        double[] place = key.fold(0).uniforms(rows);
        double[] sx = key.fold(1).uniforms(rows);
        double[] sy = key.fold(2).uniforms(rows);
        double[] ex = key.fold(3).normals(rows);
        double[] ey = key.fold(4).normals(rows);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            sx[i] = errors == Errors.IN_BOTH ? 0.02 + 0.08 * sx[i] : 0;
            sy[i] = errors == Errors.UNKNOWN ? 0.05 : 0.02 + 0.08 * sy[i];
            double log = 4 * place[i];
            x[i] = StrictMath.exp(log + sx[i] * ex[i]);
            y[i] = PREFACTOR * StrictMath.exp(EXPONENT * log + sy[i] * ey[i]);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", x);
        columns.put("y", y);
        columns.put("x_error", absolute(x, sx));
        columns.put("y_error", absolute(y, sy));
        Dataset table = Dataset.of(columns);
        return switch (errors) {
            case UNKNOWN -> PowerLaw.plain(table, "y", List.of("x"));
            case IN_TARGET -> PowerLaw.weighted(table, "y", List.of("x"), Map.of("y", "y_error"));
            case IN_BOTH -> PowerLaw.weighted(table, "y", List.of("x"), Map.of("x", "x_error", "y", "y_error"));
        };
    }

    private static double[] absolute(double[] value, double[] relative) {
        double[] product = new double[value.length];
        Arrays.setAll(product, i -> value[i] * relative[i]);
        return product;
    }
}
