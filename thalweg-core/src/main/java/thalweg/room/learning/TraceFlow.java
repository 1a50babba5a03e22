package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.learning.valley.Curvature;
import thalweg.room.learning.valley.Terrain;
import thalweg.room.learning.valley.Trace;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Gradient flow on a landscape, `dx/dt = -grad E`, with `E(0) - E(t) = int |grad E|^2 dt` checked on the way.
@Experiment.Named(
        value = "trace flow",
        says = "Lets a ball roll down a landscape and says where it ends.",
        examples = {
            "trace flow himmelblau --start 0,0",
            "trace flow --energy 'x^4/4 - x^2/2 + y^2/2' --start 0.3,0.4",
            "trace flow rosenbrock --by radau",
            "trace flow --data data/york.csv --target y --hidden 8 --time 20"
        })
public record TraceFlow(
        @Knob(value = "landscape by name", positional = true) @Nullable
        String landscape,

        @Knob("formula of a landscape, its names the coordinates") @Nullable
        String energy,

        @Knob("bounds of the landscape, as x=-3:3,y=-3:3") Map<String, String> box,

        @Knob("where the ball starts, in the order of the coordinates")
        List<Double> start,

        @Knob("table from which a network learns; its loss is then the landscape") @Nullable
        Data data,

        @Knob("column the network is to predict") @Nullable String target,

        @Knob("columns it predicts from; all other numeric ones if left out")
        List<String> inputs,

        @Knob("widths of its hidden layers") List<Integer> hidden,

        @Knob("integrator; euler is gradient descent, radau is for stiff landscapes")
        Trace.Method by,

        @Knob("size of the steps of euler and rk4; by the curvature at the start if left out") @Nullable
        Double step,

        @Knob(value = "relative tolerance of the other integrators", min = 1e-13, max = 0.01)
        double tolerance,

        @Knob("time at which to stop; when the ball rests if left out") @Nullable
        Double time,

        @Knob(value = "slope at which the ball rests, as a share of the largest on its way", min = 1e-14, max = 0.5)
        double rest,

        @Knob(value = "most steps", min = 1, max = 100_000_000)
        long budget,

        @Knob("random starts for the statistics of escape; 100 if left out, 0 for a network") @Nullable
        Integer starts)
        implements Experiment {
    private static final double NETWORK_TIME = 20;

    /// No landscape yet; order 8 at 1e-11, until the slope is 1e-8 of the largest.
    public TraceFlow() {
        this(
                null,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(16),
                Trace.Method.RK853,
                null,
                1e-11,
                null,
                1e-8,
                200_000,
                null);
    }

    public TraceFlow {
        positive("step", step);
        positive("time", time);
        if (starts != null && (starts < 0 || starts > 1_000_000)) {
            throw new Misuse(starts + " starts", "0 to 1000000", "give a number of starts in this range");
        }
    }

    private static void positive(String knob, @Nullable Double value) {
        if (value != null && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new Misuse("a " + knob + " of " + value, "a positive number", "correct --" + knob);
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
        if (data == null) {
            return choice().problems();
        }
        if (landscape != null || energy != null || !start.isEmpty()) {
            return List.of(new Problem(
                    "data",
                    "a table and a landscape of its own as well",
                    "one of them",
                    "leave --data out, or the landscape and --start"));
        }
        List<Problem> problems = new ArrayList<>(network().check(lab));
        if (target == null) {
            problems.clear();
            problems.add(new Problem("target", "nothing", "column the network is to predict", "give it a value"));
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
        boolean fixed = by == Trace.Method.EULER || by == Trace.Method.RK4;
        double size = step != null ? step : fixed ? usual(terrain) : Double.NaN;
        double end = time != null ? time : data == null ? Double.POSITIVE_INFINITY : NETWORK_TIME;
        Trace trace = Trace.of(terrain, new Trace.Way(by, size, tolerance, end, rest, budget), lab);
        int many = starts != null ? starts : data == null ? 100 : 0;
        return new TraceFigures(terrain, trace, by, size, many, lab).write(lab.report(this));
    }

    /// Half of what is stable at the start.
    private static double usual(Terrain terrain) {
        double stiffest = Curvature.of(terrain.flat(), terrain.start()).norm();
        return stiffest > 0 ? 0.5 / stiffest : 1e-2;
    }
}
