package thalweg.measure;

import java.util.Arrays;
import thalweg.array.Misuse;
import thalweg.array.kernel.Blas;

/// The tridiagonal matrix to which a symmetric operator reduces on the vectors `v, A v, A^2 v, ...`, made
/// orthogonal to all before them twice (Paige's loss of orthogonality does not occur).
///
/// Lanczos, J. Res. NBS 45 (1950) 255; Parlett, *The Symmetric Eigenvalue Problem*, chapter 13.
///
/// @param diagonal one number a step
/// @param beside the numbers beside the diagonal; the last is what is left over after the last step, 0 where the
///     space is invariant and the eigenvalues are exact
/// @param flaw why the steps ended early, other than by an invariant space; empty if they did not
record Lanczos(double[] diagonal, double[] beside, String flaw) {
    /// @throws Misuse if the vectors of all steps do not fit in one array
    static Lanczos run(Operator a, double[] start, int steps) {
        int n = start.length;
        int most = Math.min(steps, n);
        if ((long) most * n > Integer.MAX_VALUE - 8) {
            throw new Misuse(
                    most + " steps of Lanczos in " + n + " dimensions",
                    "at most " + Integer.MAX_VALUE / n + " steps",
                    "take fewer steps and more random vectors");
        }
        double[] basis = new double[0];
        double[] diagonal = new double[most];
        double[] beside = new double[most];
        double[] along = new double[most];
        double[] v = scaled(start, 1 / norm(start));
        double size = 0;
        for (int k = 0; k < most; k++) {
            if (basis.length < (k + 1) * n) {
                basis = Arrays.copyOf(basis, (int) Math.min((long) most * n, 2L * (k + 1) * n));
            }
            System.arraycopy(v, 0, basis, k * n, n);
            double[] w = a.apply(v.clone());
            if (!Double.isFinite(norm(w))) {
                return new Lanczos(
                        Arrays.copyOf(diagonal, k),
                        Arrays.copyOf(beside, k),
                        "the operator gave a vector that is not finite in step " + (k + 1));
            }
            w = w.clone();
            diagonal[k] = dot(v, w);
            for (int pass = 0; pass < 2; pass++) {
                Blas.gemv(k + 1, n, basis, 0, n, w, 0, along, 0);
                for (int j = 0; j <= k; j++) {
                    along[j] = -along[j];
                }
                Blas.gevm(k + 1, n, along, 0, basis, 0, n, w, 0);
            }
            beside[k] = norm(w);
            size = Math.max(size, Math.abs(diagonal[k]) + beside[k]);
            if (beside[k] <= 1e-14 * n * size || k + 1 == n) {
                beside[k] = 0;
                return new Lanczos(Arrays.copyOf(diagonal, k + 1), Arrays.copyOf(beside, k + 1), "");
            }
            v = scaled(w, 1 / beside[k]);
        }
        return new Lanczos(diagonal, beside, "");
    }

    static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static double[] scaled(double[] v, double factor) {
        double[] w = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            w[i] = factor * v[i];
        }
        return w;
    }
}
