package thalweg.measure;

import thalweg.array.NormalQuantile;

/// Normal scores of the halves of chains, from one sorting of all draws:
///
///     z = Phi^-1((r - 3/8) / (S + 1/4)),    r the average rank of equal draws among S.
///
/// Vehtari, Gelman, Simpson, Carpenter and Bürkner, Bayesian Analysis 16 (2021) 667, eq. 14 (Blom's offset). Of
/// an odd number of draws the one in the middle of each chain belongs to no half and has no rank.
final class Ranks {
    private final Draws draws;
    private final int half;
    private final double[] quantile;

    Ranks(Draws draws) {
        this.draws = draws;
        this.half = draws.length() / 2;
        int size = 2 * half * draws.chains();
        this.quantile = new double[size];
        for (int k = 0; k < (size + 1) / 2; k++) {
            double z = z(k + 1, size);
            quantile[k] = z;
            quantile[size - 1 - k] = -z;
        }
    }

    /// The scores of the draws.
    Pieces scores() {
        RadixSort sort = draws.sort();
        return scores(sort.sorted(), sort.order());
    }

    /// The scores of `|x - median|`, whose order follows from that of `x` by merging outward from the median.
    Pieces folded() {
        RadixSort sort = draws.sort();
        double[] sorted = sort.sorted();
        int n = sorted.length;
        double median = Quantile.of(sorted, 0.5);
        double[] distance = new double[n];
        int[] order = new int[n];
        int above = n / 2;
        int below = above - 1;
        for (int at = 0; at < n; at++) {
            boolean up = below < 0 || above < n && sorted[above] - median < median - sorted[below];
            int taken = up ? above++ : below--;
            distance[at] = Math.abs(sorted[taken] - median);
            order[at] = sort.order()[taken];
        }
        return scores(distance, order);
    }

    private Pieces scores(double[] sorted, int[] order) {
        int length = draws.length();
        boolean odd = length % 2 == 1;
        double[] z = new double[quantile.length];
        int rank = 0;
        for (int first = 0, next; first < sorted.length; first = next) {
            next = first + 1;
            while (next < sorted.length && sorted[next] == sorted[first]) {
                next++;
            }
            if (next == first + 1 && !odd) {
                z[order[first]] = quantile[rank++];
                continue;
            }
            int equal = 0;
            for (int i = first; i < next; i++) {
                equal += inHalf(order[i]) ? 1 : 0;
            }
            double score = equal == 1 ? quantile[rank] : z(rank + 0.5 * (equal + 1), quantile.length);
            rank += equal;
            for (int i = first; i < next; i++) {
                if (inHalf(order[i])) {
                    z[place(order[i])] = score;
                }
            }
        }
        int[] starts = new int[2 * draws.chains()];
        for (int k = 0; k < starts.length; k++) {
            starts[k] = k * half;
        }
        return new Pieces(z, starts, half);
    }

    private boolean inHalf(int draw) {
        return draws.length() == 2 * half || draw % draws.length() != half;
    }

    private int place(int draw) {
        int chain = draw / draws.length();
        int within = draw - chain * draws.length();
        return 2 * half * chain + (within < half ? within : within - (draws.length() - 2 * half));
    }

    private static double z(double rank, int size) {
        return NormalQuantile.of((rank - 0.375) / (size + 0.25));
    }
}
