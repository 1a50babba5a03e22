package thalweg.measure;

/// How wide the kernel of a density estimate should be.
final class Bandwidth {
    private static final int CELLS = 1024;
    private static final int DEPTH = 7;

    private Bandwidth() {}

    /// `0.9 min(sd, quartile distance / 1.34) n^(-1/5)`: Silverman, *Density Estimation*, 1986, eq. 3.31. Too
    /// wide for laws of several peaks.
    static double silverman(double[] sorted) {
        double sd = Math.sqrt(Moments.variance(sorted));
        double middle = (Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25)) / 1.34;
        double spread = middle > 0 ? Math.min(sd, middle) : sd;
        return 0.9 * spread * StrictMath.pow(sorted.length, -0.2);
    }

    /// The fixed point of the best width as a function of itself by way of the roughness of higher derivatives;
    /// assumes no law. Botev, Grotowski and Kroese, Annals of Statistics 38 (2010) 2916, algorithm 1.
    ///
    /// @return NaN where there is no fixed point
    static double improved(double[] sorted) {
        double low = sorted[0];
        double range = sorted[sorted.length - 1] - low;
        double from = low - range / 10;
        double reach = 1.2 * range;
        double[] part = new double[CELLS];
        for (double x : sorted) {
            part[Math.min((int) ((x - from) / reach * CELLS), CELLS - 1)] += 1.0 / sorted.length;
        }
        double[] square = cosines(part);
        double distinct = distinct(sorted);
        // The root lies between no smoothing and a tenth of the range, in units of the range squared.
        double below = 0;
        double above = 0.01;
        if (!(miss(above, square, distinct) > 0)) {
            return Double.NaN;
        }
        double t = above;
        for (double probe = 1e-12; probe < above; probe *= 2) {
            if (miss(probe, square, distinct) > 0) {
                t = probe;
                break;
            }
            below = probe;
        }
        above = t;
        for (int i = 0; i < 40; i++) {
            double middle = 0.5 * (below + above);
            if (miss(middle, square, distinct) > 0) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Math.sqrt(0.5 * (below + above)) * reach;
    }

    private static int distinct(double[] sorted) {
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        return count;
    }

    /// Squares of the halved cosine coefficients of a histogram, `(sum_j p_j cos(pi k (j + 1/2) / cells))^2`.
    private static double[] cosines(double[] part) {
        double[] wave = new double[4 * CELLS];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = StrictMath.cos(Math.PI * i / (2 * CELLS));
        }
        double[] square = new double[CELLS];
        for (int k = 0; k < CELLS; k++) {
            double sum = 0;
            for (int j = 0; j < CELLS; j++) {
                sum += part[j] * wave[k * (2 * j + 1) & 4 * CELLS - 1];
            }
            square[k] = sum * sum;
        }
        return square;
    }

    /// `t - xi gamma^[7](t)`.
    private static double miss(double t, double[] square, double n) {
        double roughness = roughness(DEPTH, t, square);
        for (int s = DEPTH - 1; s >= 2; s--) {
            double odd = 1;
            for (int i = 3; i < 2 * s; i += 2) {
                odd *= i;
            }
            double k0 = odd / Math.sqrt(2 * Math.PI);
            double factor = (1 + StrictMath.pow(0.5, s + 0.5)) / 3;
            roughness = roughness(s, StrictMath.pow(2 * factor * k0 / n / roughness, 2.0 / (3 + 2 * s)), square);
        }
        return t - StrictMath.pow(2 * n * Math.sqrt(Math.PI) * roughness, -0.4);
    }

    /// The squared norm of the `s`-th derivative of the density after smoothing for a time `t`.
    private static double roughness(int s, double t, double[] square) {
        double pi2 = Math.PI * Math.PI;
        double sum = 0;
        for (int k = 1; k < CELLS; k++) {
            double k2 = (double) k * k;
            double decay = StrictMath.exp(-k2 * pi2 * t);
            if (decay == 0) {
                break;
            }
            double power = 1;
            for (int i = 0; i < s; i++) {
                power *= pi2 * k2;
            }
            sum += power * square[k] * decay;
        }
        return 2 * sum;
    }
}
