package thalweg.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The autocovariance of numbers: the first lags by direct sums, more by Fourier transforms (Wiener and Khinchin).
///
/// The transforms are padded for the lags that are asked for, not for all of them; two stretches go through one
/// transform as real and imaginary part.
final class Autocovariance implements Lags {
    private static final int DIRECT = 32;
    /// Sums in parallel: they stay short, and the processor's lanes are full.
    private static final int BLOCK = 512;

    private final Pieces pieces;
    private final double[] means;
    private double[] known = new double[0];
    private double @Nullable [][][] blocks;

    Autocovariance(Pieces pieces) {
        this.pieces = pieces;
        this.means = pieces.means();
    }

    /// Of one series.
    static Autocovariance of(double[] series) {
        return new Autocovariance(new Pieces(series, new int[1], series.length));
    }

    @Override
    public int count() {
        return pieces.count();
    }

    @Override
    public int length() {
        return pieces.length();
    }

    @Override
    public double[] means() {
        return means.clone();
    }

    @Override
    public double at(int lag) {
        while (lag >= known.length) {
            if (known.length < DIRECT) {
                direct();
            } else {
                transform(lag + 1);
            }
        }
        return known[lag];
    }

    /// Adds the next lag.
    private void direct() {
        int lag = known.length;
        double[][][] rows = blocks;
        if (rows == null) {
            rows = new double[count()][][];
            for (int k = 0; k < count(); k++) {
                rows[k] = blocks(k);
            }
            blocks = rows;
        }
        double sum = 0;
        for (double[][] row : rows) {
            sum += product(row, lag);
        }
        known = Arrays.copyOf(known, lag + 1);
        known[lag] = sum / length() / count();
    }

    /// The centred numbers of a stretch, filled up with zeros and one block more of them.
    private double[][] blocks(int k) {
        int n = length();
        double[][] row = new double[(n + BLOCK - 1) / BLOCK + 1][BLOCK];
        for (int at = 0; at < n; at += BLOCK) {
            centre(k, at, Math.min(BLOCK, n - at), row[at / BLOCK]);
        }
        return row;
    }

    private void centre(int k, int from, int n, double[] out) {
        int start = pieces.starts()[k] + from;
        double[] x = pieces.x();
        double mean = means[k];
        for (int i = 0; i < n; i++) {
            out[i] = x[start + i] - mean;
        }
    }

    /// `sum_i y_i y_{i + lag}`. The shifted block is copied: the compiler fills the lanes only for equal indices.
    private static double product(double[][] row, int lag) {
        double[] sum = new double[BLOCK];
        double[] shifted = new double[BLOCK];
        for (int i = 0; i + 1 < row.length; i++) {
            double[] block = row[i];
            System.arraycopy(block, lag, shifted, 0, BLOCK - lag);
            System.arraycopy(row[i + 1], 0, shifted, BLOCK - lag, lag);
            for (int j = 0; j < BLOCK; j++) {
                sum[j] += block[j] * shifted[j];
            }
        }
        for (int half = BLOCK / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                sum[j] += sum[j + half];
            }
        }
        return sum[0];
    }

    /// All lags up to some number at or above `lags`.
    private void transform(int lags) {
        int n = length();
        int size = Fourier.sizeFor(Math.max(n + n / 32, Math.min(n + lags, 2 * n)));
        Fourier fourier = new Fourier(size);
        double[] re = new double[size];
        double[] im = new double[size];
        double[] power = new double[size];
        for (int k = 0; k < count(); k += 2) {
            centre(k, 0, n, re);
            Arrays.fill(re, n, size, 0);
            Arrays.fill(im, 0);
            if (k + 1 < count()) {
                centre(k + 1, 0, n, im);
            }
            fourier.forward(re, im);
            for (int i = 0; i < size; i++) {
                power[i] += re[i] * re[i] + im[i] * im[i];
            }
        }
        Arrays.fill(im, 0);
        fourier.backward(power, im);
        known = new double[Math.min(size - n, n)];
        for (int t = 0; t < known.length; t++) {
            known[t] = power[t] / size / n / count();
        }
    }
}
