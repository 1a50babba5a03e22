package thalweg.room.mechanics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.mechanics.map.MapExample;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The map from one state to the next learned as a symplectic map, `M' J M = J` for any parameters, and followed for
/// long. Jin et al., Neural Networks 132 (2020) 166, for nets of shears; generating functions beside them.
@Experiment.Named(
        value = "learn map",
        says = "Learns the step from one state to the next as a symplectic map and follows it for long.",
        examples = {
            "learn map data/swing.csv --state q,p --time t --trajectory swing",
            "learn map pendulum",
            "learn map pendulum --net generating",
            "learn map pendulum --net g --by adam --steps 2000"
        })
public record LearnMap(
        @Knob(
                value = "table of motion, or a system: pendulum, oscillator, kepler, henon-heiles, double-pendulum",
                positional = true)
        @Nullable
        Data data,

        @Knob("the system, where the data are to be made here")
        Recipe system,

        @Knob("columns of positions, then of momenta") List<String> state,

        @Knob("columns of the state a step later; rows in order of time do without")
        List<String> next,

        @Knob("column of time") @Nullable String time,

        @Knob("column that says which trajectory a row belongs to") @Nullable
        String trajectory,

        @Knob("what the map is made of: LA-, G- or P-shears, Henon maps, steps of one T and V, a generating function")
        Net net,

        @Knob("how parameters are found; generating functions by one linear solution")
        By by,

        @Knob(value = "step of time of a named system", min = 1e-6, max = 100)
        double step,

        @Knob(value = "modules of the net, 0 for its own number", min = 0, max = 100)
        int layers,

        @Knob(value = "ridges a module, 0 for its own number", min = 0, max = 10_000)
        int width,

        @Knob(value = "most steps of the descent", min = 1, max = 10_000_000)
        int steps,

        @Knob(value = "step size of Adam", min = 1e-12, max = 10)
        double rate,

        @Knob(value = "share of trajectories, or rows, held out", min = 0.01, max = 0.9)
        double holdout,

        @Knob(value = "weight of the penalty on the change of energy in the second baseline", min = 0, max = 1e6)
        double penalty)
        implements Experiment {
    /// A system by name, or none.
    public enum Recipe {
        NONE,
        PENDULUM,
        OSCILLATOR,
        KEPLER,
        HENON_HEILES,
        DOUBLE_PENDULUM;

        MapExample example() {
            return MapExample.valueOf(name());
        }
    }

    /// What the map is made of.
    public enum Net {
        /// G-shears or a generating function, whichever predicts a quarter of the pairs better
        AUTO,
        LA,
        G,
        P,
        HENON,
        LEAPFROG,
        GENERATING
    }

    /// How parameters are found.
    public enum By {
        GAUSS_NEWTON,
        ADAM
    }

    /// No data yet.
    public LearnMap() {
        this(
                null,
                Recipe.NONE,
                List.of(),
                List.of(),
                null,
                null,
                Net.AUTO,
                By.GAUSS_NEWTON,
                0.1,
                0,
                0,
                200,
                1e-3,
                0.2,
                1);
    }

    /// A word that names a system where data are asked is that system.
    public LearnMap {
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
        return new MapQuestion(this).problems(lab);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        return new MapTrial(this, new MapQuestion(this).answer(lab), lab).report();
    }
}
