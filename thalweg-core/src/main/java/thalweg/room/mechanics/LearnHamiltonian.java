package thalweg.room.mechanics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.mechanics.field.Example;
import thalweg.room.mechanics.field.HamiltonianFit;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A Hamiltonian learned from motion, `dq/dt = dH/dp`, `dp/dt = -dH/dq`, judged by rollouts beside a plain network and
/// a
/// plain network with a penalty. Greydanus, Dzamba and Yosinski (2019), arXiv:1906.01563.
@Experiment.Named(
        value = "learn hamiltonian",
        says = "Learns the energy function behind measured motion, says whether there is one, and rolls it out.",
        examples = {
            "learn hamiltonian data/swing.csv --state q,p --time t --trajectory swing",
            "learn hamiltonian pendulum --noise 0.1",
            "learn hamiltonian spring --noise 0.1 --by adam --steps 2000",
            "learn hamiltonian damped-pendulum --drag true"
        })
public record LearnHamiltonian(
        @Knob(
                value = "table of motion, or a system: spring, pendulum, damped-pendulum, double-pendulum, two-bodies,"
                        + " three-bodies",
                positional = true)
        @Nullable
        Data data,

        @Knob("the system, where the data are to be made here")
        Recipe system,

        @Knob("columns of positions, then of momenta") List<String> state,

        @Knob("columns of their slopes, in the same order") List<String> slope,

        @Knob("column of time") @Nullable String time,

        @Knob("column that says which trajectory a row belongs to") @Nullable
        String trajectory,

        @Knob("columns of what drives the momenta from outside")
        List<String> input,

        @Knob("column whose rows named test are held out; \"split\" is taken if it is there") @Nullable
        String split,

        @Knob("the true Hamiltonian as a formula of the state, to judge by") @Nullable
        String known,

        @Knob("what is learned from; auto takes slopes where they are given")
        From from,

        @Knob("how: ridges by least squares, these polished, or a network")
        By by,

        @Knob("what H may be") HamiltonianFit.Form form,

        @Knob("whether momenta may be dragged, -gamma dq/dt")
        boolean drag,

        @Knob(value = "share of trajectories, or rows, held out", min = 0.01, max = 0.9)
        double holdout,

        LearningKnobs learning,
        MadeKnobs made)
        implements Experiment.Applicable {
    /// A system by name, or none.
    public enum Recipe {
        NONE,
        SPRING,
        PENDULUM,
        DAMPED_PENDULUM,
        DOUBLE_PENDULUM,
        TWO_BODIES,
        THREE_BODIES;

        Example example() {
            return Example.valueOf(name());
        }
    }

    /// What is learned from.
    public enum From {
        AUTO,
        SLOPES,
        TRAJECTORIES
    }

    /// How it is learned.
    public enum By {
        FEATURES,
        GAUSS_NEWTON,
        LBFGS,
        ADAM
    }

    /// No data yet; ridges by least squares.
    public LearnHamiltonian() {
        this(
                null,
                Recipe.NONE,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                From.AUTO,
                By.FEATURES,
                HamiltonianFit.Form.GENERAL,
                false,
                0.2,
                new LearningKnobs(),
                new MadeKnobs());
    }

    /// A word that names a system where data are asked is that system.
    public LearnHamiltonian {
        Recipe named = SystemWord.of(data, Recipe.values());
        if (named != null && named != Recipe.NONE) {
            system = named;
            data = null;
        }
        if (data != null && system != Recipe.NONE) {
            throw new Misuse("a table and a system", "one of them", "leave out --system, or the table");
        }
    }

    @Override
    public List<Problem> check(Lab lab) {
        return new MotionQuestion(this).problems(lab);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        return new HamiltonianTrial(this, new MotionQuestion(this).answer(lab), lab).report();
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        return StoredHamiltonian.of(found).on(lab, found, rows);
    }
}
