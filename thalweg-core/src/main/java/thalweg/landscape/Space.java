package thalweg.landscape;

import java.util.List;
import thalweg.array.Tensor;

/// A constrained space and the smooth map onto it from free coordinates: `x = f(u)`, with `log |df/du|`.
///
/// A density of `x` becomes one of `u` by adding the logarithm of the Jacobian. The maps and their coordinates are
/// those
/// of Stan (Stan reference manual 2.39, "Constraint transforms"): matrices are taken by columns, factors of correlation
/// matrices by rows.
public interface Space {
    /// A place and the logarithm of the map's Jacobian determinant there, a scalar.
    record Image(Tensor place, Tensor logJacobian) {}

    /// The number of free coordinates.
    int free();

    /// The place at free coordinates `[free]`; traced or not.
    Image at(Tensor u);

    /// The free coordinates of a place, given in row-major order.
    ///
    /// @throws thalweg.array.Misuse if it does not satisfy the constraint
    double[] free(double[] place);

    /// All of `R^shape`.
    static Space real(int... shape) {
        return new BoundedSpace(BoundedSpace.Kind.FREE, List.of(), shape);
    }

    /// `x > low`: `x = low + e^u`; the bound is a scalar, or one an element.
    static Space above(Tensor low, int... shape) {
        return new BoundedSpace(BoundedSpace.Kind.ABOVE, List.of(low), shape);
    }

    /// `x < high`: `x = high - e^u`.
    static Space below(Tensor high, int... shape) {
        return new BoundedSpace(BoundedSpace.Kind.BELOW, List.of(high), shape);
    }

    /// `low < x < high`: `x = low + (high - low) / (1 + e^-u)`.
    static Space between(Tensor low, Tensor high, int... shape) {
        return new BoundedSpace(BoundedSpace.Kind.BETWEEN, List.of(low, high), shape);
    }

    /// `x = offset + multiplier u`.
    static Space scaled(Tensor offset, Tensor multiplier, int... shape) {
        return new BoundedSpace(BoundedSpace.Kind.SCALED, List.of(offset, multiplier), shape);
    }

    /// `x_i > 0`, `sum x = 1`, by the isometric log-ratio (Stan from 2.37 on).
    static Space simplex(int n) {
        return new VectorSpace(VectorSpace.Kind.SIMPLEX, n);
    }

    /// `x_i > 0`, `sum x = 1`, by breaking sticks (Stan up to 2.36).
    static Space sticks(int n) {
        return new VectorSpace(VectorSpace.Kind.STICKS, n);
    }

    /// `x_1 < x_2 < ..`.
    static Space ordered(int n) {
        return new VectorSpace(VectorSpace.Kind.ORDERED, n);
    }

    /// `0 < x_1 < x_2 < ..`.
    static Space positiveOrdered(int n) {
        return new VectorSpace(VectorSpace.Kind.POSITIVE_ORDERED, n);
    }

    /// `|x| = 1`.
    static Space unit(int n) {
        return new VectorSpace(VectorSpace.Kind.UNIT, n);
    }

    /// `sum x = 0`.
    static Space sumToZero(int n) {
        return new VectorSpace(VectorSpace.Kind.SUM_TO_ZERO, n);
    }

    /// Lower factors of correlation matrices.
    static Space correlationFactor(int n) {
        return new FactorSpace(FactorSpace.Kind.CORRELATION_FACTOR, n, n);
    }

    /// Correlation matrices.
    static Space correlation(int n) {
        return new FactorSpace(FactorSpace.Kind.CORRELATION, n, n);
    }

    /// Lower factors of covariance matrices, of `rows >= columns`.
    static Space covarianceFactor(int rows, int columns) {
        return new FactorSpace(FactorSpace.Kind.COVARIANCE_FACTOR, rows, columns);
    }

    /// Covariance matrices.
    static Space covariance(int n) {
        return new FactorSpace(FactorSpace.Kind.COVARIANCE, n, n);
    }

    /// Matrices whose rows (or columns) are simplices.
    static Space stochastic(boolean byRow, int rows, int columns) {
        return new StochasticSpace(byRow, rows, columns);
    }

    /// `count` independent places, along a new leading axis.
    default Space array(int count) {
        return new ArraySpace(this, count);
    }
}
