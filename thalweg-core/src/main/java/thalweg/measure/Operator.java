package thalweg.measure;

/// A symmetric linear map, known by what it does to vectors: a Hessian, a Gauss-Newton or a Fisher matrix that is
/// never written down.
@FunctionalInterface
public interface Operator {
    /// `A v`, a new array of the length of `v`, which is left as it is.
    double[] apply(double[] v);
}
