package thalweg.landscape;

import java.util.Arrays;
import thalweg.array.Misuse;

/// A box of places: `low_i <= x_i <= high_i`; infinite ends are allowed.
public record Box(double[] low, double[] high) {
    /// @throws Misuse if the ends differ in number, one is NaN, or a low end lies above its high end
    public Box {
        if (low.length != high.length) {
            throw new Misuse(
                    low.length + " low ends and " + high.length + " high ends",
                    "as many of each",
                    "give both for each");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i])) {
                throw new Misuse("bounds " + low[i] + " .. " + high[i] + " of coordinate " + i, "low <= high", "swap");
            }
        }
        low = low.clone();
        high = high.clone();
    }

    /// All of space, in `size` coordinates.
    public static Box everywhere(int size) {
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new Box(low, high);
    }

    /// The same ends for each of `size` coordinates.
    public static Box cube(int size, double low, double high) {
        double[] lows = new double[size];
        double[] highs = new double[size];
        Arrays.fill(lows, low);
        Arrays.fill(highs, high);
        return new Box(lows, highs);
    }

    /// The number of coordinates.
    public int size() {
        return low.length;
    }

    /// Whether a place lies in the box; NaN does not.
    public boolean contains(double[] x) {
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= x[i] && x[i] <= high[i])) {
                return false;
            }
        }
        return true;
    }

    /// Moves a place to the nearest in the box.
    public void clamp(double[] x) {
        for (int i = 0; i < low.length; i++) {
            x[i] = Math.min(Math.max(x[i], low[i]), high[i]);
        }
    }
}
