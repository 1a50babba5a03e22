package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Stmt;

/// A variable that a loop only adds to: `x += e` in every turn, summed at the end.
final class Accumulator {
    private record Later(int emitted, double sign) {}

    private final LoopFacts facts;
    private final String name;
    private final @Nullable Lanes home;
    private final List<Tensor> terms = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private boolean wide;

    /// @param home the lanes around the loop
    Accumulator(LoopFacts facts, String name, @Nullable Lanes home) {
        this.facts = facts;
        this.name = name;
        this.home = home;
    }

    boolean takes(Stmt.Assign assign) {
        Expr target = assign.target().bare();
        while (target instanceof Expr.Index index) {
            target = index.of().bare();
        }
        return target instanceof Expr.Name root && root.name().equals(name) && facts.added(assign) != null;
    }

    Expr added(Stmt.Assign assign) {
        Expr value = facts.added(assign);
        if (value == null) {
            throw new IllegalStateException("an assignment that adds nothing");
        }
        return value;
    }

    void add(Value value, double sign, @Nullable Lanes here, @Nullable Turn turn) {
        if (value.turn() != null && turn != null) {
            later.add(new Later(turn.emit(value.tensor()), sign));
            return;
        }
        Lanes lanes = turn != null ? turn.lanes() : here;
        Tensor x = value.tensor();
        if (lanes != null) {
            Lanes own = value.lanes();
            x = own == null ? x.rows(lanes.count()) : lanes.lift(x, own);
            x = home == null ? x.sum(0) : segments(x, lanes, home);
        }
        wide |= home != null;
        terms.add(sign == 1 ? x : x.times(sign));
    }

    /// Sums of inner lanes for each lane they lie in.
    static Tensor segments(Tensor x, Lanes lanes, Lanes home) {
        int[] up = lanes.up(home);
        int each = home.count() == 0 ? 0 : up.length / home.count();
        boolean even = each * home.count() == up.length;
        long[] index = new long[up.length];
        for (int i = 0; i < up.length; i++) {
            even &= up[i] == i / Math.max(1, each);
            index[i] = up[i];
        }
        if (even) {
            int[] inner = x.shape().part(1, x.rank()).sizes();
            return x.reshape(Reading.join(new int[] {home.count(), each}, inner))
                    .sum(1);
        }
        return x.scatterAdd(Tensor.wholes(index), home.count());
    }

    /// The sum, with rows that a loop emitted.
    @Nullable
    Value sum(Value like, List<Tensor> emitted) {
        Tensor sum = null;
        for (Tensor term : terms) {
            sum = sum == null ? term : sum.plus(term);
        }
        for (Later one : later) {
            Tensor term = emitted.get(one.emitted()).sum(0).times(one.sign());
            sum = sum == null ? term : sum.plus(term);
        }
        return sum == null ? null : Value.of(like.type(), sum, wide ? home : null, null);
    }
}
