package thalweg.measure;

/// The eigenvalues of a symmetric tridiagonal matrix with the first and the last component of each eigenvector,
/// by implicit QL rotations: the nodes of a Gauss rule, its weights (squares of first components), and what
/// bounds the error of a Ritz value (last components).
///
/// Golub and Welsch, Mathematics of Computation 23 (1969) 221; Wilkinson's shift. In no order.
record Tridiagonal(double[] value, double[] first, double[] last) {
    private static final int MOST = 60;

    /// @param diagonal `n` numbers
    /// @param beside the `n - 1` numbers beside the diagonal; more are ignored
    static Tridiagonal solve(double[] diagonal, double[] beside) {
        int n = diagonal.length;
        double[] d = diagonal.clone();
        double[] e = new double[n];
        System.arraycopy(beside, 0, e, 0, n - 1);
        double[] first = new double[n];
        double[] last = new double[n];
        first[0] = 1;
        last[n - 1] = 1;
        for (int low = 0; low < n; low++) {
            for (int sweep = 0; sweep < MOST; sweep++) {
                int high = low;
                while (high < n - 1 && Math.abs(e[high]) > Math.ulp(Math.abs(d[high]) + Math.abs(d[high + 1])) / 2) {
                    high++;
                }
                if (high == low) {
                    break;
                }
                sweep(d, e, first, last, low, high);
            }
        }
        return new Tridiagonal(d, first, last);
    }

    /// One QL step on rows `low .. high`, shifted by the eigenvalue of the leading two rows that is nearer to the
    /// corner.
    private static void sweep(double[] d, double[] e, double[] first, double[] last, int low, int high) {
        double half = (d[low + 1] - d[low]) / (2 * e[low]);
        double root = StrictMath.hypot(half, 1);
        double g = d[high] - d[low] + e[low] / (half + Math.copySign(root, half));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = StrictMath.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            rotate(first, i, s, c);
            rotate(last, i, s, c);
        }
        d[low] -= p;
        e[low] = g;
        e[high] = 0;
    }

    private static void rotate(double[] z, int i, double s, double c) {
        double f = z[i + 1];
        z[i + 1] = s * z[i] + c * f;
        z[i] = c * z[i] - s * f;
    }
}
