package thalweg.flow.chain;

import thalweg.array.Key;
import thalweg.landscape.Flat;

/// A proposal of a Hamiltonian chain: from a place and a momentum to a draw. Holds its memory; not for two threads.
interface Path {
    /// Moves `draw`, which holds the place the path begins at.
    ///
    /// @param momentum standard normal
    /// @param key of the choices along the path
    /// @return what the path was like
    Transition move(Flat<?> flat, Draw draw, double[] momentum, Metric metric, double step, Key key);

    /// Where the last divergent path was before its energy was lost.
    double[] lost();
}
