package thalweg.measure;

import java.util.ArrayList;
import java.util.List;

/// The Bayesian fraction of missing information of each chain of a Hamiltonian sampler: whether the momenta that
/// are drawn move the energy as widely as it is distributed,
///
///     sum_i (E_i - E_{i-1})^2 / sum_i (E_i - mean)^2.
///
/// Betancourt, arXiv 1604.00695. Below 0.3 the sampler creeps through the energies.
public final class Bfmi {
    private static final double LOW = 0.3;

    private Bfmi() {}

    /// @param energies one array a chain: the total energy after each draw of the momenta
    /// @return one number a chain
    public static List<Outcome> of(double[]... energies) {
        List<Outcome> each = new ArrayList<>();
        for (double[] energy : energies) {
            each.add(of(energy));
        }
        return List.copyOf(each);
    }

    private static Outcome of(double[] energy) {
        String flaw = Series.flaw(energy, 3);
        if (!flaw.isEmpty()) {
            return Outcome.none("of the energies: " + flaw);
        }
        double steps = 0;
        for (int i = 1; i < energy.length; i++) {
            steps += Moments.square(energy[i] - energy[i - 1]);
        }
        double value = steps / Moments.squares(energy, 0, energy.length, Moments.mean(energy));
        return new Outcome(value, value < LOW ? "below 0.3: the sampler creeps through the energies" : "");
    }
}
