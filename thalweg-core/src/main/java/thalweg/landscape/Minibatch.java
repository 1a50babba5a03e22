package thalweg.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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
    ///
    /// @param count rows taken, and epochs done
    public record Deck(int[] order, long[] count) {
        /// Rows of this epoch that were read.
        public int taken() {
            return (int) count[0];
        }

        /// Epochs before this one.
        public long epoch() {
            return count[1];
        }
    }

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
        return new Deck(key.permutation(all), new long[2]);
    }

    @Override
    public Reading<S, Deck> read(S at, Deck kept, Key key) {
        Deck deck = next(new Deck(kept.order(), kept.count().clone()), key);
        long[] chosen = Arrays.stream(deck.order(), first(deck), deck.taken())
                .asLongStream()
                .toArray();
        Tensor index = Tensor.wholes(chosen);
        D batch = Tree.map(data, leaf -> leaf.gather(index));
        Calculus.Slope<S> slope = slopes.apply(new Both<>(at, batch));
        return new Reading<>(slope.value(), slope.slope(), deck);
    }

    @Override
    public boolean draws(Deck kept) {
        return kept.taken() >= all;
    }

    /// The rows of the next reading.
    private Deck next(Deck kept, Key key) {
        Deck deck = kept.taken() < all ? kept : new Deck(key.permutation(all), new long[] {0, kept.epoch() + 1});
        deck.count()[0] = Math.min(all, deck.taken() + rows);
        return deck;
    }

    /// The first of the rows that were taken last.
    private int first(Deck deck) {
        return (deck.taken() - 1) / rows * rows;
    }

    @Override
    public @Nullable Door<Deck> door(S example) {
        for (Tensor leaf : Tree.of(data).leaves()) {
            if (!leaf.type().isReal()) {
                return null;
            }
        }
        return new Plain(example);
    }

    /// Readings on plain arrays: rows are copied into a batch that is used again.
    private final class Plain implements Door<Deck> {
        private final List<Tensor> leaves = Tree.of(data).leaves();
        private final Batch whole;
        private final @Nullable Batch rest;

        Plain(S example) {
            this.whole = new Batch(example, rows);
            this.rest = all % rows == 0 ? null : new Batch(example, all % rows);
        }

        @Override
        public Deck next(Deck kept, Key key) {
            return Minibatch.this.next(kept, key);
        }

        @Override
        public double at(double[] x, Deck next, double[] slope) {
            int from = first(next);
            int count = next.taken() - from;
            Batch batch = count == rows || rest == null ? whole : rest;
            double[][] arrays = batch.take();
            for (int i = 0; i < leaves.size(); i++) {
                double[] all = leaves.get(i).reals();
                double[] some = arrays[i + 1];
                int row = some.length / count;
                for (int r = 0; r < count; r++) {
                    System.arraycopy(all, next.order()[from + r] * row, some, r * row, row);
                }
            }
            return batch.at(x, arrays, slope);
        }
    }

    /// The compiled slope of a batch of some rows.
    private final class Batch {
        private final FlatFunction<Both<S, D>, Calculus.Slope<S>> slope;
        private final int[] counts;
        private final AtomicReference<double @Nullable [][]> spare = new AtomicReference<>();

        Batch(S example, int count) {
            Tensor first = Tensor.wholes(LongStream.range(0, count).toArray());
            D batch = Tree.map(data, leaf -> leaf.gather(first));
            this.slope = FlatFunction.of(slopes, new Both<>(example, batch));
            this.counts =
                    Tree.of(batch).leaves().stream().mapToInt(Tensor::count).toArray();
        }

        /// The place, the leaves of the batch, the height and the slope.
        double[][] take() {
            double[][] known = spare.getAndSet(null);
            if (known != null) {
                return known;
            }
            double[][] arrays = new double[counts.length + 1][];
            for (int i = 0; i < counts.length; i++) {
                arrays[i + 1] = new double[counts[i]];
            }
            return arrays;
        }

        double at(double[] x, double[][] arrays, double[] out) {
            arrays[0] = x;
            double height = slope.call(arrays, out);
            spare.set(arrays);
            return height;
        }
    }
}
