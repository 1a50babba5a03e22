package thalweg;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.study.Verification;

/// The experiments of this house and of its guests.
public final class Catalog {
    private static final List<Class<? extends Experiment>> OURS = List.of(
            thalweg.room.law.DiscoverLaw.class,
            thalweg.room.law.FitFormula.class,
            thalweg.room.law.FitPower.class,
            thalweg.room.law.FitTail.class,
            thalweg.room.law.SimulatePlanets.class,
            thalweg.room.bayes.CheckModel.class,
            thalweg.room.bayes.DiagnoseDraws.class,
            thalweg.room.bayes.EvaluateDensity.class,
            thalweg.room.bayes.FormatModel.class,
            thalweg.room.bayes.SamplePosterior.class,
            thalweg.room.bayes.ShowModel.class,
            thalweg.room.learning.CompareDescent.class,
            thalweg.room.learning.DrawLandscape.class,
            thalweg.room.learning.FindPath.class,
            thalweg.room.learning.FindPoints.class,
            thalweg.room.learning.MeasureSpectrum.class,
            thalweg.room.learning.TraceFlow.class,
            thalweg.room.learning.TrainNetwork.class,
            thalweg.room.learning.WatchSharpness.class,
            thalweg.room.mechanics.FindMotion.class,
            thalweg.room.mechanics.FollowOrbit.class,
            thalweg.room.mechanics.LearnForces.class,
            thalweg.room.mechanics.LearnHamiltonian.class,
            thalweg.room.mechanics.LearnLagrangian.class,
            thalweg.room.mechanics.LearnMap.class,
            thalweg.room.symmetry.DiscoverInvariant.class,
            thalweg.room.symmetry.DiscoverSymmetry.class,
            thalweg.room.symmetry.UncoverSymmetry.class);

    private static final List<Verification> VERIFICATIONS = List.of(
            new thalweg.room.law.LawVerification(),
            new thalweg.room.learning.LearningVerification(),
            new thalweg.room.mechanics.FlowVerification(),
            new thalweg.room.mechanics.MechanicsVerification(),
            new thalweg.room.symmetry.SymmetryVerification());

    private Catalog() {}

    /// Experiments from elsewhere, found by `ServiceLoader`.
    public interface Guest {
        List<Class<? extends Experiment>> experiments();

        default List<Verification> verifications() {
            return List.of();
        }
    }

    /// All experiments, ours first.
    public static List<Class<? extends Experiment>> experiments() {
        List<Class<? extends Experiment>> all = new ArrayList<>(OURS);
        ServiceLoader.load(Guest.class).forEach(guest -> all.addAll(guest.experiments()));
        return List.copyOf(all);
    }

    /// All galleries of known results, ours first.
    public static List<Verification> verifications() {
        List<Verification> all = new ArrayList<>(VERIFICATIONS);
        ServiceLoader.load(Guest.class).forEach(guest -> all.addAll(guest.verifications()));
        return List.copyOf(all);
    }

    /// The card called `name`, as `fit power`; a `Misuse` with the nearest otherwise.
    public static Card card(String name) {
        List<Card> cards = experiments().stream().map(Card::of).toList();
        List<String> names = cards.stream().map(Card::name).toList();
        return cards.stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misuse(
                        "no experiment \"" + name + "\"",
                        "one of " + String.join(", ", names),
                        Nearest.advice(name, names, "`thalweg list` shows them all")));
    }
}
