package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Energy;

/// Newton's descent in a trust region, its step by conjugate gradients on products with the matrix of second
/// derivatives; where that bends down the step goes to the edge of the region, so it leaves saddles.
///
/// Steihaug, SIAM J. Numer. Anal. 20 (1983) 626; Nocedal and Wright, Numerical Optimization (2006), algorithms
/// 4.1, 7.2.
///
/// @param radius the first radius, in units of the coordinates
public record NewtonCg(double radius) {
    /// @throws Misuse if the radius is not a positive number
    public NewtonCg {
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new Misuse("a radius of " + radius, "a positive number", "about the distance to the minimum");
        }
    }

    /// A first radius of 1.
    public NewtonCg() {
        this(1);
    }

    /// The flow on an energy.
    public <S> Flow<S, Descending<Integer>> on(Energy<S> energy) {
        return new NewtonCgFlow<>(radius, energy);
    }
}
