package thalweg.measure;

import java.util.Arrays;

/// Numbers in ascending order together with where each of them stood; equal numbers keep their order.
///
/// Three rounds of counting digits of 11 bits, from the lowest up (Knuth, TAOCP 3, section 5.2.5), order the
/// numbers by the first 33 bits of their keys, with the place in the other 31; what agrees in those is put in
/// order by insertion, or by merging where it is much.
record RadixSort(double[] sorted, int[] order) {
    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;
    private static final int PLACE = 31;
    private static final int SHORT = 24;

    /// @param x finite numbers; left as they are
    static RadixSort of(double[] x) {
        int n = x.length;
        long[] item = byPrefix(x);
        double[] sorted = new double[n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) item[i] & Integer.MAX_VALUE;
            sorted[i] = x[order[i]] + 0.0;
        }
        for (int first = 0, next; first < n; first = next) {
            long prefix = item[first] >>> PLACE;
            next = first + 1;
            boolean ascending = true;
            while (next < n && item[next] >>> PLACE == prefix) {
                ascending &= sorted[next - 1] <= sorted[next];
                next++;
            }
            if (!ascending) {
                settle(sorted, order, first, next);
            }
        }
        return new RadixSort(sorted, order);
    }

    private static long[] byPrefix(double[] x) {
        int n = x.length;
        long[] item = new long[n];
        int[][] count = new int[3][MASK + 1];
        for (int i = 0; i < n; i++) {
            long prefix = ascending(x[i]) >>> PLACE;
            item[i] = prefix << PLACE | i;
            count[0][(int) prefix & MASK]++;
            count[1][(int) (prefix >>> BITS) & MASK]++;
            count[2][(int) (prefix >>> 2 * BITS)]++;
        }
        long[] other = new long[n];
        for (int pass = 0; pass < 3; pass++) {
            int shift = PLACE + pass * BITS;
            if (n == 0 || count[pass][(int) (item[0] >>> shift) & MASK] == n) {
                continue;
            }
            int[] place = starts(count[pass]);
            for (long it : item) {
                other[place[(int) (it >>> shift) & MASK]++] = it;
            }
            long[] free = item;
            item = other;
            other = free;
        }
        return item;
    }

    private static int[] starts(int[] count) {
        int sum = 0;
        for (int digit = 0; digit <= MASK; digit++) {
            int here = count[digit];
            count[digit] = sum;
            sum += here;
        }
        return count;
    }

    private static void settle(double[] sorted, int[] order, int first, int next) {
        if (next - first > SHORT) {
            merge(sorted, order, first, next);
            return;
        }
        for (int i = first + 1; i < next; i++) {
            double value = sorted[i];
            int place = order[i];
            int j = i;
            for (; j > first && sorted[j - 1] > value; j--) {
                sorted[j] = sorted[j - 1];
                order[j] = order[j - 1];
            }
            sorted[j] = value;
            order[j] = place;
        }
    }

    private static void merge(double[] sorted, int[] order, int first, int next) {
        int middle = (first + next) >>> 1;
        settle(sorted, order, first, middle);
        settle(sorted, order, middle, next);
        if (sorted[middle - 1] <= sorted[middle]) {
            return;
        }
        double[] value = Arrays.copyOfRange(sorted, first, middle);
        int[] place = Arrays.copyOfRange(order, first, middle);
        int left = 0;
        int right = middle;
        for (int at = first; left < value.length; at++) {
            if (right < next && sorted[right] < value[left]) {
                sorted[at] = sorted[right];
                order[at] = order[right++];
            } else {
                sorted[at] = value[left];
                order[at] = place[left++];
            }
        }
    }

    /// A key whose unsigned order is the order of the numbers; both zeros have one key.
    private static long ascending(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }
}
