package thalweg.landscape;

import thalweg.array.Tensor;

/// What a source read at a place: height, slope, and what it keeps for the next reading.
public record Reading<S, W>(Tensor height, S slope, W kept) {}
