package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.data.Nearest;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Descents side by side on one landscape: the energy against how often it was read, and where each ends.
@Experiment.Named(
        value = "compare descent",
        says = "Lets several descents race on one landscape.",
        examples = {
            "compare descent rosenbrock",
            "compare descent himmelblau --by gd,lbfgs,newton-cg --start 0,0",
            "compare descent --data data/york.csv --target y --hidden 8 --budget 300"
        })
public record CompareDescent(
        @Knob(value = "landscape by name", positional = true) @Nullable
        String landscape,

        @Knob("formula of a landscape, its names the coordinates") @Nullable
        String energy,

        @Knob("bounds of the landscape, as x=-3:3,y=-3:3") Map<String, String> box,

        @Knob("where all start, in the order of the coordinates")
        List<Double> start,

        @Knob("table from which a network learns; its loss is then the landscape") @Nullable
        Data data,

        @Knob("column the network is to predict") @Nullable String target,

        @Knob("columns it predicts from; all other numeric ones if left out")
        List<String> inputs,

        @Knob("widths of its hidden layers") List<Integer> hidden,

        @Knob("descents: gd, momentum, nesterov, adam, rmsprop, lbfgs, newton-cg")
        List<String> by,

        @Knob("step of gd, momentum and nesterov; by the curvature at the start if left out") @Nullable
        Double step,

        @Knob(value = "step of adam and rmsprop", min = 1e-12, max = 1e3)
        double rate,

        @Knob(value = "slope at which a descent has arrived", min = 0)
        double gradient,

        @Knob(value = "most readings of the energy and its slope", min = 1, max = 100_000_000)
        long budget)
        implements Experiment {
    /// No landscape yet; five descents, 20000 readings.
    public CompareDescent() {
        this(
                null,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(16),
                List.of("gd", "momentum", "adam", "lbfgs", "newton-cg"),
                null,
                0.02,
                1e-8,
                20_000);
    }

    public CompareDescent {
        if (step != null && !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new thalweg.array.Misuse("a step of " + step, "a positive number", "correct --step");
        }
    }

    private TerrainChoice choice() {
        return new TerrainChoice(landscape, energy, box, start);
    }

    private TrainNetwork network() {
        return new TrainNetwork(data, target, inputs, hidden, TrainNetwork.Task.AUTO, 1, 1, 1e-3, 0.2);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        if (data == null) {
            problems.addAll(choice().problems());
        } else if (landscape != null || energy != null) {
            problems.add(
                    new Problem("data", "a table and a landscape as well", "one of them", "leave one of them out"));
        } else if (target == null) {
            problems.add(new Problem("target", "nothing", "column the network is to predict", "give it a value"));
        } else {
            problems.addAll(network().check(lab));
        }
        for (String name : by) {
            if (!Race.NAMES.contains(name)) {
                problems.add(new Problem(
                        "by",
                        "\"" + name + "\"",
                        "one of " + String.join(", ", Race.NAMES),
                        Nearest.advice(name, Race.NAMES, "choose among these")));
            }
        }
        if (by.isEmpty() || by.stream().distinct().count() < by.size()) {
            problems.add(new Problem(
                    "by", by.isEmpty() ? "nothing" : "a descent named twice", "different descents", "correct --by"));
        }
        return problems;
    }

    private Terrain terrain(Lab lab) {
        if (data == null) {
            return choice().terrain();
        }
        Examples examples = Examples.of(network(), lab.open(data), lab.key().fold(1));
        return NetworkTerrain.of(examples, hidden).terrain(lab.key().fold(2));
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Terrain terrain = terrain(lab);
        Race race = new Race(terrain, step, rate, gradient, budget);
        List<Race.Result> results = lab.map(by.size(), i -> race.run(by.get(i), lab));
        return new RaceFigures(terrain, results, gradient, lab).write(lab.report(this));
    }
}
