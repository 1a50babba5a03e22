/// Hot loops over ranges of `double[]`, which everything numeric stands on: matrix products and elementary functions.
///
/// Each loop has a scalar and a vector twin with the same bits; which of them runs changes speed only. This package
/// imports no other package of ours.
package thalweg.array.kernel;
