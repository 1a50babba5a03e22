package thalweg.measure;

import thalweg.array.Misuse;

/// An interval that holds a given part of the draws.
///
/// @param low its lower end; NaN where there is none
/// @param high its upper end
/// @param mass the part of the draws that it holds
/// @param remark why there is none; empty where there is
public record Interval(double low, double high, double mass, String remark) {
    /// The interval with equal parts of the draws on both sides.
    ///
    /// @throws Misuse for a mass outside (0, 1)
    public static Interval equalTailed(double[] draws, double mass) {
        String flaw = flaw(draws, mass);
        if (!flaw.isEmpty()) {
            return new Interval(Double.NaN, Double.NaN, mass, flaw);
        }
        double[] sorted = RadixSort.of(draws).sorted();
        return new Interval(Quantile.of(sorted, (1 - mass) / 2), Quantile.of(sorted, (1 + mass) / 2), mass, "");
    }

    /// The shortest interval from one draw to another that holds the mass (Chen and Shao, J. Comp. Graph. Stat. 8
    /// (1999) 69): for a law with one peak, the points of highest density.
    ///
    /// @throws Misuse for a mass outside (0, 1)
    public static Interval shortest(double[] draws, double mass) {
        String flaw = flaw(draws, mass);
        if (!flaw.isEmpty()) {
            return new Interval(Double.NaN, Double.NaN, mass, flaw);
        }
        double[] sorted = RadixSort.of(draws).sorted();
        int inside = (int) (mass * sorted.length);
        int best = 0;
        for (int i = 0; i + inside < sorted.length; i++) {
            if (sorted[i + inside] - sorted[i] < sorted[best + inside] - sorted[best]) {
                best = i;
            }
        }
        return new Interval(sorted[best], sorted[best + inside], mass, "");
    }

    private static String flaw(double[] draws, double mass) {
        if (!(mass > 0 && mass < 1)) {
            throw new Misuse("an interval of mass " + mass, "a mass in (0, 1)", "90 % is 0.9");
        }
        return draws.length == 0 ? "no draws" : Series.odd("draw", draws);
    }
}
