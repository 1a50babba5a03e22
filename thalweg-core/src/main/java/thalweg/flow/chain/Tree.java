package thalweg.flow.chain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.kernel.Exponential;
import thalweg.landscape.Flat;

/// The path that doubles, forward or backward at random, until it turns back on itself: a draw is a point of it, chosen
/// by weight `exp(-H)` and with a bias towards the later half.
///
/// No recursion: a new half is walked leaf by leaf, and leaf `i` closes as many sub-trees as the number `i` ends in
/// ones. Their first leaves are kept in a row as long as the depth. Hoffman and Gelman, JMLR 15 (2014) 1593; Betancourt
/// (2017), arXiv:1701.02434, appendix A; Phan, Pradhan and Jankowiak (2019), arXiv:1912.11554 for the walk; Stan's
/// checks across the seams of sub-trees.
final class Tree implements Path {
    /// A rise of the energy that counts as a divergence.
    private static final double LOST = 1000;

    private final int depth;
    private final Front back;
    private final Front ahead;
    private final Draw fresh;
    private final Mark[] marks;
    private final double[] total;
    private final double[] added;
    private final double[] seam;
    private final double[] near;
    private final double[] first;
    private final double[] before;
    private final double[] lost;
    private double zero;
    private double base;
    private double weight;
    private double acceptance;
    private int leaps;
    private boolean divergent;

    /// The first leaf of a sub-tree: its momentum, that of the leaf before it, the sum of all before it.
    private static final class Mark {
        final double[] momentum;
        final double[] previous;
        final double[] sum;

        Mark(int d) {
            momentum = new double[d];
            previous = new double[d];
            sum = new double[d];
        }
    }

    Tree(int d, int depth) {
        this.depth = depth;
        back = new Front(d);
        ahead = new Front(d);
        fresh = new Draw(d);
        marks = new Mark[Math.max(depth, 1)];
        Arrays.setAll(marks, i -> new Mark(d));
        total = new double[d];
        added = new double[d];
        seam = new double[d];
        near = new double[d];
        first = new double[d];
        before = new double[d];
        lost = new double[d];
    }

    @Override
    public double[] lost() {
        return lost;
    }

    @Override
    public Transition move(Flat<?> flat, Draw draw, double[] momentum, Metric metric, double step, Key key) {
        back.set(draw.place, draw.slope, draw.height(), momentum, metric);
        ahead.set(draw.place, draw.slope, draw.height(), momentum, metric);
        zero = back.energy();
        draw.take(back, zero);
        base = 0;
        weight = 1;
        acceptance = 0;
        leaps = 0;
        divergent = false;
        System.arraycopy(momentum, 0, total, 0, momentum.length);
        int doublings = 0;
        long choices = 0;
        while (doublings < depth) {
            boolean forward = key.uniform(choices++) < 0.5;
            Front front = forward ? ahead : back;
            System.arraycopy(front.momentum, 0, near, 0, near.length);
            double half = extend(flat, front, metric, forward ? step : -step, 1 << doublings, key, choices);
            choices += 1L << doublings;
            if (half < 0) {
                break;
            }
            doublings++;
            if (key.uniform(choices++) * weight < half) {
                draw.take(fresh);
            }
            weight += half;
            double[] far = forward ? back.momentum : ahead.momentum;
            double[] end = front.momentum;
            boolean turned = turns(total, first, far, first) || turns(added, near, near, end);
            for (int i = 0; i < total.length; i++) {
                total[i] += added[i];
            }
            if (turned || turns(total, null, far, end)) {
                break;
            }
        }
        return new Transition(draw.energy(), acceptance / Math.max(leaps, 1), step, doublings, leaps, divergent);
    }

    /// Walks a new half of `size` leaves and chooses one of them; its weight, or -1 if it turned or diverged.
    private double extend(Flat<?> flat, Front front, Metric metric, double h, int size, Key key, long choices) {
        Arrays.fill(added, 0);
        double sum = 0;
        for (int leaf = 0; leaf < size; leaf++) {
            System.arraycopy(front.momentum, 0, before, 0, before.length);
            System.arraycopy(front.place, 0, lost, 0, lost.length);
            double energy = front.leap(flat, metric, h);
            leaps++;
            double gain = zero - energy;
            if (!(gain > -LOST)) {
                divergent = true;
                return -1;
            }
            if (gain > base + 500) {
                double shrink = Exponential.exp(base - gain);
                weight *= shrink;
                sum *= shrink;
                base = gain;
            }
            double mine = Exponential.exp(gain - base);
            acceptance += gain >= 0 ? 1 : base == 0 ? mine : Exponential.exp(gain);
            sum += mine;
            if (leaf == 0 || key.uniform(choices + leaf) * sum < mine) {
                fresh.take(front, energy);
            }
            if (leaf == 0) {
                System.arraycopy(front.momentum, 0, first, 0, first.length);
            }
            if (closes(leaf, front.momentum)) {
                return -1;
            }
        }
        return sum;
    }

    /// Takes a leaf in, and says whether a sub-tree that it closes has turned.
    private boolean closes(int leaf, double[] r) {
        int at = Integer.bitCount(leaf >> 1);
        if ((leaf & 1) == 0) {
            Mark mark = marks[at];
            System.arraycopy(r, 0, mark.momentum, 0, r.length);
            System.arraycopy(before, 0, mark.previous, 0, r.length);
            System.arraycopy(added, 0, mark.sum, 0, r.length);
        }
        for (int i = 0; i < r.length; i++) {
            added[i] += r[i];
        }
        if ((leaf & 1) == 0) {
            return false;
        }
        int closed = Integer.numberOfTrailingZeros(~leaf);
        for (int k = at; k > at - closed; k--) {
            Mark left = marks[k];
            if (turned(added, left.sum, null, left.momentum, r)) {
                return true;
            }
            if (k < at) {
                Mark right = marks[k + 1];
                if (turned(right.sum, left.sum, right.momentum, left.momentum, right.momentum)
                        || turned(added, right.sum, right.previous, right.previous, r)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the path from momentum `a` to momentum `b`, with `sum - less + more` between them, closes up again.
    private boolean turned(double[] sum, double[] less, double @Nullable [] more, double[] a, double[] b) {
        for (int i = 0; i < seam.length; i++) {
            seam[i] = sum[i] - less[i];
        }
        return turns(seam, more, a, b);
    }

    private static boolean turns(double[] sum, double @Nullable [] more, double[] a, double[] b) {
        double along = 0;
        double across = 0;
        if (more == null) {
            for (int i = 0; i < a.length; i++) {
                along += sum[i] * a[i];
                across += sum[i] * b[i];
            }
        } else {
            for (int i = 0; i < a.length; i++) {
                double s = sum[i] + more[i];
                along += s * a[i];
                across += s * b[i];
            }
        }
        return !(along > 0 && across > 0);
    }
}
