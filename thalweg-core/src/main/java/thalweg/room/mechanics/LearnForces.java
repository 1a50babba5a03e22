package thalweg.room.mechanics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.mechanics.pair.PairExample;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Forces between pairs of particles learned from their motion, equal and opposite by construction:
/// `m_i a_i = sum_j f(r_ij) e_ij`. Cranmer et al., NeurIPS 2020 (arXiv:2006.11287), for the read-out as a table.
@Experiment.Named(
        value = "learn forces",
        says = "Learns the force between pairs of particles from their motion and reads it out as a table.",
        examples = {
            "learn forces data/pucks.csv --particles 3 --position x1,y1,x2,y2,x3,y3 --time t --trajectory run",
            "learn forces springs",
            "learn forces gravity --particles 4"
        })
public record LearnForces(
        @Knob(value = "table of motion, or a system: gravity, logarithm, springs, charges", positional = true) @Nullable
        Data data,

        @Knob("the system, where the data are to be made here")
        Recipe system,

        @Knob("columns of positions, particle by particle: x1,y1,x2,y2")
        List<String> position,

        @Knob("columns of velocities, in the same order; read from positions if left out")
        List<String> velocity,

        @Knob("columns of accelerations, in the same order; read from the motion if left out")
        List<String> acceleration,

        @Knob("column of time") @Nullable String time,

        @Knob("column that says which trajectory a row belongs to") @Nullable
        String trajectory,

        @Knob(value = "how many particles", min = 2, max = 1000)
        int particles,

        @Knob("masses of the particles, all 1 if left out") List<Double> mass,

        @Knob("charges of the particles, whose products couple pairs; all 1 if left out")
        List<Double> charge,

        @Knob("what couples a pair: nothing of its own, its masses, or its charges; auto takes charges if given")
        Coupling coupling,

        @Knob("whether masses relative to the first particle's are fitted; auto tries where none are given")
        Masses masses,

        @Knob("whether velocities are dragged, -gamma v") boolean drag,

        @Knob(value = "share of trajectories held out", min = 0.01, max = 0.9)
        double holdout,

        @Knob(value = "weight of the penalty on the change of momentum in the second baseline", min = 0, max = 1e6)
        double penalty,

        MadeKnobs made)
        implements Experiment {
    /// A system by name, or none.
    public enum Recipe {
        NONE,
        GRAVITY,
        LOGARITHM,
        SPRINGS,
        CHARGES;

        PairExample example() {
            return PairExample.valueOf(name());
        }
    }

    /// What couples a pair.
    public enum Coupling {
        AUTO,
        ALIKE,
        MASS,
        CHARGE
    }

    /// Whether masses are fitted.
    public enum Masses {
        AUTO,
        GIVEN,
        FITTED
    }

    /// No data yet.
    public LearnForces() {
        this(
                null,
                Recipe.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                4,
                List.of(),
                List.of(),
                Coupling.AUTO,
                Masses.AUTO,
                false,
                0.2,
                1,
                new MadeKnobs());
    }

    /// A file named as a system, without dot or slash, is that system.
    public LearnForces {
        if (data instanceof Data.File file && file.path().matches("[a-z-]+")) {
            String word = file.path();
            Recipe named = Arrays.stream(Recipe.values())
                    .filter(s -> s != Recipe.NONE
                            && s.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElse(Recipe.NONE);
            if (named != Recipe.NONE) {
                system = named;
                data = null;
            }
        }
        if (data != null && system != Recipe.NONE) {
            throw new Misuse("a table and a system", "one of them", "leave out --system, or the table");
        }
        if (mass.stream().anyMatch(m -> !(m > 0) || m.isInfinite())) {
            throw new Misuse("masses " + mass, "positive numbers", "correct --mass");
        }
    }

    @Override
    public List<Problem> check(Lab lab) {
        return new ForcesQuestion(this).problems(lab);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        return new ForcesTrial(this, new ForcesQuestion(this).answer(lab), lab).report();
    }
}
