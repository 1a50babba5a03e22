package thalweg.measure;

import thalweg.array.Misuse;

/// A density read from draws, a mean of Gaussian bells, `f(x) = (1 / (n h)) sum_i phi((x - x_i) / h)`.
///
/// On a grid, from draws shared out linearly between their neighbours on it (Wand, J. Comp. Graph. Stat. 3 (1994)
/// 433).
///
/// @param x the grid, even; empty where there is no density
/// @param value the density there
/// @param bandwidth h
/// @param remark why there is no density, or what to know; empty where all is well
public record Density(double[] x, double[] value, double bandwidth, String remark) {
    private static final int FEWEST = 512;
    private static final int MOST = 1 << 16;
    private static final double REACH = 8;

    /// With the bandwidth of Botev, Grotowski and Kroese, which finds narrow peaks; Silverman's where that has
    /// none.
    public static Density of(double[] draws) {
        return of(draws, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// Of a quantity that cannot leave `[low, high]`: what the bells put outside is folded back at finite bounds.
    ///
    /// @throws Misuse for `low >= high`, or draws outside
    public static Density of(double[] draws, double low, double high) {
        String flaw = Series.flaw(draws, 2);
        if (!flaw.isEmpty()) {
            return new Density(new double[0], new double[0], Double.NaN, flaw);
        }
        double[] sorted = RadixSort.of(draws).sorted();
        double width = Bandwidth.improved(sorted);
        return Double.isNaN(width) || width <= 0
                ? of(sorted, low, high, Bandwidth.silverman(sorted))
                : of(sorted, low, high, width);
    }

    /// With a given bandwidth.
    ///
    /// @throws Misuse for a bandwidth that is not positive, `low >= high`, or draws outside
    public static Density of(double[] draws, double low, double high, double bandwidth) {
        String odd = Series.odd("draw", draws);
        if (!odd.isEmpty() || draws.length == 0) {
            return new Density(new double[0], new double[0], bandwidth, odd.isEmpty() ? "no draws" : odd);
        }
        double[] sorted = RadixSort.of(draws).sorted();
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        if (!(bandwidth > 0) || !(low < high) || first < low || last > high) {
            throw new Misuse(
                    "draws from " + first + " to " + last + " with bounds " + low + " and " + high + " and bandwidth "
                            + bandwidth,
                    "a positive bandwidth and draws between the bounds",
                    "pass infinite bounds where there are none");
        }
        double from = Math.max(first - 3 * bandwidth, low);
        double to = Math.min(last + 3 * bandwidth, high);
        return new Grid(sorted, from, to, bandwidth).density(from == low, to == high);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] value() {
        return value.clone();
    }

    /// Draws shared out on an even grid that reaches beyond both ends as far as bells do.
    private static final class Grid {
        private final int cells;
        private final double from;
        private final double cell;
        private final double bandwidth;
        private final int margin;
        private final double[] mass;

        Grid(double[] draws, double from, double to, double bandwidth) {
            this.from = from;
            this.bandwidth = bandwidth;
            this.cells = (int) Math.min(Math.max(4 * (to - from) / bandwidth, FEWEST), MOST);
            this.cell = (to - from) / (cells - 1);
            this.margin = (int) Math.min(Math.ceil(REACH * bandwidth / cell), cells - 1);
            this.mass = new double[cells];
            for (double draw : draws) {
                double place = (draw - from) / cell;
                int below = Math.min((int) place, cells - 2);
                mass[below] += (below + 1 - place) / draws.length;
                mass[below + 1] += (place - below) / draws.length;
            }
        }

        Density density(boolean foldLow, boolean foldHigh) {
            double[] bell = new double[margin + 1];
            for (int d = 0; d <= margin; d++) {
                double z = d * cell / bandwidth;
                bell[d] = StrictMath.exp(-0.5 * z * z) / (bandwidth * Math.sqrt(2 * Math.PI));
            }
            double[] x = new double[cells];
            double[] value = new double[cells];
            for (int i = 0; i < cells; i++) {
                x[i] = from + i * cell;
                for (int j = Math.max(i - margin, 0); j <= Math.min(i + margin, cells - 1); j++) {
                    value[i] += mass[j] * bell[Math.abs(i - j)];
                }
                if (foldLow) {
                    for (int j = 0; i + j <= margin && j < cells; j++) {
                        value[i] += mass[j] * bell[i + j];
                    }
                }
                if (foldHigh) {
                    int end = cells - 1 - i;
                    for (int j = 0; end + j <= margin && j < cells; j++) {
                        value[i] += mass[cells - 1 - j] * bell[end + j];
                    }
                }
            }
            String coarse = cell > bandwidth ? "the grid is coarser than the bandwidth: draws lie far out" : "";
            return new Density(x, value, bandwidth, coarse);
        }
    }
}
