package thalweg.room.symmetry.generator;

import thalweg.array.Misuse;
import thalweg.linalg.Svd;
import thalweg.linalg.SymmetricEigen;

/// Matrices `A` of linear symmetries: of a function, `grad f(x) . A x = 0` at all places, or of a motion,
/// `Df(x) A x = A f(x)`. Both are linear in `A`, so they are the null space of a matrix with `d^2` columns.
///
/// @param dimension d
/// @param values singular values of all directions, ascending, as root mean squares over the rows
/// @param basis the generators, orthonormal, each `d` by `d`
public record Generators(int dimension, double[] values, double[][] basis) {
    /// What a symmetry may violate of the largest violation at most, however rough the slopes are.
    private static final double SMALL = 0.05;

    /// What it may violate where they are exact.
    private static final double EXACT = 1e-9;

    private static final double GAP = 10;

    /// Those of a function.
    ///
    /// @param place one array a coordinate
    /// @param slope the gradient there, likewise
    /// @param rough what the fit that gave the slopes left, over the deviation; 0 for exact ones
    public static Generators ofFunction(double[][] place, double[][] slope, double rough) {
        int d = place.length;
        int n = place[0].length;
        double[] rows = new double[n * d * d];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    rows[i * d * d + a * d + b] = slope[a][i] * place[b][i];
                }
            }
        }
        return of(rows, n, d, rough);
    }

    /// Those of a motion.
    ///
    /// @param place one array a coordinate
    /// @param rate the velocity there, likewise
    /// @param jacobian `df_a/dx_b` at `a * d + b`, one array each
    /// @param rough what the fit of the velocity left, over the deviation; 0 for exact ones
    public static Generators ofMotion(double[][] place, double[][] rate, double[][] jacobian, double rough) {
        int d = place.length;
        int n = place[0].length;
        double[] rows = new double[n * d * d * d];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < d; c++) {
                int at = (i * d + c) * d * d;
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b < d; b++) {
                        rows[at + a * d + b] += jacobian[c * d + a][i] * place[b][i] - (a == c ? rate[b][i] : 0);
                    }
                }
            }
        }
        return of(rows, n * d, d, rough);
    }

    private static Generators of(double[] rows, int n, int d, double rough) {
        int k = d * d;
        if (n < k) {
            throw new Misuse(n + " rows for " + k + " unknowns", "at least as many rows", "give more points");
        }
        Svd svd = Svd.of(square(rows, n, k), k, k);
        double[] values = new double[k];
        for (int j = 0; j < k; j++) {
            values[j] = svd.values()[k - 1 - j] / Math.sqrt(n);
        }
        int found = count(values, rough);
        double[][] basis = new double[found][k];
        for (int g = 0; g < found; g++) {
            for (int j = 0; j < k; j++) {
                basis[g][j] = svd.v()[j * k + k - 1 - g];
            }
        }
        return new Generators(d, values, basis);
    }

    /// As many as stand below the last wide gap among those that are small for slopes this rough. A fitted quadratic
    /// form has exact symmetries of its own, so the widest gap says nothing.
    private static int count(double[] values, double rough) {
        double largest = values[values.length - 1];
        double small = largest * Math.max(EXACT, Math.min(SMALL, 2 * rough));
        int found = 0;
        for (int j = 0; j + 1 < values.length; j++) {
            if (values[j] < small && values[j + 1] > GAP * values[j]) {
                found = j + 1;
            }
        }
        return found;
    }

    /// `R` of a QR factorisation by blocks of rows.
    private static double[] square(double[] rows, int n, int k) {
        double[] stack = new double[0];
        int block = Math.max(4 * k, 256);
        for (int from = 0; from < n; from += block) {
            int m = Math.min(block, n - from);
            int above = stack.length / k;
            double[] part = java.util.Arrays.copyOf(stack, (above + m) * k);
            System.arraycopy(rows, from * k, part, above * k, m * k);
            thalweg.linalg.Qr qr = thalweg.linalg.Qr.of(part, above + m, k);
            int steps = Math.min(above + m, k);
            double[] r = qr.r();
            stack = new double[steps * k];
            for (int i = 0; i < steps; i++) {
                for (int j = 0; j < k; j++) {
                    stack[i * k + qr.pivot()[j]] = r[i * k + j];
                }
            }
        }
        return java.util.Arrays.copyOf(stack, k * k);
    }

    public int count() {
        return basis.length;
    }

    /// The largest principal angle between these and other generators of the same number, in radians.
    ///
    /// @param truth generators, not necessarily orthonormal
    public double angle(double[][] truth) {
        int k = dimension * dimension;
        int m = truth.length;
        if (m != basis.length || m == 0) {
            return Math.PI / 2;
        }
        double[] t = new double[k * m];
        for (int g = 0; g < m; g++) {
            for (int j = 0; j < k; j++) {
                t[j * m + g] = truth[g][j];
            }
        }
        double[] q = Svd.of(t, k, m).u();
        // sin of the angles: what is left of the truth outside of the space found
        double[] rest = q.clone();
        for (double[] own : basis) {
            for (int g = 0; g < m; g++) {
                double dot = 0;
                for (int j = 0; j < k; j++) {
                    dot += own[j] * q[j * m + g];
                }
                for (int j = 0; j < k; j++) {
                    rest[j * m + g] -= dot * own[j];
                }
            }
        }
        return StrictMath.asin(Math.min(1, Svd.of(rest, k, m).values()[0]));
    }

    /// The same space with as many zeros as elimination gives: each generator has an element 1 that the others lack.
    public double[][] reduced() {
        double[][] a = new double[basis.length][];
        for (int g = 0; g < a.length; g++) {
            a[g] = basis[g].clone();
        }
        for (int g = 0; g < a.length; g++) {
            int row = g;
            int column = 0;
            for (int i = g; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                    if (Math.abs(a[i][j]) > 1.0001 * Math.abs(a[row][column])) {
                        row = i;
                        column = j;
                    }
                }
            }
            double[] pivot = a[row];
            a[row] = a[g];
            a[g] = pivot;
            double scale = pivot[column];
            for (int j = 0; j < pivot.length; j++) {
                pivot[j] /= scale;
            }
            for (int i = 0; i < a.length; i++) {
                double factor = a[i][column];
                for (int j = 0; j < pivot.length && i != g; j++) {
                    a[i][j] -= factor * pivot[j];
                }
            }
        }
        return a;
    }

    /// The Lie algebra they span.
    public Algebra algebra() {
        return Algebra.of(dimension, basis);
    }

    static double[] eigenvalues(double[] symmetric, int n) {
        return SymmetricEigen.of(symmetric, n).values();
    }
}
