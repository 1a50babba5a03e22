package thalweg.room.mechanics.pair;

import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.Logarithm;

/// A pair potential of distance alone, `phi(r) = sum_k c_k T_k(u)`, `u` running from -1 to 1 with `log r` over the
/// distances seen; beyond them it goes on as a straight line.
///
/// @param low smallest distance seen
/// @param high largest distance seen
/// @param coefficients of the Chebyshev polynomials `T_1, T_2, ..`
public record Radial(double low, double high, double[] coefficients) {
    /// The force between two particles, `-phi'(r)`: positive where they repel.
    public double force(double r) {
        double s = Math.clamp(r, low, high);
        double[] slopes = new double[coefficients.length];
        slopes(s, slopes);
        double sum = 0;
        for (int k = 0; k < slopes.length; k++) {
            sum = Math.fma(coefficients[k], slopes[k], sum);
        }
        return -sum;
    }

    /// The potential.
    public double height(double r) {
        double s = Math.clamp(r, low, high);
        double u = place(s);
        double before = 1;
        double now = u;
        double sum = 0;
        for (double c : coefficients) {
            sum = Math.fma(c, now, sum);
            double next = 2 * u * now - before;
            before = now;
            now = next;
        }
        return r == s ? sum : sum - force(s) * (r - s);
    }

    private double place(double r) {
        return 2 * Logarithm.log(r / low) / Logarithm.log(high / low) - 1;
    }

    /// Writes `dT_k/dr` for k from 1: `k U_(k-1)(u) du/dr`.
    void slopes(double r, double[] out) {
        double u = place(r);
        double chain = 2 / (r * Logarithm.log(high / low));
        double before = 0;
        double now = 1;
        for (int k = 1; k <= out.length; k++) {
            out[k - 1] = k * now * chain;
            double next = 2 * u * now - before;
            before = now;
            now = next;
        }
    }

    /// `count` distances from the smallest to the largest, evenly spaced in the logarithm.
    public double[] distances(int count) {
        double[] r = new double[count];
        double span = Logarithm.log(high / low);
        for (int i = 0; i < count; i++) {
            r[i] = low * Exponential.exp(span * i / (count - 1));
        }
        r[count - 1] = high;
        return r;
    }
}
