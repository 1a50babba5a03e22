package thalweg.model;

import thalweg.array.Tensor;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// A landscape of tanh ridges over a bowl, `E(x) = sum_k c_k tanh(w_k . x + b_k) + g . y + y' Q y / 2`, `y = x - m`.
///
/// Linear in `c`, `g`, `Q`, and so are its slopes: given the ridges, least squares on slopes is one linear solution
/// (Bolager et al., NeurIPS 2023, for how ridges are drawn; Rahma et al., arXiv:2407.04393, for Hamiltonians).
///
/// @param weight w, `[k, n]`
/// @param bias b, `[k]`
/// @param coefficient c, `[k]`
/// @param centre m, `[n]`
/// @param linear g, `[n]`
/// @param quadratic Q, `[n, n]`, symmetric
public record TanhSum(Tensor weight, Tensor bias, Tensor coefficient, Tensor centre, Tensor linear, Tensor quadratic)
        implements Energy<Tensor> {
    /// The height at a place `[n]`.
    @Override
    public Tensor at(Tensor x) {
        Tensor y = x.minus(centre);
        Tensor ridges =
                weight.matmul(x.reshape(size(), 1)).reshape(count()).plus(bias).tanh();
        Tensor bowl = quadratic.matmul(y.reshape(size(), 1)).reshape(size());
        return ridges.times(coefficient)
                .sum()
                .plus(linear.times(y).sum())
                .plus(bowl.times(y).sum().times(0.5));
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, slopes()::at);
    }

    /// The dimension n of places.
    public int size() {
        return centre.count();
    }

    /// How many ridges there are.
    public int count() {
        return bias.count();
    }

    /// The door for loops over plain arrays.
    public TanhSlope slopes() {
        return new TanhSlope(this);
    }
}
