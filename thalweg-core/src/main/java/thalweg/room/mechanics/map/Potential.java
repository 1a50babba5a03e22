package thalweg.room.mechanics.map;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.kernel.Exponential;

/// A function of one half of a state with few parameters, known by its slope: what a shear is made of.
///
/// @param kind its form
/// @param size d, numbers in the half
/// @param width ridges, where the form has any
/// @param degree of polynomials, where the form has any
public record Potential(Kind kind, int size, int width, int degree) {
    /// The forms.
    public enum Kind {
        /// `x' S x / 2 + g . x`
        QUADRATIC,
        /// `sum_i a_i log cosh x_i`
        ACTIVATION,
        /// `sum_i a_i log cosh(k_i . x + b_i)`: Jin et al., Neural Networks 132 (2020) 166.
        RIDGE,
        /// `sum_i sum_m a_im (k_i . x)^m / m`, m from 2: Tapley, arXiv:2408.09821.
        POLYNOMIAL
    }

    /// How many parameters it has.
    public int parameters() {
        return switch (kind) {
            case QUADRATIC -> size * (size + 1) / 2 + size;
            case ACTIVATION -> size;
            case RIDGE -> width * (size + 2);
            case POLYNOMIAL -> width * (size + degree - 1);
        };
    }

    /// Small random parameters: slopes near zero, ridges through the origin, so that the potential begins even.
    public void draw(Key key, double[] theta, int at) {
        double[] normal = key.normals(parameters());
        for (int i = 0; i < normal.length; i++) {
            boolean direction = kind == Kind.RIDGE && i >= width && i < width * (size + 1)
                    || kind == Kind.POLYNOMIAL && i < width * size;
            boolean bias = kind == Kind.RIDGE && i >= width * (size + 1);
            boolean even = bias || kind == Kind.QUADRATIC && i >= size * (size + 1) / 2;
            double scale = kind == Kind.QUADRATIC || kind == Kind.ACTIVATION ? 0.5 : 0.1 / Math.max(1, width);
            theta[at + i] = even ? 0 : direction ? 0.5 * normal[i] : scale * normal[i];
        }
    }

    /// Writes the slope at `x`; with `bend` and `turn` given, also the second derivatives `d * d` and the slope's
    /// derivatives by parameters, `d * parameters()`.
    void slope(double[] theta, int at, double[] x, double[] out, double[] bend, double[] turn) {
        boolean full = bend.length > 0;
        Arrays.fill(out, 0);
        if (full) {
            Arrays.fill(bend, 0);
            Arrays.fill(turn, 0);
        }
        switch (kind) {
            case QUADRATIC -> quadratic(theta, at, x, out, bend, turn);
            case ACTIVATION -> {
                for (int c = 0; c < size; c++) {
                    double t = Exponential.tanh(x[c]);
                    out[c] = theta[at + c] * t;
                    if (full) {
                        bend[c * size + c] = theta[at + c] * (1 - t * t);
                        turn[c * size + c] = t;
                    }
                }
            }
            case RIDGE -> ridges(theta, at, x, out, bend, turn);
            case POLYNOMIAL -> polynomials(theta, at, x, out, bend, turn);
        }
    }

    private void quadratic(double[] theta, int at, double[] x, double[] out, double[] bend, double[] turn) {
        int m = parameters();
        int k = 0;
        for (int a = 0; a < size; a++) {
            for (int b = a; b < size; b++, k++) {
                double s = theta[at + k];
                out[a] += s * x[b];
                out[b] += a == b ? 0 : s * x[a];
                if (bend.length > 0) {
                    bend[a * size + b] = s;
                    bend[b * size + a] = s;
                    turn[a * m + k] += x[b];
                    turn[b * m + k] += a == b ? 0 : x[a];
                }
            }
        }
        for (int a = 0; a < size; a++, k++) {
            out[a] += theta[at + k];
            if (turn.length > 0) {
                turn[a * m + k] = 1;
            }
        }
    }

    private void ridges(double[] theta, int at, double[] x, double[] out, double[] bend, double[] turn) {
        int m = parameters();
        for (int i = 0; i < width; i++) {
            double a = theta[at + i];
            int k = at + width + i * size;
            double u = theta[at + width * (size + 1) + i];
            for (int c = 0; c < size; c++) {
                u += theta[k + c] * x[c];
            }
            double t = Exponential.tanh(u);
            spread(theta, k, a * t, a * (1 - t * t), x, out, bend, turn, width + i * size);
            if (turn.length > 0) {
                for (int c = 0; c < size; c++) {
                    turn[c * m + i] = t * theta[k + c];
                    turn[c * m + width * (size + 1) + i] = a * (1 - t * t) * theta[k + c];
                }
            }
        }
    }

    private void polynomials(double[] theta, int at, double[] x, double[] out, double[] bend, double[] turn) {
        int m = parameters();
        for (int i = 0; i < width; i++) {
            int k = at + i * size;
            double u = 0;
            for (int c = 0; c < size; c++) {
                u += theta[k + c] * x[c];
            }
            double slope = 0;
            double curve = 0;
            double power = u;
            double before = 1;
            for (int e = 2; e <= degree; e++) {
                int p = width * size + i * (degree - 1) + e - 2;
                slope += theta[at + p] * power;
                curve += theta[at + p] * (e - 1) * before;
                for (int c = 0; c < size && turn.length > 0; c++) {
                    turn[c * m + p] = power * theta[k + c];
                }
                before = power;
                power *= u;
            }
            spread(theta, k, slope, curve, x, out, bend, turn, i * size);
        }
    }

    /// Adds a ridge of slope and curvature along `theta[k ..]`, whose parameters begin at column `column`.
    private void spread(
            double[] theta,
            int k,
            double slope,
            double curve,
            double[] x,
            double[] out,
            double[] bend,
            double[] turn,
            int column) {
        int m = parameters();
        for (int c = 0; c < size; c++) {
            double along = theta[k + c];
            out[c] += slope * along;
            if (bend.length > 0) {
                for (int e = 0; e < size; e++) {
                    bend[c * size + e] += curve * along * theta[k + e];
                    turn[c * m + column + e] += curve * along * x[e];
                }
                turn[c * m + column + c] += slope;
            }
        }
    }
}
