package thalweg.array.kernel;

import java.util.function.IntConsumer;

/// Where independent pieces of work run: on the caller's thread, or on several at once.
///
/// How work is cut into pieces never depends on the workers, so neither do the bits.
@FunctionalInterface
public interface Workers {
    /// The caller's thread, one piece after the other.
    Workers HERE = (pieces, piece) -> {
        for (int i = 0; i < pieces; i++) {
            piece.accept(i);
        }
    };

    /// Runs pieces `0 .. pieces - 1`, in any order, and returns when all are done.
    void run(int pieces, IntConsumer piece);
}
