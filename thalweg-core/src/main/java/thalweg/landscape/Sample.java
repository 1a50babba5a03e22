package thalweg.landscape;

import thalweg.array.Tensor;

/// What [Rows] read at a place.
///
/// @param height the energy, a scalar
/// @param slope its gradient, shaped like the place
/// @param rows `O`, `[n, size]`, with `G = O' O` the metric
/// @param residual `[n]` with `slope = O' residual`; `[0]` where the slope is not made of the rows
/// @param kept for the next reading
public record Sample<S, W>(Tensor height, S slope, Tensor rows, Tensor residual, W kept) {}
