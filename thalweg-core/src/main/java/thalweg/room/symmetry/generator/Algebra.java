package thalweg.room.symmetry.generator;

/// A Lie algebra known by its structure constants, `[A_i, A_j] = sum_k c_ij^k A_k`, and its Killing form
/// `K_ij = sum_kl c_ik^l c_jl^k`.
///
/// @param name as `so(1,3)`, or dimension and signature where it has none here
/// @param closure the largest part of a commutator that is no combination of the generators
/// @param constants `c_ij^k` at `(i * n + j) * n + k`
/// @param killing eigenvalues of the Killing form, ascending
public record Algebra(String name, double closure, double[] constants, double[] killing) {
    private static final double ZERO = 0.02;

    /// @param basis orthonormal matrices, `d` by `d`
    static Algebra of(int d, double[][] basis) {
        int n = basis.length;
        double[] c = new double[n * n * n];
        double closure = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double[] bracket = bracket(basis[i], basis[j], d);
                for (int k = 0; k < n; k++) {
                    double dot = 0;
                    for (int e = 0; e < bracket.length; e++) {
                        dot += bracket[e] * basis[k][e];
                    }
                    c[(i * n + j) * n + k] = dot;
                }
                double[] rest = bracket.clone();
                for (int k = 0; k < n; k++) {
                    for (int e = 0; e < rest.length; e++) {
                        rest[e] -= c[(i * n + j) * n + k] * basis[k][e];
                    }
                }
                for (double r : rest) {
                    closure = Math.max(closure, Math.abs(r));
                }
            }
        }
        double[] killing = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        killing[i * n + j] += c[(i * n + k) * n + l] * c[(j * n + l) * n + k];
                    }
                }
            }
        }
        double[] values = n == 0 ? new double[0] : Generators.eigenvalues(killing, n);
        return new Algebra(name(d, basis, values), closure, c, values);
    }

    static double[] bracket(double[] a, double[] b, int d) {
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    out[i * d + j] += a[i * d + k] * b[k * d + j] - b[i * d + k] * a[k * d + j];
                }
            }
        }
        return out;
    }

    private static String name(int d, double[][] basis, double[] killing) {
        int n = basis.length;
        if (n == 0) {
            return "none";
        }
        double most = 0;
        for (double v : killing) {
            most = Math.max(most, Math.abs(v));
        }
        int negative = 0;
        int positive = 0;
        for (double v : killing) {
            negative += v < -ZERO * most && most > 1e-6 ? 1 : 0;
            positive += v > ZERO * most && most > 1e-6 ? 1 : 0;
        }
        int zero = n - negative - positive;
        if (n == 1) {
            double trace = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    trace += basis[0][i * d + j] * basis[0][j * d + i];
                }
            }
            return trace < -ZERO ? "so(2)" : trace > ZERO ? "so(1,1)" : "R";
        }
        if (zero == 0) {
            for (int p = 0; 2 * p <= d + 1; p++) {
                for (int m = 2; m <= Math.max(d, 4); m++) {
                    int q = m - p;
                    if (q >= p && p * q == positive && p * (p - 1) / 2 + q * (q - 1) / 2 == negative) {
                        return p == 0 ? "so(" + q + ")" : "so(" + p + "," + q + ")";
                    }
                }
            }
        }
        if (zero == n) {
            return "abelian of dimension " + n;
        }
        if (zero == 1 && negative == 3 && positive == 0) {
            return "u(2)";
        }
        String signature = "(" + positive + "+, " + negative + "-, " + zero + " zero)";
        return "dimension " + n + ", Killing form " + signature;
    }
}
