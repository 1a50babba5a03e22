package thalweg.stan.density;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;

/// The log density of a law of vectors or matrices, as tensors of one outcome (`[k]`, `[k,k]`) or, for vectors, of many
/// rows (`[n,k]`).
@FunctionalInterface
public interface Joint {
    /// The log density of each outcome, a scalar for one; with all its constants.
    Tensor at(Tensor y, List<Tensor> a);

    /// The law of a name; null if it is none of vectors or matrices.
    static @Nullable Joint named(String name) {
        return Vectors.ALL.containsKey(name) ? Vectors.ALL.get(name) : Matrices.ALL.get(name);
    }
}
