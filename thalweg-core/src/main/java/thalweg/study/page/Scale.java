package thalweg.study.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import thalweg.study.Axis;

/// Maps the values of an axis to places on the page, with ticks at 1, 2 and 5 times powers of ten.
///
/// @param low smallest value shown, in the scale's own measure (a logarithm for a log axis)
/// @param high largest value shown, likewise
/// @param from where `low` lies on the page
/// @param to where `high` lies
public record Scale(boolean log, double low, double high, double from, double to) {
    /// A scale that holds all `values` with a little room around them.
    static Scale of(Axis axis, double[] values, boolean zero, double from, double to) {
        boolean log = axis.scale() == Axis.Scale.LOG;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            double measure = log ? StrictMath.log10(value) : value;
            if (Double.isFinite(measure)) {
                low = Math.min(low, measure);
                high = Math.max(high, measure);
            }
        }
        if (low > high) {
            return new Scale(log, 0, 1, from, to);
        }
        if (zero && !log) {
            low = Math.min(low, 0);
            high = Math.max(high, 0);
        }
        double room = high > low ? 0.05 * (high - low) : Math.max(Math.abs(low) * 0.1, 0.5);
        boolean ground = zero && !log && low == 0;
        return new Scale(log, ground ? 0 : low - room, high + room, from, to);
    }

    /// A scale that ends exactly at the first and last of `values`.
    static Scale exact(double low, double high, double from, double to) {
        return new Scale(false, low, high, from, to);
    }

    /// Where a value lies on the page; no finite number where it has no place.
    public double at(double value) {
        double measure = log ? StrictMath.log10(value) : value;
        return from + (measure - low) / (high - low) * (to - from);
    }

    /// Whether a value is shown.
    public boolean holds(double value) {
        double measure = log ? StrictMath.log10(value) : value;
        return measure >= low - 1e-9 * (high - low) && measure <= high + 1e-9 * (high - low);
    }

    /// The values that get a label.
    public List<Double> ticks() {
        return log ? decades() : linear(low, high, Math.abs(to - from) < 320 ? 5 : 7);
    }

    private static List<Double> linear(double low, double high, int most) {
        double rough = (high - low) / most;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough) {
                step = factor * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        BigDecimal exact = new BigDecimal(step).round(new java.math.MathContext(3));
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(exact.multiply(BigDecimal.valueOf(k)).doubleValue());
        }
        return ticks;
    }

    private List<Double> decades() {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.floor(low);
        int last = (int) Math.ceil(high);
        if (high - low < 0.8) {
            double bottom = StrictMath.pow(10, low);
            return linear(bottom, StrictMath.pow(10, high), 4).stream()
                    .filter(v -> v > 0)
                    .toList();
        }
        int stride = Math.max(1, (last - first) / 8);
        double[] within = high - low < 2.5 ? new double[] {1, 2, 5} : new double[] {1};
        for (int decade = Math.floorDiv(first, stride) * stride; decade <= last; decade += stride) {
            for (double factor : within) {
                double value = Double.parseDouble(factor + "e" + decade);
                if (holds(value)) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    /// The values between labels that get a small tick; none on a linear axis.
    List<Double> minor() {
        List<Double> ticks = new ArrayList<>();
        if (log && high - low <= 8 && high - low >= 0.8) {
            for (int decade = (int) Math.floor(low); decade <= high; decade++) {
                for (int factor = 2; factor < 10; factor++) {
                    double value = Double.parseDouble(factor + "e" + decade);
                    if (holds(value)) {
                        ticks.add(value);
                    }
                }
            }
        }
        return ticks;
    }

    /// A tick's label: plain from 0.001 to 99999, else a power of ten.
    static String label(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e5) {
            return minus(new BigDecimal(value)
                    .round(new java.math.MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent).toPlainString();
        String power = "10" + raised(exponent);
        return mantissa.equals("1") ? power : minus(mantissa) + "·" + power;
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
