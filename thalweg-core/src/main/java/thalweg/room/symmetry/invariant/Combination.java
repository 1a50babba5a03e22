package thalweg.room.symmetry.invariant;

/// A sum of a few features, `sum_c theta_c z_c`.
///
/// @param columns which features, ascending
/// @param theta coefficients of the standardised features
/// @param ratio rho in the groups that learn
record Combination(int[] columns, double[] theta, double ratio) {
    int terms() {
        return columns.length;
    }
}
