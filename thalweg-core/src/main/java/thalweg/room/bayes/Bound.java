package thalweg.room.bayes;

import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.Logarithm;

/// The range of a coordinate and the map from all numbers onto it: `x = low + e^u`, `x = high - e^u`, or
/// `x = low + (high - low) / (1 + e^-u)`.
///
/// Stan Reference Manual 2.39, chapter "Constraint transforms".
record Bound(double low, double high) {
    static final Bound NONE = new Bound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// Reads `0..5`, `0..inf`, `0..` or `..5`.
    ///
    /// @throws Misuse for anything else
    static Bound parse(String name, String text) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            double low = end(text.substring(0, dots).strip(), Double.NEGATIVE_INFINITY);
            double high = end(text.substring(dots + 2).strip(), Double.POSITIVE_INFINITY);
            if (low < high) {
                return new Bound(low, high);
            }
        }
        throw new Misuse(
                "the range \"" + text + "\" of " + name,
                "LOW..HIGH with LOW below HIGH, as 0..1 or 0..inf",
                "write --box " + name + "=0..inf");
    }

    private static double end(String text, double open) {
        if (text.isEmpty()) {
            return open;
        }
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    yield Double.NaN;
                }
            }
        };
    }

    private boolean below() {
        return low > Double.NEGATIVE_INFINITY;
    }

    private boolean above() {
        return high < Double.POSITIVE_INFINITY;
    }

    /// The place of a free coordinate.
    Tensor place(Tensor u) {
        if (below() && above()) {
            return u.neg().exp().plus(1).reciprocal().times(high - low).plus(low);
        }
        return below() ? u.exp().plus(low) : above() ? u.exp().neg().plus(high) : u;
    }

    /// `-ln |dx/du|`.
    Tensor cost(Tensor u) {
        if (below() && above()) {
            Tensor size = u.abs();
            return size.plus(size.neg().exp().log1p().times(2)).minus(Logarithm.log(high - low));
        }
        return below() || above() ? u.neg() : Tensor.of(0);
    }

    double place(double u) {
        if (below() && above()) {
            return low + (high - low) / (1 + Exponential.exp(-u));
        }
        return below() ? low + Exponential.exp(u) : above() ? high - Exponential.exp(u) : u;
    }

    /// @throws Misuse if the value is not inside
    double free(String name, double x) {
        if (!(x > low && x < high)) {
            throw new Misuse(
                    name + " = " + x + " at the start", "a value between " + low + " and " + high, "start inside");
        }
        if (below() && above()) {
            return Logarithm.log((x - low) / (high - x));
        }
        return below() ? Logarithm.log(x - low) : above() ? Logarithm.log(high - x) : x;
    }
}
