package thalweg.flow.chain;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The Hamiltonian chain whose paths double until they turn: its long-run law is `exp(-E)` exactly, and while it warms
/// up it finds its step size and its metric.
///
/// Hoffman and Gelman, JMLR 15 (2014) 1593; multinomial weights of Betancourt (2017), arXiv:1701.02434.
///
/// @param warmup how it finds step and metric
/// @param depth most doublings of a path
public record Nuts(Warmup warmup, int depth) {
    /// @throws Misuse for a depth outside 1 .. 20
    public Nuts {
        if (depth < 1 || depth > 20) {
            throw new Misuse("a depth of " + depth, "1 to 20", "10 is usual: at most 1023 leapfrogs a draw");
        }
    }

    /// Depth 10.
    public Nuts(Warmup warmup) {
        this(warmup, 10);
    }

    /// The chain on the flat door of an energy.
    public <S> Flow<S, Swing> on(Flat<S> flat) {
        return new HamiltonianFlow<>(flat, warmup, 0.1, null, d -> new Tree(d, depth));
    }

    /// The chain with a step size and a metric found before.
    public <S> Flow<S, Swing> on(Flat<S> flat, double step, Metric metric) {
        return new HamiltonianFlow<>(flat, warmup, step, metric, d -> new Tree(d, depth));
    }

    /// The chain on an energy.
    ///
    /// @param example a place, for the shapes
    public <S> Flow<S, Swing> on(Energy<S> energy, S example) {
        return on(Flat.of(energy, example));
    }
}
