package thalweg.flow.descent;

import thalweg.flow.Ending;

/// Where a least-squares descent ended: parameters with their covariance, and how it ended.
///
/// @param place the parameters
/// @param residuals `r` at the place
/// @param sumOfSquares `|r|^2`
/// @param degreesOfFreedom residuals less the rank of the slopes
/// @param covariance `(J'J)^-1 |r|^2 / dof`, row-major; NaN without degrees of freedom, 0 in rows of [#held]
/// @param rank how many free parameters the data determine
/// @param held for each parameter whether it ended on a bound
/// @param orthogonality the largest cosine between `r` and a column of `J`, 0 at an exact minimum
/// @param steps accepted steps
/// @param evaluations of the residuals
/// @param ending with a sentence
public record Fit(
        double[] place,
        double[] residuals,
        double sumOfSquares,
        int degreesOfFreedom,
        double[] covariance,
        int rank,
        boolean[] held,
        double orthogonality,
        int steps,
        int evaluations,
        Ending ending) {
    /// The standard error of parameter `i`, where residuals are of unknown and equal variance.
    public double standardError(int i) {
        return Math.sqrt(covariance[i * place.length + i]);
    }

    /// `sqrt(|r|^2 / dof)`.
    public double residualDeviation() {
        return Math.sqrt(sumOfSquares / degreesOfFreedom);
    }
}
