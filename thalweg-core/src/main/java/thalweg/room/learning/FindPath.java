package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Escape;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.LowestPath;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The thalweg: the path between two minima whose highest place is as low as can be; it leads over saddles along
/// steepest
/// descents.
@Experiment.Named(
        value = "find path",
        says = "Finds the lowest path between two minima of a landscape, with its saddles and barriers.",
        examples = {
            "find path mueller-brown",
            "find path mueller-brown --from 1 --to 3",
            "find path --energy 'x^4/4 - x^2/2 + y^2/2' --from -1,0 --to 1,0"
        })
public record FindPath(
        @Knob(value = "landscape by name", positional = true) @Nullable
        String landscape,

        @Knob("formula of a landscape, its names the coordinates") @Nullable
        String energy,

        @Knob("bounds of the search, as x=-3:3,y=-3:3") Map<String, String> box,

        @Knob("minimum to leave: its row in `find points`, lowest first, or a place near it as -1,0")
        String from,

        @Knob("minimum to reach, likewise") String to)
        implements Experiment {
    /// No landscape yet; between the two lowest minima.
    public FindPath() {
        this(null, null, Map.of(), "1", "2");
    }

    private TerrainChoice choice() {
        return new TerrainChoice(landscape, energy, box, List.of());
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>(choice().problems());
        if (problems.isEmpty()) {
            int size = choice().terrain().size();
            end("from", from, size, problems);
            end("to", to, size, problems);
        }
        return problems;
    }

    private static void end(String knob, String text, int size, List<Problem> problems) {
        double[] numbers = numbers(text);
        boolean number = numbers.length == 1 && numbers[0] >= 1 && numbers[0] == Math.rint(numbers[0]);
        if (!number && numbers.length != size) {
            problems.add(new Problem(
                    knob,
                    "\"" + text + "\"",
                    "the number of a minimum from 1 on, or " + size + (size == 1 ? " coordinate" : " coordinates"),
                    "take a row of `find points`"));
        }
    }

    private static double[] numbers(String text) {
        try {
            return java.util.Arrays.stream(text.split(",", -1))
                    .mapToDouble(part -> Double.parseDouble(part.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    /// The minimum that a knob means.
    private static CriticalPoint minimum(String knob, String text, Terrain terrain, Landmarks found) {
        double[] numbers = numbers(text);
        List<CriticalPoint> minima = found.minima();
        boolean number = numbers.length == 1 && numbers[0] >= 1 && numbers[0] == Math.rint(numbers[0]);
        if (number && numbers[0] <= minima.size()) {
            return minima.get((int) numbers[0] - 1);
        }
        if (numbers.length == terrain.size() && !(number && terrain.size() > 1)) {
            CriticalPoint near = Escape.near(terrain, numbers);
            if (near != null && near.index() == 0) {
                return near;
            }
        }
        Misuse misuse = new Misuse(
                "no minimum " + text,
                minima.size() < 2
                        ? "two minima; this landscape has " + minima.size() + " in its box"
                        : "1 to " + minima.size() + ", or a place beside a minimum",
                minima.size() < 2 ? "widen --box" : "`find points` lists them");
        throw new Refused(List.of(Problem.of(knob, misuse)));
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Terrain terrain = choice().terrain();
        Landmarks found = Landmarks.of(terrain, lab);
        CriticalPoint start = minimum("from", from, terrain, found);
        CriticalPoint end = minimum("to", to, terrain, found);
        if (start.distance(end.place()) <= 1e-5 * terrain.length()) {
            throw new Refused(List.of(new Problem("to", "the minimum to leave", "another one", "choose two")));
        }
        LowestPath path = LowestPath.between(terrain, found, start, end, lab);
        return new PathFigures(terrain, found, start, end, path, lab).write(lab.report(this));
    }
}
