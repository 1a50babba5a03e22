package thalweg.array.transform;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Contract;
import thalweg.array.Move;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// Matrix sentences that derivative rules share; leading axes are a batch.
final class Matrices {
    private static final String LEAD = "defghijklmnopqrstuvwxyz";

    private Matrices() {}

    static Tensor product(Tensor a, Tensor b) {
        String lead = LEAD.substring(0, a.rank() - 2);
        return new Contract(lead + "ab", lead + "bc", lead + "ac").of(a, b);
    }

    static Tensor symmetric(Tensor a) {
        return a.plus(a.transpose()).times(0.5);
    }

    /// The unit matrix, for each matrix of `like`.
    static Tensor unit(Tensor like) {
        Tensor unit = Tensor.unit(like.size(-1));
        List<Integer> lead = IntStream.range(0, like.rank() - 2).boxed().toList();
        return lead.isEmpty() ? unit : new Move.Expand(lead, like.shape()).of(unit);
    }

    /// Zeros of a tensor's shape; in a trace, one zero repeated.
    static Tensor zero(Tensor like) {
        Trace trace = Trace.innermost(List.of(like));
        if (trace == null) {
            return Tensor.zeros(like.shape().sizes());
        }
        Tensor zero = trace.constant(Tensor.of(0));
        List<Integer> axes = IntStream.range(0, like.rank()).boxed().toList();
        return axes.isEmpty() ? zero : new Move.Expand(axes, like.shape()).of(zero);
    }

    /// Ones in one triangle, a number on the diagonal, zeros elsewhere.
    static Tensor triangle(Tensor like, boolean lower, double diagonal) {
        int n = like.size(-1);
        double[] mask = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mask[i * n + j] = i == j ? diagonal : (j < i) == lower ? 1 : 0;
            }
        }
        return Tensor.wrap(mask, Shape.of(n, n));
    }

    /// A number for each matrix, repeated over its elements.
    static Tensor over(Tensor numbers, Shape matrices) {
        int rank = matrices.rank();
        return new Move.Expand(List.of(rank - 2, rank - 1), matrices).of(numbers);
    }

    /// `1 / (w_j - w_i)`, and 0 where that has no value.
    static Tensor gaps(Tensor w) {
        int n = w.size(-1);
        int rank = w.rank();
        Shape wide = w.shape().insert(rank, n);
        Tensor rows = new Move.Expand(List.of(rank), wide).of(w);
        Tensor columns = new Move.Expand(List.of(rank - 1), wide).of(w);
        Tensor gap = columns.minus(rows);
        Tensor none = gap.same(Tensor.of(0));
        return none.select(Tensor.of(0), none.select(Tensor.of(1), gap).reciprocal());
    }
}
