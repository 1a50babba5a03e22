package thalweg.room.bayes;

import thalweg.array.Tensor;
import thalweg.flow.Flow;
import thalweg.flow.chain.Metric;
import thalweg.flow.chain.Swing;
import thalweg.flow.chain.Warmup;
import thalweg.landscape.Flat;
import thalweg.study.Knob;

/// How paths of a Hamiltonian chain find their length.
public sealed interface Sampler {
    /// The chain while it learns.
    Flow<Tensor, Swing> warming(Flat<Tensor> flat, Warmup warmup);

    /// The chain with what it has learned.
    Flow<Tensor, Swing> drawing(Flat<Tensor> flat, double step, Metric metric);

    /// The most doublings of a path, 0 where it has a fixed length.
    int doublings();

    /// Paths that double until they turn.
    ///
    /// @param depth the most doublings
    record Nuts(
            @Knob(value = "most doublings of a path", min = 1, max = 20)
            int depth) implements Sampler {
        /// Depth 10.
        public Nuts() {
            this(10);
        }

        @Override
        public Flow<Tensor, Swing> warming(Flat<Tensor> flat, Warmup warmup) {
            return new thalweg.flow.chain.Nuts(warmup, depth).on(flat);
        }

        @Override
        public Flow<Tensor, Swing> drawing(Flat<Tensor> flat, double step, Metric metric) {
            return new thalweg.flow.chain.Nuts(Warmup.none(), depth).on(flat, step, metric);
        }

        @Override
        public int doublings() {
            return depth;
        }
    }

    /// Paths of a fixed number of leapfrogs; with one it is MALA.
    ///
    /// @param steps leapfrogs in a path
    record Hmc(
            @Knob(value = "leapfrogs in a path", min = 1, max = 100_000)
            int steps) implements Sampler {
        /// 16 leapfrogs.
        public Hmc() {
            this(16);
        }

        @Override
        public Flow<Tensor, Swing> warming(Flat<Tensor> flat, Warmup warmup) {
            return new thalweg.flow.chain.Hmc(warmup, steps).on(flat);
        }

        @Override
        public Flow<Tensor, Swing> drawing(Flat<Tensor> flat, double step, Metric metric) {
            return new thalweg.flow.chain.Hmc(Warmup.none(), steps).on(flat, step, metric);
        }

        @Override
        public int doublings() {
            return 0;
        }
    }
}
