package thalweg.flow.chain;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The Hamiltonian chain with paths of a fixed number of leapfrogs; its long-run law is `exp(-E)` exactly. With one
/// leapfrog it is the Metropolis-adjusted Langevin chain (MALA).
///
/// Duane, Kennedy, Pendleton and Roweth, Phys. Lett. B 195 (1987) 216; Besag, JRSS B 56 (1994) 591.
///
/// @param leapfrogs in a path
public record Hmc(Warmup warmup, int leapfrogs) {
    /// @throws Misuse for fewer than one leapfrog
    public Hmc {
        if (leapfrogs < 1) {
            throw new Misuse(leapfrogs + " leapfrogs", "1 or more", "1 is MALA");
        }
    }

    /// One leapfrog a path, led to its best acceptance, 0.574.
    public static Hmc mala(int warmup) {
        return new Hmc(new Warmup(warmup, Mass.SLOPES, 0.574), 1);
    }

    /// The chain on the flat door of an energy.
    public <S> Flow<S, Swing> on(Flat<S> flat) {
        return new HamiltonianFlow<>(flat, warmup, 0.1, null, d -> new Fixed(d, leapfrogs));
    }

    /// The chain with a step size and a metric found before.
    public <S> Flow<S, Swing> on(Flat<S> flat, double step, Metric metric) {
        return new HamiltonianFlow<>(flat, warmup, step, metric, d -> new Fixed(d, leapfrogs));
    }

    /// The chain on an energy.
    ///
    /// @param example a place, for the shapes
    public <S> Flow<S, Swing> on(Energy<S> energy, S example) {
        return on(Flat.of(energy, example));
    }
}
