package thalweg.measure;

/// The discrete Fourier transform of `2^k` complex numbers in place, without putting the result in order: what a
/// correlation needs is a product in the middle, and the way back starts from the same disorder.
///
/// Decimation in frequency forward, its exact mirror backward, radix 4 with one stage of radix 2 where `k` is
/// odd; the quarters are done one after the other, so that parts soon fit the cache (Gentleman and Sande, AFIPS
/// 29 (1966) 563).
final class Fourier {
    private final int size;
    /// `cos` and `-sin` of `2 pi j / m`, `j < m / 4`, for every length `m` of a block, by its logarithm.
    private final double[][] cos = new double[32][];
    private final double[][] sin = new double[32][];

    /// @param size a power of two
    Fourier(int size) {
        this.size = size;
        int m = size;
        double[] c = new double[size / 4 + 1];
        double[] s = new double[size / 4 + 1];
        fill(c, s, size);
        for (int stride = 1; m >= 8; m /= 4, stride *= 4) {
            int quarter = m / 4;
            double[] mc = new double[quarter];
            double[] ms = new double[quarter];
            for (int j = 0; j < quarter; j++) {
                mc[j] = c[j * stride];
                ms[j] = -s[j * stride];
            }
            int level = Integer.numberOfTrailingZeros(m);
            cos[level] = mc;
            sin[level] = ms;
        }
    }

    /// The smallest power of two at or above `n`.
    static int sizeFor(int n) {
        return n <= 4 ? 4 : Integer.highestOneBit(n - 1) << 1;
    }

    private static void fill(double[] c, double[] s, int size) {
        int eighth = size / 8;
        for (int j = 0; j <= eighth; j++) {
            double angle = 2 * Math.PI * j / size;
            c[j] = StrictMath.cos(angle);
            s[j] = StrictMath.sin(angle);
        }
        for (int j = eighth + 1; j < c.length; j++) {
            c[j] = s[size / 4 - j];
            s[j] = c[size / 4 - j];
        }
    }

    /// `X_k = sum_j x_j exp(-2 pi i j k / size)`, in the order of bits that the stages leave.
    void forward(double[] re, double[] im) {
        forward(re, im, 0, size);
    }

    /// `size` times the inverse, from numbers in the order that [#forward] left.
    void backward(double[] re, double[] im) {
        backward(re, im, 0, size);
    }

    private void forward(double[] re, double[] im, int at, int m) {
        if (m == 2) {
            two(re, im, at);
        } else if (m == 4) {
            four(re, im, at, 1);
        } else if (m > 4) {
            split(re, im, at, m);
            int q = m / 4;
            for (int part = 0; part < 4; part++) {
                forward(re, im, at + part * q, q);
            }
        }
    }

    private void backward(double[] re, double[] im, int at, int m) {
        if (m == 2) {
            two(re, im, at);
        } else if (m == 4) {
            four(re, im, at, -1);
        } else if (m > 4) {
            int q = m / 4;
            for (int part = 0; part < 4; part++) {
                backward(re, im, at + part * q, q);
            }
            join(re, im, at, m);
        }
    }

