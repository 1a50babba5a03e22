package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Energy;

/// The quasi-Newton descent with limited memory: directions from the last `memory` changes of slope, lengths by
/// a line search to the strong Wolfe conditions, or near rounding to their approximate form.
///
/// Liu and Nocedal, Math. Prog. 45 (1989) 503; Hager and Zhang, SIAM J. Optim. 16 (2005) 170 for the
/// approximate conditions, by which it goes on where differences of the energy are rounding. A direction that
/// does not descend, or a search that fails, forgets the memory and starts again from the slope.
///
/// @param memory how many changes are kept
public record Lbfgs(int memory) {
    /// @throws Misuse for a memory below 1
    public Lbfgs {
        if (memory < 1) {
            throw new Misuse("a memory of " + memory, "1 or more", "10 is usual");
        }
    }

    /// The usual memory of 10.
    public Lbfgs() {
        this(10);
    }

    /// The flow on an energy; each step ends lower, and it ends by itself where no step is left.
    public <S> Flow<S, Descending<Integer>> on(Energy<S> energy) {
        return new LbfgsFlow<>(this, energy);
    }
}
