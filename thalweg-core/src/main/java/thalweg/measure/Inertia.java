package thalweg.measure;

import thalweg.array.Misuse;

/// How many eigenvalues of a symmetric matrix are negative, zero and positive. At a critical point of an energy
/// the first is its Morse index: 0 a minimum, 1 a pass, all a maximum.
///
/// Counted by Sturm sequences of the tridiagonal form, not by computing eigenvalues (Sylvester's law of inertia;
/// Parlett, *The Symmetric Eigenvalue Problem*, section 7.5): exact outside the tolerance.
///
/// @param negative the Morse index
/// @param zero flat directions, eigenvalues within the tolerance
/// @param positive the rest
/// @param tolerance below which an eigenvalue counts as zero
public record Inertia(int negative, int zero, int positive, double tolerance) {
    /// With the rounding of a matrix of this size, `8 n eps |A|`, as the tolerance.
    ///
    /// @param a symmetric, `n` rows of `n` numbers; the lower half is read
    /// @throws Misuse for a matrix that is not square or holds numbers that are not finite
    public static Inertia of(double[][] a) {
        return of(a, 8 * a.length * Math.ulp(1.0) * norm(checked(a)));
    }

    /// With a given tolerance.
    ///
    /// @throws Misuse for a matrix that is not square or holds numbers that are not finite, or a negative
    ///     tolerance
    public static Inertia of(double[][] a, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new Misuse("a tolerance of " + tolerance, "0 or more", "pass the error of the matrix");
        }
        int n = checked(a).length;
        double[][] work = new double[n][];
        for (int i = 0; i < n; i++) {
            work[i] = a[i].clone();
        }
        double[] diagonal = new double[n];
        double[] square = new double[n];
        reduce(work, diagonal, square);
        int negative = below(diagonal, square, -tolerance);
        int positive = n - below(diagonal, square, Math.nextUp(tolerance));
        return new Inertia(negative, n - negative - positive, positive, tolerance);
    }

    /// Householder's reduction to tridiagonal form, from the last row up.
    ///
    /// @param square becomes the squares of the numbers beside the diagonal
    private static void reduce(double[][] a, double[] diagonal, double[] square) {
        for (int i = a.length - 1; i > 0; i--) {
            double[] row = a[i];
            double scale = 0;
            for (int k = 0; k < i; k++) {
                scale = Math.max(scale, Math.abs(row[k]));
            }
            diagonal[i] = row[i];
            if (scale == 0 || i == 1) {
                square[i] = row[i - 1] * row[i - 1];
                continue;
            }
            double[] u = new double[i];
            double sum = 0;
            for (int k = 0; k < i; k++) {
                u[k] = row[k] / scale;
                sum += u[k] * u[k];
            }
            double length = Math.copySign(Math.sqrt(sum), u[i - 1]);
            square[i] = scale * length * (scale * length);
            u[i - 1] += length;
            reflect(a, u, sum + length * (u[i - 1] - length));
        }
        if (a.length > 0) {
            diagonal[0] = a[0][0];
        }
    }

    /// `A <- (1 - u u' / h) A (1 - u u' / h)` on the leading rows, lower half, `h = |u|^2 / 2`.
    private static void reflect(double[][] a, double[] u, double h) {
        int n = u.length;
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = a[i][i] * u[i];
            for (int j = 0; j < i; j++) {
                sum += a[i][j] * u[j];
                p[j] += a[i][j] * u[i];
            }
            p[i] += sum;
        }
        double along = 0;
        for (int i = 0; i < n; i++) {
            p[i] /= h;
            along += u[i] * p[i];
        }
        for (int i = 0; i < n; i++) {
            p[i] -= along / (2 * h) * u[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] -= u[i] * p[j] + p[i] * u[j];
            }
        }
    }

    /// How many eigenvalues lie below `x`: the negative pivots of `T - x`.
    private static int below(double[] diagonal, double[] square, double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.length; i++) {
            pivot = diagonal[i] - x - (i == 0 ? 0 : square[i] / pivot);
            if (pivot == 0) {
                pivot = Double.MIN_NORMAL;
            }
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }

    private static double norm(double[][] a) {
        double norm = 0;
        for (int i = 0; i < a.length; i++) {
            double row = 0;
            for (int j = 0; j < a.length; j++) {
                row += Math.abs(j <= i ? a[i][j] : a[j][i]);
            }
            norm = Math.max(norm, row);
        }
        return norm;
    }

    private static double[][] checked(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            String odd = Series.odd("element", a[i]);
            if (a[i].length != a.length || !odd.isEmpty()) {
                throw new Misuse(
                        odd.isEmpty()
                                ? a[i].length + " elements in row " + (i + 1) + " of " + a.length + " rows"
                                : odd + " in row " + (i + 1),
                        "a square matrix of finite numbers",
                        "look at the Hessian at this place");
            }
        }
        return a;
    }
}
