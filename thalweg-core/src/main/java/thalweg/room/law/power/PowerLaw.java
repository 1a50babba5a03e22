package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.data.Dataset;

/// A fitted power law, `y = A * product over k of x_k^n_k`: exponents and a prefactor, with their errors.
///
/// Three ways to fit it: [#plain] (errors unknown: standard errors, Student's t), [#weighted] (errors of any
/// columns known: greatest likelihood, normal errors, not scaled), [#robust] (outliers held off).
public interface PowerLaw {
    /// Least squares in logarithms, in one pass and constant memory.
    ///
    /// @throws thalweg.array.Misuse for a number that is not positive, or fewer rows than inputs and 2
    static PowerLaw plain(Dataset table, String target, List<String> inputs) {
        List<String> names = names(target, inputs);
        Ordinary fit = new Ordinary(names);
        table.stream(names, fit);
        return new PlanarLaw(fit.fit());
    }

    /// Greatest likelihood with independent errors in any columns; rows are held in memory.
    ///
    /// @param errors name of a column (the target, inputs) to the name of the column with its standard errors
    /// @throws thalweg.array.Misuse as [#plain], and for a negative error or a row without any
    static PowerLaw weighted(Dataset table, String target, List<String> inputs, Map<String, String> errors) {
        List<Noise> noises = new ArrayList<>();
        for (String name : names(target, inputs)) {
            String error = errors.get(name);
            if (error != null) {
                noises.add(Noise.of(name, error));
            }
        }
        return weighted(table, target, inputs, noises);
    }

    /// Greatest likelihood with errors that several columns may share; rows are held in memory.
    static PowerLaw weighted(Dataset table, String target, List<String> inputs, List<Noise> noises) {
        return new PlanarLaw(EffectiveVariance.fit(read(table, names(target, inputs), noises)));
    }

    /// Least squares that outliers in the target do not pull; rows are held in memory.
    static PowerLaw robust(Dataset table, String target, List<String> inputs, Loss loss) {
        return new PlanarLaw(Robust.fit(read(table, names(target, inputs), List.of()), loss));
    }

    private static List<String> names(String target, List<String> inputs) {
        List<String> names = new ArrayList<>(List.of(target));
        names.addAll(inputs);
        return names;
    }

    private static LogTable read(Dataset table, List<String> names, List<Noise> noises) {
        LogTable logs = new LogTable(names, noises, Math.toIntExact(table.rows()));
        table.stream(logs.columns(), logs);
        return logs;
    }

    String target();

    List<String> inputs();

    /// One exponent an input, in their order.
    List<Exponent> exponents();

    /// The number in front.
    Prefactor prefactor();

    /// The number in front of the columns' numbers; another one than [#prefactor] where that is free of the columns'
    /// units.
    default Prefactor columnPrefactor() {
        return prefactor();
    }

    /// What the data determine instead of exponents that they cannot tell apart; empty where they can.
    List<Combination> combinations();

    /// Whether the law explains the data.
    Goodness goodness();

    long rows();

    long degreesOfFreedom();

    /// `sqrt(S / degrees of freedom)`: the standard deviation of `ln y` about the law where errors were not
    /// known, the Birge factor where they were.
    double scatter();

    /// Whether errors were given.
    boolean weighted();

    /// Covariance of `(ln A, n_1, .., n_K)`, row-major, A as in [#columnPrefactor]; zero for exponents that are not
    /// determined.
    double[] covariance();

    /// The smallest value of input `k` in the data.
    double low(int k);

    /// The largest value of input `k` in the data.
    double high(int k);

    /// What the law says at a point; its errors are scaled where the given ones do not explain the scatter.
    ///
    /// @param x one positive number an input
    Prediction at(double... x);

    /// The law of the estimates in units of their (unscaled) errors.
    default Confidence confidence() {
        return weighted() ? Confidence.NORMAL : new Confidence(degreesOfFreedom());
    }

    /// `error` times [#scatter] where errors were given and do not explain the scatter, else NaN.
    default double scaled(double error) {
        return weighted() && !goodness().explains() ? error * scatter() : Double.NaN;
    }
}
