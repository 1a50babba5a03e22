package thalweg.room.symmetry.invariant;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Coefficients as simple fractions, where their errors allow it.
public final class Snapped {
    private static final int MOST = 12;
    private static final double LOOSE = 0.03;
    private static final double TIGHT = 1e-6;

    private Snapped() {}

    /// The fractions of smallest denominators within three standard errors, up to a common factor; null if one
    /// coefficient has none or is known to less than 1 %.
    public static double @Nullable [] of(Law law) {
        double[] c = law.coefficients();
        for (int unit = 0; unit <= c.length; unit++) {
            double scale = unit == 0 ? 1 : Math.abs(c[unit - 1]);
            double[] snapped = new double[c.length];
            boolean all = true;
            for (int i = 0; i < c.length && all; i++) {
                double error = law.errors()[i] / scale;
                double bias = law.heldOut() * law.heldOut() * Math.abs(c[i]) / scale;
                double reach = 3 * (Double.isNaN(error) ? 0 : error) + bias / 2 + TIGHT;
                snapped[i] = reach < LOOSE ? nearest(c[i] / scale, reach) : Double.NaN;
                all = !Double.isNaN(snapped[i]) && snapped[i] != 0;
            }
            if (all) {
                double largest = Arrays.stream(snapped).map(Math::abs).max().orElse(1);
                for (int i = 0; i < snapped.length; i++) {
                    snapped[i] /= largest;
                }
                return snapped;
            }
        }
        return null;
    }

    private static double nearest(double x, double reach) {
        for (int q = 1; q <= MOST; q++) {
            double top = Math.rint(x * q);
            if (Math.abs(top / q - x) <= reach) {
                return top / q;
            }
        }
        return Double.NaN;
    }

    /// Coefficients with the digits that their errors leave meaning and one more, nine at most.
    public static double[] rounded(Law law) {
        double[] c = law.coefficients().clone();
        for (int i = 0; i < c.length; i++) {
            double error = law.errors()[i];
            double floor = 1e-9 * Math.abs(c[i]);
            double step = Math.max(Double.isNaN(error) ? floor : error / 10, floor);
            c[i] = round(c[i], step);
        }
        return c;
    }

    private static double round(double x, double step) {
        if (x == 0 || !(step > 0) || !Double.isFinite(step)) {
            return x;
        }
        java.math.BigDecimal exact = new java.math.BigDecimal(x);
        java.math.BigDecimal unit = new java.math.BigDecimal(step);
        int places = unit.scale() - unit.precision() + 1;
        double rounded =
                exact.setScale(places, java.math.RoundingMode.HALF_EVEN).doubleValue();
        return rounded == 0 ? x : rounded;
    }
}