    private void split(double[] re, double[] im, int at, int m) {
        int q = m / 4;
        int level = Integer.numberOfTrailingZeros(m);
        double[] c = cos[level];
        double[] s = sin[level];
        for (int j = 0; j < q; j++) {
            int a = at + j;
            double sumRe = re[a] + re[a + 2 * q];
            double sumIm = im[a] + im[a + 2 * q];
            double difRe = re[a] - re[a + 2 * q];
            double difIm = im[a] - im[a + 2 * q];
            double oddRe = re[a + q] + re[a + 3 * q];
            double oddIm = im[a + q] + im[a + 3 * q];
            double turnRe = im[a + q] - im[a + 3 * q];
            double turnIm = re[a + 3 * q] - re[a + q];
            double c1 = c[j];
            double s1 = s[j];
            double c2 = c1 * c1 - s1 * s1;
            double s2 = 2 * c1 * s1;
            double c3 = c1 * c2 - s1 * s2;
            double s3 = c1 * s2 + s1 * c2;
            double x1 = difRe + turnRe;
            double y1 = difIm + turnIm;
            double x2 = sumRe - oddRe;
            double y2 = sumIm - oddIm;
            double x3 = difRe - turnRe;
            double y3 = difIm - turnIm;
            re[a] = sumRe + oddRe;
            im[a] = sumIm + oddIm;
            re[a + q] = x1 * c1 - y1 * s1;
            im[a + q] = x1 * s1 + y1 * c1;
            re[a + 2 * q] = x2 * c2 - y2 * s2;
            im[a + 2 * q] = x2 * s2 + y2 * c2;
            re[a + 3 * q] = x3 * c3 - y3 * s3;
            im[a + 3 * q] = x3 * s3 + y3 * c3;
        }
    }

    private void join(double[] re, double[] im, int at, int m) {
        int q = m / 4;
        int level = Integer.numberOfTrailingZeros(m);
        double[] c = cos[level];
        double[] s = sin[level];
        for (int j = 0; j < q; j++) {
            int a = at + j;
            double c1 = c[j];
            double s1 = s[j];
            double c2 = c1 * c1 - s1 * s1;
            double s2 = 2 * c1 * s1;
            double c3 = c1 * c2 - s1 * s2;
            double s3 = c1 * s2 + s1 * c2;
            double x1 = re[a + q] * c1 + im[a + q] * s1;
            double y1 = im[a + q] * c1 - re[a + q] * s1;
            double x2 = re[a + 2 * q] * c2 + im[a + 2 * q] * s2;
            double y2 = im[a + 2 * q] * c2 - re[a + 2 * q] * s2;
            double x3 = re[a + 3 * q] * c3 + im[a + 3 * q] * s3;
            double y3 = im[a + 3 * q] * c3 - re[a + 3 * q] * s3;
            double sumRe = re[a] + x2;
            double sumIm = im[a] + y2;
            double difRe = re[a] - x2;
            double difIm = im[a] - y2;
            double oddRe = x1 + x3;
            double oddIm = y1 + y3;
            double turnRe = y3 - y1;
            double turnIm = x1 - x3;
            re[a] = sumRe + oddRe;
            im[a] = sumIm + oddIm;
            re[a + q] = difRe + turnRe;
            im[a + q] = difIm + turnIm;
            re[a + 2 * q] = sumRe - oddRe;
            im[a + 2 * q] = sumIm - oddIm;
            re[a + 3 * q] = difRe - turnRe;
            im[a + 3 * q] = difIm - turnIm;
        }
    }

    private static void four(double[] re, double[] im, int a, int way) {
        double sumRe = re[a] + re[a + 2];
        double sumIm = im[a] + im[a + 2];
        double difRe = re[a] - re[a + 2];
        double difIm = im[a] - im[a + 2];
        double oddRe = re[a + 1] + re[a + 3];
        double oddIm = im[a + 1] + im[a + 3];
        double turnRe = way * (im[a + 1] - im[a + 3]);
        double turnIm = way * (re[a + 3] - re[a + 1]);
        re[a] = sumRe + oddRe;
        im[a] = sumIm + oddIm;
        re[a + 1] = difRe + turnRe;
        im[a + 1] = difIm + turnIm;
        re[a + 2] = sumRe - oddRe;
        im[a + 2] = sumIm - oddIm;
        re[a + 3] = difRe - turnRe;
        im[a + 3] = difIm - turnIm;
    }

    private static void two(double[] re, double[] im, int a) {
        double x = re[a] - re[a + 1];
        double y = im[a] - im[a + 1];
        re[a] += re[a + 1];
        im[a] += im[a + 1];
        re[a + 1] = x;
        im[a + 1] = y;
    }
}
