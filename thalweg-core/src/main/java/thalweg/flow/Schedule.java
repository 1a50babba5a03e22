package thalweg.flow;

import thalweg.array.Misuse;

/// A factor on the size of steps, by the number of the step (0, 1, ..).
@FunctionalInterface
public interface Schedule {
    /// The factor of step `n`.
    double at(long n);

    /// Always 1.
    static Schedule constant() {
        return n -> 1;
    }

    /// `(1 + cos(pi n / length)) / 2`, then 0. Loshchilov and Hutter (2017), arXiv:1608.03983.
    static Schedule cosine(long length) {
        positive(length);
        return n -> n >= length ? 0 : 0.5 * (1 + StrictMath.cos(Math.PI * n / length));
    }

    /// Half cosines of lengths `first, first * growth, ..`, each from 1 to 0.
    static Schedule restarts(long first, int growth) {
        positive(first);
        positive(growth);
        return n -> {
            long length = first;
            long left = n;
            while (left >= length) {
                left -= length;
                length *= growth;
            }
            return 0.5 * (1 + StrictMath.cos(Math.PI * left / length));
        };
    }

    /// `1 / (1 + n / scale)`: summable squares, as Robbins and Monro (1951) ask.
    static Schedule inverse(double scale) {
        if (!(scale > 0)) {
            throw new Misuse("a scale of " + scale, "a positive number of steps", "it is where the step has halved");
        }
        return n -> 1 / (1 + n / scale);
    }

    /// From 1/length up to 1, then this schedule from its start.
    default Schedule after(long length) {
        positive(length);
        return n -> n < length ? (n + 1) / (double) length : at(n - length);
    }

    private static void positive(long length) {
        if (length < 1) {
            throw new Misuse("a length of " + length + " steps", "1 or more", "give the steps it lasts");
        }
    }
}
