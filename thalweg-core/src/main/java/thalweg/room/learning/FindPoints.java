package thalweg.room.learning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// All critical points of a landscape in a box, `grad E = 0`, with value, Morse index and curvatures.
@Experiment.Named(
        value = "find points",
        says = "Finds all minima, saddles and maxima of a landscape in a box.",
        examples = {
            "find points mueller-brown",
            "find points himmelblau --box x=0:5,y=-5:5",
            "find points --energy 'x^4/4 - x^2/2 + y^2/2' --box x=-2:2,y=-2:2"
        })
public record FindPoints(
        @Knob(value = "landscape by name", positional = true) @Nullable
        String landscape,

        @Knob("formula of a landscape, its names the coordinates") @Nullable
        String energy,

        @Knob("bounds of the search, as x=-3:3,y=-3:3") Map<String, String> box)
        implements Experiment {
    /// No landscape yet; a formula is searched from -3 to 3.
    public FindPoints() {
        this(null, null, Map.of());
    }

    private TerrainChoice choice() {
        return new TerrainChoice(landscape, energy, box, List.of());
    }

    @Override
    public List<Problem> check(Lab lab) {
        return choice().problems();
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Terrain terrain = choice().terrain();
        Landmarks found = Landmarks.of(terrain, lab);
        return new PointFigures(terrain, found, lab).write(lab.report(this));
    }
}
