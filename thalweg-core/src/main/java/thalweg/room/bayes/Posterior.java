package thalweg.room.bayes;

import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.landscape.Flat;

/// A law `exp(-E(u))` over free coordinates `u`, and the named quantities that a draw of it reports.
///
/// A class that implements this, with a constructor without arguments, can be sampled by its name:
/// `thalweg sample posterior --energy-class com.acme.Cooling`.
public interface Posterior {
    /// What a report calls it.
    String name();

    /// The energy, `-log density` with the Jacobian of the map from free coordinates, and its slope.
    Flat<Tensor> flat();

    /// The names of what a draw reports, as CmdStan writes them: `mu`, `theta.1`, by columns.
    java.util.List<String> names();

    /// The named quantities at free coordinates.
    ///
    /// @param key of random numbers in generated quantities
    double[] report(double[] u, Key key);

    /// Free coordinates from given quantities; those not given stay as in `u`.
    ///
    /// @throws thalweg.array.Misuse for an unknown name, or a value outside its bounds
    double[] free(Map<String, Double> given, double[] u);

    /// Which term of the energy has no finite value or slope at free coordinates, in words; empty if unknown.
    default String blame(double[] u) {
        return "";
    }
}
