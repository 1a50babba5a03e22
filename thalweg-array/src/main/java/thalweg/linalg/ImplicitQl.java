package thalweg.linalg;

/// Eigenvalues and eigenvectors of a small symmetric tridiagonal matrix by the implicit QL method with
/// Wilkinson's shift.
///
/// Bowdler, Martin, Reinsch and Wilkinson, *The QR and QL algorithms for symmetric matrices*, Numer. Math. 11
/// (1968) 293.
final class ImplicitQl {
    private static final int SWEEPS = 60;

    private ImplicitQl() {}

    /// Works on `d[from .. to)` and `e[from .. to - 1)`; row `i` of `q` (of stride `stride`, columns `from ..
    /// to`) becomes the eigenvector of `d[i]`. `e` is overwritten.
    static void solve(double[] d, double[] e, int from, int to, double[] q, int stride) {
        for (int i = from; i < to; i++) {
            for (int j = from; j < to; j++) {
                q[i * stride + j] = i == j ? 1 : 0;
            }
        }
        for (int l = from; l < to; l++) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                int m = split(d, e, l, to);
                if (m == l) {
                    break;
                }
                chase(d, e, l, m, q, stride, from, to);
            }
        }
    }

    /// The first place from `l` on where the matrix falls apart.
    private static int split(double[] d, double[] e, int l, int to) {
        for (int m = l; m < to - 1; m++) {
            if (Math.abs(e[m]) <= 0x1p-53 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) {
                return m;
            }
        }
        return to - 1;
    }

    private static void chase(double[] d, double[] e, int l, int m, double[] q, int stride, int from, int to) {
        double slope = (d[l + 1] - d[l]) / (2 * e[l]);
        double root = Math.sqrt(Math.fma(slope, slope, 1));
        double g = d[m] - d[l] + e[l] / (slope + Math.copySign(root, slope));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double r = Math.sqrt(Math.fma(f, f, g * g));
            if (i + 1 < m) {
                e[i + 1] = r;
            }
            if (r == 0) {
                d[i + 1] -= p;
                if (m < to - 1) {
                    e[m] = 0;
                }
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = Math.fma(d[i] - g, s, 2 * c * b);
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            rotate(q, i * stride + from, (i + 1) * stride + from, to - from, c, s);
        }
        d[l] -= p;
        e[l] = g;
    }

    /// `(x, y) := (c x - s y, s x + c y)` over two rows.
    static void rotate(double[] q, int x, int y, int n, double c, double s) {
        for (int j = 0; j < n; j++) {
            double u = q[x + j];
            double v = q[y + j];
            q[y + j] = Math.fma(s, u, c * v);
            q[x + j] = Math.fma(c, u, -(s * v));
        }
    }
}
