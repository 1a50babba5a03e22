package thalweg.linalg;

/// Single eigenvalues of a symmetric tridiagonal matrix by counting and bisection.
///
/// The number of negative pivots of `T - x` is the number of eigenvalues below `x`: Givens 1954; Wilkinson, *The
/// Algebraic Eigenvalue Problem* (1965), chapter 5, section 36.
final class Sturm {
    private Sturm() {}

    /// Eigenvalue number `index` (from 0, ascending) of the matrix with diagonal `d` and elements `e` beside it.
    static double eigenvalue(double[] d, double[] e, int n, int index) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double reach = (i > 0 ? Math.abs(e[i - 1]) : 0) + (i + 1 < n ? Math.abs(e[i]) : 0);
            low = Math.min(low, d[i] - reach);
            high = Math.max(high, d[i] + reach);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        while (high - low > 0x1p-52 * Math.max(Math.abs(low), Math.abs(high)) && high - low > 0x1p-60 * size) {
            double middle = low + (high - low) / 2;
            if (below(d, e, n, middle) > index) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low + (high - low) / 2;
    }

    private static int below(double[] d, double[] e, int n, double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < n; i++) {
            double off = i == 0 ? 0 : e[i - 1] * e[i - 1];
            pivot = d[i] - x - (off == 0 ? 0 : off / (pivot == 0 ? Double.MIN_NORMAL : pivot));
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }
}
