package thalweg.room.law.curve;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.landscape.Box;

/// Random starts for parameters of unknown size.
///
/// What a parameter multiplies or is compared with is a column, so its size is that of a column, of the inverse of one,
/// or of a pure number: `v = +- s * 10^u` with `s` the largest size in a column, 1 or 1 over either, and `u` uniform in
/// (-2, 1); or a place between the least and the greatest number of a column.
final class Guess {
    private final double[] least;
    private final double[] greatest;
    private final Box box;

    Guess(Rows rows, Box box) {
        int columns = rows.inputs().length;
        this.least = new double[columns];
        this.greatest = new double[columns];
        this.box = box;
        for (int k = 0; k < columns; k++) {
            least[k] = Arrays.stream(rows.inputs()[k]).min().orElse(0);
            greatest[k] = Arrays.stream(rows.inputs()[k]).max().orElse(0);
        }
    }

    /// A start for coordinate `j`, between its bounds.
    double draw(int j, Key key) {
        double low = box.low()[j];
        double high = box.high()[j];
        if (Double.isFinite(low) && Double.isFinite(high)) {
            return between(low, high, key);
        }
        double value = free(key);
        if (value >= low && value <= high) {
            return value;
        }
        return Double.isFinite(low) ? low + Math.abs(value) : high - Math.abs(value);
    }

    private static double between(double low, double high, Key key) {
        double u = key.uniform(0);
        boolean decades = low > 0 && high / low > 100;
        return decades ? low * StrictMath.pow(high / low, u) : low + u * (high - low);
    }

    private double free(Key key) {
        int columns = least.length;
        int kind = (int) key.integer(0, 3L * columns + 1);
        double sign = key.uniform(1) < 0.3 ? -1 : 1;
        double size = StrictMath.pow(10, 3 * key.uniform(2) - 2);
        if (kind == 3 * columns) {
            return sign * size;
        }
        int k = kind % columns;
        double most = Math.max(Math.abs(least[k]), Math.abs(greatest[k]));
        return switch (kind / columns) {
            case 0 -> least[k] + key.uniform(2) * (greatest[k] - least[k]);
            case 1 -> sign * size * (most > 0 ? most : 1);
            default -> sign * size / (most > 0 ? most : 1);
        };
    }
}
