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

    private record Batch<S, D>(S place, D rows) {}

    private final Compiled<Batch<S, D>, Calculus.Slope<S>> slope;
    private final D data;
    private final int rows;
    private final int all;

    Minibatch(BiFunction<S, D, Tensor> loss, D data, int rows) {
        this.slope = Compiled.compile(batch -> Calculus.<S>valueAndGrad(place -> loss.apply(place, batch.rows()))
                .apply(batch.place()));
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
        Calculus.Slope<S> read = slope.apply(new Batch<>(at, batch));
        return new Reading<>(read.value(), read.slope(), new Deck(deck.order(), to, deck.epoch()));
    }
}
