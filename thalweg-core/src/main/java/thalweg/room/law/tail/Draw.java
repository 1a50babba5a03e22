package thalweg.room.law.tail;

/// Draws from a power law by inversion; for integers from a table of their survival, which is walked by
/// bisection, and beyond its end by solving for the quantile.
final class Draw {
    private static final int LONGEST = 1 << 16;
    private static final double RARE = 1e-5;

    private final PowerTail law;
    private final double[] survival;

    Draw(PowerTail law) {
        this.law = law;
        this.survival = law instanceof Zeta ? table(law) : new double[0];
    }

    private static double[] table(PowerTail law) {
        double[] table = new double[LONGEST];
        int length = 0;
        while (length < LONGEST && law.min() + length <= law.max()) {
            double k = law.min() + length;
            table[length] = law.survival(k, StrictMath.log(k));
            length++;
            if (table[length - 1] < RARE) {
                break;
            }
        }
        return java.util.Arrays.copyOf(table, length);
    }

    /// The draw that belongs to a uniform `u` in (0, 1).
    double at(double u) {
        int last = survival.length - 1;
        if (last < 0 || u <= survival[last]) {
            return law.quantile(u);
        }
        int low = 0;
        int high = last;
        while (high - low > 1) { // survival[low] >= u > survival[high]
            int middle = (low + high) >>> 1;
            if (survival[middle] >= u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return law.min() + low;
    }
}
