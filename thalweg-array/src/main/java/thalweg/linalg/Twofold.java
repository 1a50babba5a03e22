package thalweg.linalg;

/// A sum of products as if computed in twice the precision and rounded once.
///
/// Each product and each sum leaves its rounding error, exactly known, in a second number: Ogita, Rump and Oishi,
/// *Accurate sum and dot product*, SIAM J. Sci. Comput. 26 (2005) 1955, algorithm 5.3 (Dot2), with the product's
/// error by fma.
final class Twofold {
    private double sum;
    private double error;

    Twofold start(double value) {
        sum = value;
        error = 0;
        return this;
    }

    /// Adds `a`.
    Twofold add(double a) {
        double next = sum + a;
        double part = next - sum;
        error += (sum - (next - part)) + (a - part);
        sum = next;
        return this;
    }

    /// Adds `a * b`.
    Twofold add(double a, double b) {
        double product = a * b;
        error += Math.fma(a, b, -product);
        return add(product);
    }

    /// Adds `a * b * c`.
    Twofold add(double a, double b, double c) {
        double product = a * b;
        return add(product, c).add(Math.fma(a, b, -product), c);
    }

    double value() {
        return sum + error;
    }
}
