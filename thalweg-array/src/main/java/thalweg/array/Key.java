package thalweg.array;

/// A source of randomness that is a value: the same key gives the same numbers, in any order, on any number of
/// threads.
///
/// Element `i` of a draw is a function of `(key, i)` only: `x_i = law(Philox_word(i, stream))`, Philox4x32-10 of
/// Salmon, Moraes, Dror and Shaw (SC 2011). Two draws from one key see the same bits, so give every draw a key of its
/// own, by [#fold] or [#split]. Children are 128 bits of cipher output, so distinct children do not meet in practice
/// (probability about `n^2 / 2^129` for `n` keys).
///
/// @param word the cipher's 64-bit key
/// @param stream the upper half of the cipher's counter
public record Key(long word, long stream) {
    private static final long FOLD = 0x5851F42D4C957F2DL;
    private static final long SPLIT = 0x14057B7EF767814FL;
    private static final long RETRY = 0x2545F4914F6CDD1DL;
    private static final double STEP = 0x1p-53;

    /// The key of a seed; every `long` is a good seed.
    public static Key of(long seed) {
        return new Key(seed, 0);
    }

    /// The child key of number `n`: what step `n` of a run, walker `n` or row `n` draws from.
    public Key fold(long n) {
        return child(FOLD, n);
    }

    /// `n` child keys, different from every [#fold]; child `i` does not depend on `n`.
    ///
    /// @throws Misuse for a negative count
    public Key[] split(int n) {
        Key[] children = new Key[counted(n)];
        for (int i = 0; i < n; i++) {
            children[i] = child(SPLIT, i);
        }
        return children;
    }

    /// 64 random bits, element `index`.
    public long bits(long index) {
        long[] pair = new long[2];
        Philox.block(word, stream, index >>> 1, pair);
        return pair[(int) (index & 1)];
    }

    /// Element `index` of the uniform law on the open interval (0, 1), 53 random bits.
    public double uniform(long index) {
        return uniformOf(bits(index));
    }

    /// Element `index` of the standard normal law, by inversion (up to 9.1 standard deviations).
    public double normal(long index) {
        return normalOf(bits(index));
    }

    /// Element `index` of the exponential law of mean 1.
    public double exponential(long index) {
        return exponentialOf(bits(index));
    }

    /// Element `index` of the uniform law on `0 .. bound - 1`, without bias (Lemire, ACM TOMACS 29 (2019) 3).
    ///
    /// @throws Misuse for a bound below 1
    public long integer(long index, long bound) {
        return integerOf(bits(index), index, bounded(bound));
    }

    /// The first `n` uniform numbers, each in the open interval (0, 1).
    public double[] uniforms(int n) {
        double[] out = new double[counted(n)];
        uniforms(0, out, 0, n);
        return out;
    }

    /// Elements `first .. first + n - 1` of the uniform law, written to `out[at ..]`.
    public void uniforms(long first, double[] out, int at, int n) {
        long[] pair = new long[2];
        for (int i = 0; i < n; i++) {
            out[at + i] = uniformOf(next(first, i, pair));
        }
    }

    /// The first `n` standard normal numbers.
    public double[] normals(int n) {
        double[] out = new double[counted(n)];
        normals(0, out, 0, n);
        return out;
    }

    /// Elements `first .. first + n - 1` of the standard normal law, written to `out[at ..]`.
    public void normals(long first, double[] out, int at, int n) {
        long[] pair = new long[2];
        for (int i = 0; i < n; i++) {
            out[at + i] = normalOf(next(first, i, pair));
        }
    }

    /// The first `n` exponential numbers of mean 1.
    public double[] exponentials(int n) {
        double[] out = new double[counted(n)];
        exponentials(0, out, 0, n);
        return out;
    }

    /// Elements `first .. first + n - 1` of the exponential law of mean 1, written to `out[at ..]`.
    public void exponentials(long first, double[] out, int at, int n) {
        long[] pair = new long[2];
        for (int i = 0; i < n; i++) {
            out[at + i] = exponentialOf(next(first, i, pair));
        }
    }

    /// The first `n` integers of the uniform law on `0 .. bound - 1`.
    public long[] integers(int n, long bound) {
        long[] out = new long[counted(n)];
        integers(0, bound, out, 0, n);
        return out;
    }

    /// Elements `first .. first + n - 1` of the uniform law on `0 .. bound - 1`, written to `out[at ..]`.
    public void integers(long first, long bound, long[] out, int at, int n) {
        bounded(bound);
        long[] pair = new long[2];
        for (int i = 0; i < n; i++) {
            out[at + i] = integerOf(next(first, i, pair), first + i, bound);
        }
    }

    /// A uniformly random order of `0 .. n - 1` (Fisher and Yates, inside out: Knuth, TAOCP 2, section 3.4.2,
    /// algorithm P).
    public int[] permutation(int n) {
        int[] order = new int[counted(n)];
        for (int i = 0; i < n; i++) {
            int j = (int) integer(i, i + 1L);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private Key child(long domain, long n) {
        long[] pair = new long[2];
        Philox.block(word ^ domain, stream, n, pair);
        return new Key(pair[0], pair[1]);
    }

    private long next(long first, int i, long[] pair) {
        long index = first + i;
        int half = (int) (index & 1);
        if (i == 0 || half == 0) {
            Philox.block(word, stream, index >>> 1, pair);
        }
        return pair[half];
    }

    private long integerOf(long bits, long index, long bound) {
        long low = bits * bound;
        if (Long.compareUnsigned(low, bound) < 0
                && Long.compareUnsigned(low, Long.remainderUnsigned(-bound, bound)) < 0) {
            return child(RETRY, 0).integer(index, bound);
        }
        return Math.unsignedMultiplyHigh(bits, bound);
    }

    private static double uniformOf(long bits) {
        return Math.max((double) (bits >>> 11), 0.5) * STEP;
    }

    private static double normalOf(long bits) {
        double tail = ((double) (bits >>> 1) + 0.5) * 0x1p-64;
        double z = NormalQuantile.upper(tail);
        return (bits & 1) == 0 ? z : -z;
    }

    private static double exponentialOf(long bits) {
        return -StrictMath.log(uniformOf(bits));
    }

    private static int counted(int n) {
        if (n < 0) {
            throw new Misuse("a draw of " + n + " elements", "a count of 0 or more", "ask for at least 0 elements");
        }
        return n;
    }

    private static long bounded(long bound) {
        if (bound < 1) {
            throw new Misuse("integers below " + bound, "a bound of 1 or more", "the draw lies in 0 .. bound - 1");
        }
        return bound;
    }
}
