package thalweg.room.law.power;

import java.util.Arrays;

/// A power law that outliers in the target do not pull: an [MEstimate] in logarithms. Whether it explains the
/// data is asked of the squares and products of the logarithms, by Wald's test.
final class Robust {
    private Robust() {}

    static Regression fit(LogTable table, Loss loss) {
        Dependence dependence = table.dependence();
        int factors = table.factors();
        int rows = table.rows();
        int[] kept = dependence.kept().stream().mapToInt(k -> k).toArray();
        double[] b = Arrays.copyOf(table.value[factors], rows);
        double[] origin = new double[factors];
        Arrays.setAll(origin, k -> table.value[k][0]);
        MEstimate flat = new MEstimate(design(table, kept, origin, 0), kept.length + 1, b, loss);
        Plane plane = new Plane(
                origin,
                dependence.spread(flat.coefficient(), factors),
                dependence.spreadSquare(flat.covariance(), factors));
        double squares = flat.scale() * flat.scale() * (rows - 1 - kept.length);
        Goodness goodness = curvature(table, kept, origin, b, loss);
        return new Regression(
                table.names(), plane, dependence, rows, squares, false, goodness, table.low(), table.high());
    }

    /// Wald's test of the squares' weights, in the robust fit that has them.
    private static Goodness curvature(LogTable table, int[] kept, double[] origin, double[] b, Loss loss) {
        if (kept.length == 0) {
            return new Goodness.Untested("there is no input whose curvature could be tested");
        }
        int linear = kept.length + 1;
        int columns = linear + kept.length;
        long free = b.length - (long) columns;
        if (free < 1) {
            return new Goodness.Untested("too few rows to test for a curvature");
        }
        double[] a = design(table, kept, origin, kept.length);
        MEstimate bent = new MEstimate(a, columns, b, loss);
        if (bent.scale() == 0) {
            return new Goodness.Untested("more than half of the rows lie on the law to rounding");
        }
        double[] c = bent.coefficient();
        double[] covariance = bent.covariance();
        double f = 0;
        for (int k = 0; k < kept.length; k++) {
            int at = linear + k;
            double variance = covariance[at * columns + at];
            f = Math.max(f, variance > 0 ? c[at] * c[at] / variance : 0);
        }
        double one = Goodness.Curvature.of(f, 1, free).p();
        return new Goodness.Curvature(f, kept.length, free, Math.min(1, one * kept.length));
    }

    private static double[] design(LogTable table, int[] kept, double[] origin, int squares) {
        int columns = 1 + kept.length + squares;
        double[] a = new double[table.rows() * columns];
        for (int i = 0; i < table.rows(); i++) {
            a[i * columns] = 1;
            for (int j = 0; j < kept.length; j++) {
                double u = table.value[kept[j]][i] - origin[kept[j]];
                a[i * columns + 1 + j] = u;
                if (j < squares) {
                    a[i * columns + 1 + kept.length + j] = u * u;
                }
            }
        }
        return a;
    }
}
