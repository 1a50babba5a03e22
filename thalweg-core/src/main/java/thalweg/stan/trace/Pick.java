package thalweg.stan.trace;

import thalweg.array.Tensor;

/// Rows of a tensor by known numbers: a slice where they are regular, else a gather.
final class Pick {
    private Pick() {}

    static Tensor rows(Tensor x, int[] index) {
        int n = x.size(0);
        int k = index.length;
        int step = k > 1 ? index[1] - index[0] : 1;
        boolean regular = k > 0 && step > 0;
        for (int i = 1; i < k && regular; i++) {
            regular = index[i] - index[i - 1] == step;
        }
        if (regular && step == 1 && k == n) {
            return x;
        }
        if (regular) {
            return x.slice(0, index[0], index[k - 1] + 1, step);
        }
        int each = repeats(index, n);
        if (each > 1) {
            int[] sizes = x.shape().sizes();
            sizes[0] = k;
            return x.expand(1, each).reshape(sizes);
        }
        long[] words = new long[k];
        for (int i = 0; i < k; i++) {
            words[i] = index[i];
        }
        return x.gather(Tensor.wholes(words));
    }

    /// How often each row is taken, if that is every row in order equally often; else 0.
    private static int repeats(int[] index, int n) {
        if (n == 0 || index.length % n != 0) {
            return 0;
        }
        int each = index.length / n;
        for (int i = 0; i < index.length; i++) {
            if (index[i] != i / each) {
                return 0;
            }
        }
        return each;
    }
}
