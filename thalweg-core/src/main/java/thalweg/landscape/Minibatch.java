package thalweg.landscape;

import java.util.Arrays;
import java.util.function.BiFunction;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.run.Compiled;
import thalweg.array.transform.Calculus;

/// Slopes of a mean loss over a few rows at a time, each row once an epoch: `grad L_B`, `E[grad L_B] = grad L` up
/// to
/// the unequal last batch. Robbins and Monro, Ann. Math. Stat. 22 (1951) 400.
public final class Minibatch<S, D> implements Source<S, Minibatch.Deck> {
    /// The order of this epoch, and how many of its rows were taken.
    public record Deck(int[] order, int taken, long epoch) {}

    private record Both<S, D>(S place, D batch) {}

    private final Compiled<Both<S, D>, Calculus.Slope<S>> slopes;
    private final D data;
    private final int rows;
    private final int all;

    Minibatch(BiFunction<S, D, Tensor> loss, D data, int rows) {
        this.slopes = Compiled.compile(both -> Calculus.<S>valueAndGrad(place -> loss.apply(place, both.batch()))
                .apply(both.place()));
        this.data = data;
        this.rows = rows;
        Tree<D> tree = Tree.of(data);
        int count = -1;
        for (int i = 0; i < tree.leaves().size(); i++) {
            Tensor leaf = tree.leaves().get(i);
            if (leaf.rank() == 0 || (count >= 0 && leaf.size(0) != count)) {
                throw new Misuse(
                        "data " + tree.names().get(i) + " " + leaf.type(),
                        count < 0 ? "a leading axis of rows" : "a leading axis of " + count + " rows",
                        "let the loss capture what all rows share");
            }
            count = leaf.size(0);
        }
        if (rows < 1 || rows > count) {
            throw new Misuse("batches of " + rows + " of " + count + " rows", "1 .. " + count, "choose fewer rows");
        }
        this.all = count;
    }

    @Override
    public Deck begin(S at, Key key) {
        return new Deck(key.permutation(all), 0, 0);
    }

    @Override
    public Reading<S, Deck> read(S at, Deck kept, Key key) {
        Deck deck = kept.taken() < all ? kept : new Deck(key.permutation(all), 0, kept.epoch() + 1);
        int to = Math.min(all, deck.taken() + rows);
        long[] chosen =
                Arrays.stream(deck.order(), deck.taken(), to).asLongStream().toArray();
        Tensor index = Tensor.wholes(chosen);
        D batch = Tree.map(data, leaf -> leaf.gather(index));
        Calculus.Slope<S> slope = slopes.apply(new Both<>(at, batch));
        return new Reading<>(slope.value(), slope.slope(), new Deck(deck.order(), to, deck.epoch()));
    }
}
