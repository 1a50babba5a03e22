package thalweg.flow.motion;

import java.util.Arrays;
import java.util.function.Function;
import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;
import thalweg.flow.Separable;

/// A motion of `H = T(p) + V(q)` as drifts `q += a h dT/dp` and kicks `p -= b h dV/dq` in turn: exact flows of
/// the parts, hence symplectic, and reversible where the list is a palindrome.
///
/// Hairer, Lubich and Wanner, Geometric Numerical Integration (2006), II.5. Drifts stand at even places, kicks
/// at odd ones; `drifts.length == kicks.length + 1`, with 0 where the step begins or ends with a kick.
///
/// @param step h
/// @param drifts a
/// @param kicks b
/// @param order of the trajectory's error
/// @param compensated whether sums carry what rounding leaves of them: no drift of rounding over long runs
public record Splitting(double step, double[] drifts, double[] kicks, int order, boolean compensated) {
    /// @throws Misuse if the step is not a positive number, or the lists do not fit or do not sum to 1
    public Splitting {
        Steps.positive(step);
        if (drifts.length != kicks.length + 1) {
            throw new Misuse(
                    drifts.length + " drifts and " + kicks.length + " kicks", "one drift more", "put 0 at an end");
        }
        if (Math.abs(Arrays.stream(drifts).sum() - 1) > 1e-12
                || Math.abs(Arrays.stream(kicks).sum() - 1) > 1e-12) {
            throw new Misuse("parts of a step that do not sum to 1", "sums of 1", "check the coefficients");
        }
        drifts = drifts.clone();
        kicks = kicks.clone();
    }

    /// The same steps with compensated sums: Kahan (1965), Møller (1965).
    public Splitting withCompensation() {
        return new Splitting(step, drifts, kicks, order, true);
    }

    /// The same scheme at another step.
    public Splitting withStep(double other) {
        return new Splitting(other, drifts, kicks, order, compensated);
    }

    /// The scheme with kicks and drifts exchanged: as symplectic, as reversible, with other error constants.
    public Splitting dual() {
        int last = drifts.length - 1;
        if (last > 1 && drifts[0] == 0 && drifts[last] == 0) {
            return new Splitting(step, kicks, Arrays.copyOfRange(drifts, 1, last), order, compensated);
        }
        double[] exchanged = new double[kicks.length + 2];
        System.arraycopy(kicks, 0, exchanged, 1, kicks.length);
        double[] other = drifts;
        return new Splitting(step, exchanged, other, order, compensated);
    }

    /// Whether the list reads the same backwards.
    public boolean reversible() {
        return palindrome(drifts) && palindrome(kicks);
    }

    /// The flow of a law in two parts.
    public <Q> Flow<Phase<Q>, Moving> on(Separable<Q> law) {
        return new SplittingFlow<>(this, law);
    }

    /// The flow of a law without friction.
    ///
    /// @throws Misuse if there is friction
    public <Q> Flow<Phase<Q>, Moving> on(Mechanics<Q> law) {
        return on(law.separable());
    }

    /// The exact derivative of the steps themselves, backwards in constant memory.
    public <Q> Adjoint<Q> adjoint(Separable<Q> law) {
        return new Adjoint<>(this, law);
    }

    /// The same derivative by the parameters of the law too: a law for each value of them.
    public <Q, P> LawAdjoint<Q, P> adjoint(Function<P, Separable<Q>> law, P parameters) {
        return new LawAdjoint<>(this, law, parameters);
    }

    private static boolean palindrome(double[] list) {
        for (int i = 0; i < list.length; i++) {
            if (list[i] != list[list.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }
}
