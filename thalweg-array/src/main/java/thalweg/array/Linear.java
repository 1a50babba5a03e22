package thalweg.array;

import java.util.List;

/// The products and factorisations a tensor offers.
sealed interface Linear permits Tensor {
    Tensor self();

    /// A contraction over named axes, as `ab,bc->ac` with this as the left operand.
    default Tensor contract(String names, Tensor right) {
        return Contract.of(names).of(self(), right);
    }

    /// The matrix product over the last axis of this and the first axis of a matrix or vector; leading axes stay.
    ///
    /// For a stack of matrices on the right use [#contract] or `batch`.
    default Tensor matmul(Tensor right) {
        Tensor left = self();
        if (left.rank() < 1 || right.rank() < 1 || right.rank() > 2 || left.rank() > 20) {
            throw new Misuse(
                    "matmul of " + left.type() + " and " + right.type(),
                    "[.., n] and [n, k] or [n]",
                    "use contract or batch for stacks of matrices");
        }
        String lead = "cdefghijklmnopqrstuvw".substring(0, left.rank() - 1);
        String out = right.rank() == 2 ? "b" : "";
        return new Contract(lead + "a", "a" + out, lead + out).of(left, right);
    }

    /// The sum of products of two vectors.
    default Tensor dot(Tensor right) {
        return new Contract("a", "a", "").of(self(), right);
    }

    /// The products of every pair of elements of two vectors.
    default Tensor outer(Tensor right) {
        return new Contract("a", "b", "ab").of(self(), right);
    }

    /// The lower factor `L` of `L L' = (A + A') / 2`.
    default Tensor cholesky() {
        return new Algebra.Cholesky().of(self());
    }

    /// `X` with `A X = B`, A triangular.
    default Tensor triangularSolve(Tensor b, boolean lower, boolean transposed) {
        return solved(new Algebra.TriangularSolve(lower, transposed), b);
    }

    /// `X` with `A X = B` for a matrix or vector `B`.
    default Tensor solve(Tensor b) {
        return solved(new Algebra.Solve(false), b);
    }

    /// `log |det A|` and the sign of the determinant.
    default List<Tensor> logDet() {
        return new Algebra.LogDet().on(self());
    }

    /// Eigenvalues in ascending order and eigenvectors as columns, of `(A + A') / 2`.
    default List<Tensor> eigen() {
        return new Algebra.Eigen().on(self());
    }

    /// The elements `A_ii` of the last two axes.
    default Tensor diagonal() {
        Tensor a = self();
        int n = a.size(-1);
        if (a.rank() < 2 || a.size(-2) != n) {
            throw new Misuse("the diagonal of " + a.type(), "a square matrix in the last two axes", "check the shape");
        }
        Shape lead = a.shape().part(0, a.rank() - 2);
        Tensor flat = new Move.Reshape(lead.then(Shape.of(n * n))).of(a);
        return flat.slice(-1, 0, n * n, n + 1);
    }

    /// `sum_i A_ii` of the last two axes.
    default Tensor diagonalSum() {
        return diagonal().sum(-1);
    }

    private Tensor solved(Algebra op, Tensor b) {
        boolean vector = b.rank() == self().rank() - 1;
        Tensor x = op.of(self(), vector ? b.columns(1) : b);
        return vector ? new Move.Reshape(b.shape()).of(x) : x;
    }
}
