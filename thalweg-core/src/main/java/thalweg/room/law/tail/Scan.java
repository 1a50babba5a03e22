package thalweg.room.law.tail;

import java.util.Arrays;

/// The search for the `x_min` whose power law lies nearest to the points above it: the smallest
/// Kolmogorov-Smirnov distance over all distinct values but the largest (Clauset, Shalizi and Newman 2009,
/// section 3.3).
///
/// The deviation at one point bounds the distance from below, and where a neighbour of `x_min` deviates most
/// `x_min` deviates much: nearly all candidates are dismissed by one look. The order is coarse to fine, so that
/// a small distance is known early. The answer is that of the full scan, the smaller `x_min` where two
/// distances are equal.
final class Scan {
    private static final int NONE = -1;

    private final Sample sample;
    private final Distance distance;
    private final int[] witness;
    private final double[] alpha;

    private int best = NONE;
    private double least = Double.POSITIVE_INFINITY;

    private Scan(Sample sample) {
        this.sample = sample;
        this.distance = new Distance(sample, PowerTail.fit(sample, 0, sample.value(0), 0), 0);
        this.witness = new int[sample.distinct() - 1];
        this.alpha = new double[sample.distinct() - 1];
        Arrays.fill(witness, NONE);
    }

    /// The index of the distinct value at which the tail begins; the sample has at least two.
    static int best(Sample sample) {
        Scan scan = new Scan(sample);
        int candidates = scan.witness.length;
        int stride = Integer.highestOneBit(candidates);
        scan.visit(0, candidates);
        for (; stride > 0; stride >>= 1) {
            for (int i = stride; i < candidates; i += 2 * stride) {
                scan.visit(i, stride);
            }
        }
        return scan.best;
    }

    /// Compares candidate `i`; its neighbours at the distance `stride` were visited before, where they exist.
    private void visit(int i, int stride) {
        PowerTail law = PowerTail.fit(sample, i, sample.value(i), i < stride ? 0 : alpha[i - stride]);
        alpha[i] = law.alpha();
        distance.reset(law, i);
        boolean dismissed = exceeds(i, i - stride) || exceeds(i, i + stride) || !distance.measure(least);
        witness[i] = distance.witness();
        if (!dismissed && (distance.greatest() < least || i < best)) {
            least = distance.greatest();
            best = i;
        }
    }

    private boolean exceeds(int i, int neighbour) {
        if (neighbour < 0 || neighbour >= witness.length || witness[neighbour] < i) {
            return false;
        }
        return distance.exceedsAt(witness[neighbour], least);
    }
}
