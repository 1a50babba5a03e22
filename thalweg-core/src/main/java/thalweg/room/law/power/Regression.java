package thalweg.room.law.power;

import java.util.List;

/// A plane fitted to the logarithms of a table, with what its errors mean.
///
/// @param names the target, then the factors
/// @param plane with covariance as stated by `known`
/// @param dependence which factors could be told apart
/// @param rows how many rows it explains
/// @param squares sum of squared deviations; in units of the errors where they are known
/// @param known whether the errors were given (then they are not scaled) or estimated from the scatter
/// @param goodness whether the plane explains the rows
/// @param low the smallest number of each factor
/// @param high the largest number of each factor
record Regression(
        List<String> names,
        Plane plane,
        Dependence dependence,
        long rows,
        double squares,
        boolean known,
        Goodness goodness,
        double[] low,
        double[] high) {

    long degreesOfFreedom() {
        return rows - 1 - dependence.kept().size();
    }
}
