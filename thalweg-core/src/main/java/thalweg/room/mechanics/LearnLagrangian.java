package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.mechanics.field.HamiltonianFit;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A Lagrangian learned from positions, velocities and accelerations, in coordinates whose masses need not be known:
/// `M(q) a = dL/dq - (d/dq dL/dv) v`. Cranmer et al. (2020), arXiv:2003.04630.
@Experiment.Named(
        value = "learn lagrangian",
        says = "Learns the Lagrangian behind measured motion from positions and velocities and rolls it out.",
        examples = {
            "learn lagrangian data/swing.csv --position q --velocity p --time t --trajectory swing",
            "learn lagrangian double-pendulum"
        })
public record LearnLagrangian(
        @Knob(value = "table of motion, or a system: pendulum, double-pendulum", positional = true) @Nullable
        Data data,

        @Knob("the system, where the data are to be made here")
        Recipe system,

        @Knob("columns of positions") List<String> position,

        @Knob("columns of velocities, in the same order") List<String> velocity,

        @Knob("columns of accelerations, in the same order; read from the motion if left out")
        List<String> acceleration,

        @Knob("column of time") @Nullable String time,

        @Knob("column that says which trajectory a row belongs to") @Nullable
        String trajectory,

        @Knob(value = "ridges, 0 for as many as suit the data", min = 0, max = 5000)
        int width,

        @Knob(value = "share of trajectories, or rows, held out", min = 0.01, max = 0.9)
        double holdout,

        @Knob(value = "weight of the penalty on the change of energy in the second baseline", min = 0, max = 1e6)
        double penalty)
        implements Experiment {
    /// A system by name, or none.
    public enum Recipe {
        NONE,
        PENDULUM,
        DOUBLE_PENDULUM
    }

    /// No data yet.
    public LearnLagrangian() {
        this(null, Recipe.NONE, List.of(), List.of(), List.of(), null, null, 0, 0.2, 1);
    }

    /// A word that names a system where data are asked is that system.
    public LearnLagrangian {
        Recipe named = SystemWord.of(data, Recipe.values());
        if (named != null && named != Recipe.NONE) {
            system = named;
            data = null;
        }
        if (data != null && system != Recipe.NONE) {
            throw new Misuse("a table and a system", "one of them", "leave out --system, or the table");
        }
    }

    /// The question of states `(q, v)` with slopes `(v, a)`.
    private MotionQuestion question() {
        List<String> state = new ArrayList<>(position);
        state.addAll(velocity);
        List<String> slope = new ArrayList<>();
        if (!acceleration.isEmpty()) {
            slope.addAll(velocity);
            slope.addAll(acceleration);
        }
        return new MotionQuestion(new LearnHamiltonian(
                data,
                LearnHamiltonian.Recipe.NONE,
                state,
                slope,
                time,
                trajectory,
                List.of(),
                null,
                null,
                LearnHamiltonian.From.AUTO,
                LearnHamiltonian.By.FEATURES,
                HamiltonianFit.Form.GENERAL,
                false,
                holdout,
                new LearningKnobs(),
                new MadeKnobs()));
    }

    @Override
    public List<Problem> check(Lab lab) {
        if (system != Recipe.NONE) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (data == null) {
            problems.add(new Problem(
                    "data",
                    "nothing",
                    "a table of motion, or a system: pendulum, double-pendulum",
                    "name one: `learn lagrangian double-pendulum`"));
            return problems;
        }
        if (position.isEmpty() || position.size() != velocity.size()) {
            problems.add(new Problem(
                    position.isEmpty() ? "position" : "velocity",
                    position.size() + " positions and " + velocity.size() + " velocities",
                    "a velocity for every position",
                    "give --position q1,q2 --velocity v1,v2"));
        }
        if (!acceleration.isEmpty() && acceleration.size() != position.size()) {
            problems.add(new Problem(
                    "acceleration",
                    acceleration.size() + " for " + position.size() + " positions",
                    "as many, in the same order",
                    "correct --acceleration"));
        }
        return problems.isEmpty() ? question().problems(lab) : problems;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        MotionQuestion.Answer answer = system == Recipe.NONE
                ? question().answer(lab)
                : LagrangianData.made(system, lab.key().fold(1));
        return new LagrangianTrial(this, answer, lab, new AtomicLong()).report();
    }

    /// Ridges for so many numbers.
    int ridges(int numbers, int size) {
        return width > 0 ? width : Math.clamp(numbers / 4L, 10, size == 2 ? 100 : 400);
    }

    /// The names of the state.
    List<String> names() {
        if (!position.isEmpty()) {
            List<String> all = new ArrayList<>(position);
            all.addAll(velocity);
            return all;
        }
        int d = system == Recipe.PENDULUM ? 1 : 2;
        return IntStream.range(0, 2 * d)
                .mapToObj(i -> (i < d ? "q" : "v") + (i % d + 1))
                .toList();
    }
}
