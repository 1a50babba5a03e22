package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a regression determines where inputs depend on each other: with `u_d = w_0 + sum_k w_k u_k` only
/// `n_k + sum over dropped d of w_dk n_d` and `ln A + sum over dropped d of w_d0 n_d` act on the target.
///
/// @param prefactor whether A is determined by itself
/// @param combinations the sums that are, with their values
record Identified(boolean prefactor, List<Combination> combinations) {
    private static final double NEGLIGIBLE = 1e-6;

    static Identified of(Regression regression) {
        Plane plane = regression.plane();
        List<String> inputs = regression.names().subList(1, regression.names().size());
        List<Combination> combinations = new ArrayList<>();
        for (int k : regression.dependence().kept()) {
            StringBuilder text = new StringBuilder("n(" + inputs.get(k) + ")");
            for (Dependence.Dropped d : regression.dependence().dropped()) {
                double w = d.weights()[k + 1];
                if (w != 0) {
                    text.append(w < 0 ? " - " : " + ")
                            .append(factor(Math.abs(w)))
                            .append("n(" + inputs.get(d.factor()) + ")");
                }
            }
            if (!regression.dependence().determines(k)) {
                combinations.add(new Combination(text.toString(), plane.slope(k), plane.slopeError(k)));
            }
        }
        StringBuilder text = new StringBuilder("A");
        for (Dependence.Dropped d : regression.dependence().dropped()) {
            double constant = plane.constant(d.factor(), d.weights());
            if (Math.abs(constant) > NEGLIGIBLE) {
                text.append(" * " + number(StrictMath.exp(constant)) + "^n(" + inputs.get(d.factor()) + ")");
            }
        }
        boolean alone = text.length() == 1;
        if (!alone) {
            double[] zero = new double[inputs.size()];
            double value = StrictMath.exp(plane.height(zero));
            combinations.add(new Combination(text.toString(), value, value * plane.error(zero)));
        }
        return new Identified(alone, List.copyOf(combinations));
    }

    private static String factor(double w) {
        return Math.abs(w - 1) < NEGLIGIBLE ? "" : number(w) + " ";
    }

    /// A simple fraction where it is one, else six digits.
    private static String number(double w) {
        Ratio ratio = Ratio.nearest(w, NEGLIGIBLE * w, 1);
        return ratio.consistent() ? ratio.toString() : String.format(Locale.ROOT, "%.6g", w);
    }
}
