package thalweg.flow.motion;

import thalweg.array.Misuse;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;

/// Collocation at Gauss's points: symplectic and symmetric for any Hamiltonian and any J, order `2 s` in `s`
/// stages.
///
/// `k_i = f(x + h sum_j a_ij k_j)`, `x += h sum_i b_i k_i`; Kuntzmann (1961), Butcher (1964); Hairer, Lubich
/// and Wanner, Geometric Numerical Integration (2006), II.1.3. Stages by fixed point until rounding stops them,
/// by Newton with one Jacobian where that does not contract.
///
/// @param step h
/// @param stages 1 (implicit midpoint), 2 or 3
/// @param compensated whether sums carry what rounding leaves of them
public record Gauss(double step, int stages, boolean compensated) {
    private static final double R3 = Math.sqrt(3);
    private static final double R15 = Math.sqrt(15);
    private static final double[][][] A = {
        {{0.5}},
        {{0.25, 0.25 - R3 / 6}, {0.25 + R3 / 6, 0.25}},
        {
            {5 / 36.0, 2 / 9.0 - R15 / 15, 5 / 36.0 - R15 / 30},
            {5 / 36.0 + R15 / 24, 2 / 9.0, 5 / 36.0 - R15 / 24},
            {5 / 36.0 + R15 / 30, 2 / 9.0 + R15 / 15, 5 / 36.0}
        }
    };
    private static final double[][] B = {{1}, {0.5, 0.5}, {5 / 18.0, 4 / 9.0, 5 / 18.0}};
    private static final double[][] C = {{0.5}, {0.5 - R3 / 6, 0.5 + R3 / 6}, {0.5 - R15 / 10, 0.5, 0.5 + R15 / 10}};

    /// @throws Misuse if the step is not positive, or for other numbers of stages
    public Gauss {
        Steps.positive(step);
        if (stages < 1 || stages > 3) {
            throw new Misuse(stages + " stages", "1, 2 or 3", "order 2, 4 or 6");
        }
    }

    /// Implicit midpoint, order 2.
    public static Gauss midpoint(double step) {
        return new Gauss(step, 1, false);
    }

    /// Order 4.
    public static Gauss fourth(double step) {
        return new Gauss(step, 2, false);
    }

    /// Order 6.
    public static Gauss sixth(double step) {
        return new Gauss(step, 3, false);
    }

    /// The same steps with compensated sums.
    public Gauss withCompensation() {
        return new Gauss(step, stages, true);
    }

    /// The flow of a field.
    public <S> Flow<S, Moving> on(Field<S> field) {
        return new GaussFlow<>(this, field, new Promise.Follows(2 * stages));
    }

    /// The flow of a law.
    ///
    /// @throws Misuse if it has a temperature
    public <S> Flow<S, Moving> on(Dynamics<S> law) {
        return new GaussFlow<>(this, Steps.still(law), Promise.of(law, 2 * stages));
    }

    double[][] a() {
        return A[stages - 1];
    }

    double[] b() {
        return B[stages - 1];
    }

    double[] c() {
        return C[stages - 1];
    }
}
