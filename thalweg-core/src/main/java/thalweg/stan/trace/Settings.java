package thalweg.stan.trace;

/// How a program becomes a density.
///
/// @param sufficient whether Gaussian likelihoods with an affine mean are written in sufficient statistics
/// @param sticks whether a simplex is made by breaking sticks, as Stan did up to 2.36
/// @param tolerance of differential equations, in place of the program's where it is tighter
public record Settings(boolean sufficient, boolean sticks, double tolerance) {
    public static final Settings USUAL = new Settings(true, false, Double.POSITIVE_INFINITY);
}
