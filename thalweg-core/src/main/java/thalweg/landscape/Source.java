package thalweg.landscape;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;

/// Where slopes come from: an energy itself, or estimates of it from a part of the data or from samples.
///
/// @param <S> the place
/// @param <W> what it keeps from reading to reading (its place in the data, walkers); data only, for checkpoints
public interface Source<S, W> {
    /// What it keeps before the first reading.
    W begin(S at, Key key);

    /// A height and slope at a place; `key` is the step's.
    Reading<S, W> read(S at, W kept, Key key);

    /// Whether the next reading draws from its key; a run spares the keys of readings that do not.
    default boolean draws(W kept) {
        return true;
    }

    /// The same readings on plain arrays, which allocate nothing; null for a source that has trees only.
    default @Nullable Door<W> door(S example) {
        return null;
    }

    /// Readings at the coordinates of a place. Safe to use from many threads.
    ///
    /// @param <W> what the source keeps
    interface Door<W> {
        /// What it keeps from the next reading on; may reuse the memory of `kept`.
        W next(W kept, Key key);

        /// The reading of [#next]: returns the height and writes the slope.
        double at(double[] x, W next, double[] slope);
    }

    /// The energy itself, whose door [Flat] a descent may take instead.
    static <S> Source<S, Integer> exact(Energy<S> energy) {
        return new Exact<>(energy);
    }

    /// Slopes of the mean loss over rows drawn without return, epoch after epoch in a new order.
    ///
    /// @param loss of a place on some rows, a scalar
    /// @param data a tree of tensors whose leading axis counts rows
    /// @param rows how many a reading takes; the last of an epoch may take fewer
    static <S, D> Source<S, Minibatch.Deck> minibatch(BiFunction<S, D, Tensor> loss, D data, int rows) {
        return new Minibatch<>(loss, data, rows);
    }

    /// The source of an energy that is known exactly.
    record Exact<S>(Energy<S> energy) implements Source<S, Integer> {
        @Override
        public Integer begin(S at, Key key) {
            return 0;
        }

        @Override
        public Reading<S, Integer> read(S at, Integer kept, Key key) {
            Calculus.Slope<S> slope = Calculus.valueAndGrad(energy::at).apply(at);
            return new Reading<>(slope.value(), slope.slope(), kept);
        }

        @Override
        public boolean draws(Integer kept) {
            return false;
        }

        @Override
        public Door<Integer> door(S example) {
            Flat<S> flat = energy.flat(example);
            return new Door<>() {
                @Override
                public Integer next(Integer kept, Key key) {
                    return kept;
                }

                @Override
                public double at(double[] x, Integer next, double[] slope) {
                    return flat.at(x, slope);
                }
            };
        }
    }
}
