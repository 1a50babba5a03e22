package thalweg.room.learning.spectrum;

import thalweg.array.Misuse;

/// The law of the eigenvalues of `X'X/n` for `n` rows of `p` independent numbers of variance `s2`, as both grow with
/// `q = p/n` fixed:
///
///     rho(x) = sqrt((b - x)(x - a)) / (2 pi q s2 x)  on  a, b = s2 (1 -+ sqrt q)^2,
///
/// and a share `1 - 1/q` at 0 where `q > 1`. Marchenko and Pastur, Mat. Sb. 72 (1967) 507.
///
/// @param q columns over rows
/// @param variance of each number
public record MarchenkoPastur(double q, double variance) {
    /// @throws Misuse if a number is not positive
    public MarchenkoPastur {
        if (!(q > 0) || !(variance > 0)) {
            throw new Misuse(
                    "a ratio of " + q + " and a variance of " + variance, "positive numbers", "give columns over rows");
        }
    }

    /// The lower edge of the bulk.
    public double low() {
        double root = 1 - Math.sqrt(q);
        return variance * root * root;
    }

    /// The upper edge of the bulk.
    public double high() {
        double root = 1 + Math.sqrt(q);
        return variance * root * root;
    }

    /// The share of eigenvalues that are 0.
    public double atZero() {
        return q > 1 ? 1 - 1 / q : 0;
    }

    /// The density of the bulk, whose integral is `1 - atZero()`.
    public double density(double x) {
        double inside = (high() - x) * (x - low());
        return inside > 0 && x > 0 ? Math.sqrt(inside) / (2 * Math.PI * q * variance * x) : 0;
    }
}
