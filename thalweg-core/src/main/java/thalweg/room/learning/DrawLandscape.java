package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.learning.valley.Chart;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.LowestPath;
import thalweg.room.learning.valley.Surface;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// The map of a landscape: terraces of equal height, curves of gradient flow, basins, critical points, and the thalweg
/// between two minima.
@Experiment.Named(
        value = "draw landscape",
        says = "Draws a landscape with its basins, its critical points and the thalweg between two minima.",
        examples = {
            "draw landscape mueller-brown",
            "draw landscape --energy 'cos(2*x) + cos(2*y) + (x^2 + y^2)/8'",
            "draw landscape rosenbrock-10 --plane x1,x2"
        })
public record DrawLandscape(
        @Knob(value = "landscape by name", positional = true) @Nullable
        String landscape,

        @Knob("formula of a landscape, its names the coordinates") @Nullable
        String energy,

        @Knob("bounds of the map, as x=-3:3,y=-3:3") Map<String, String> box,

        @Knob("the two coordinates of the map where there are more; the others stay at the lowest point")
        List<String> plane,

        @Knob(value = "curves of gradient flow side by side, 0 for none", min = 0, max = 200)
        int streamlines,

        @Knob(value = "terraces", min = 2, max = 200) int terraces,

        @Knob(value = "columns of the grid on which heights are taken", min = 20, max = 2000)
        int columns)
        implements Experiment {
    /// No landscape yet.
    public DrawLandscape() {
        this(null, null, Map.of(), List.of(), 30, 24, 241);
    }

    private TerrainChoice choice() {
        return new TerrainChoice(landscape, energy, box, List.of());
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>(choice().problems());
        if (!problems.isEmpty()) {
            return problems;
        }
        List<String> axes = choice().terrain().axes();
        if (axes.size() == 1) {
            problems.add(new Problem(
                    energy == null ? "landscape" : "energy",
                    "one coordinate, " + axes.getFirst(),
                    "two or more",
                    "`find points` draws the curve of one"));
        }
        boolean known = axes.containsAll(plane) && plane.stream().distinct().count() == plane.size();
        if (!plane.isEmpty() && (plane.size() != 2 || !known)) {
            problems.add(new Problem(
                    "plane", String.join(",", plane), "two of " + String.join(", ", axes), "name two different ones"));
        }
        return problems;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Terrain terrain = choice().terrain();
        Landmarks found = Landmarks.of(terrain, lab);
        Report.Draft draft = lab.report(this);
        if (terrain.size() > 2) {
            return cut(terrain, found, lab, draft);
        }
        List<CriticalPoint> minima = found.minima();
        LowestPath path =
                minima.size() < 2 ? null : LowestPath.between(terrain, found, minima.get(0), minima.get(1), lab);
        Chart chart = new Chart(terrain, Surface.of(terrain, columns, lab), terraces);
        if (streamlines > 0) {
            chart.streamlines(streamlines);
        }
        chart.borders(found.points(), lab).thalweg(path).points(found.points(), false);
        String caption = "Terraces of equal height, curves of gradient flow, the borders of basins (dashed)"
                + (path == null ? "." : ", and the thalweg: the lowest path between the two lowest minima.");
        draft.text("verdict", verdict(terrain, found, path));
        draft.number("critical points", found.points().size());
        if (path != null) {
            draft.number("saddle energy", path.top().value());
        }
        draft.add(chart.picture("landscape", title(terrain), caption));
        draft.add(PointFigures.table("points", terrain, found.points()));
        return draft.ended(ending(found, lab));
    }

    private static Ending ending(Landmarks found, Lab lab) {
        return lab.stopping()
                ? new Ending.Stopped(lab.reason())
                : new Ending.Converged("drawn, with " + found.points().size() + " critical points");
    }

    private static String title(Terrain terrain) {
        String name = terrain.name();
        return name.equals("mueller-brown")
                ? "Müller-Brown"
                : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static String verdict(Terrain terrain, Landmarks found, @Nullable LowestPath path) {
        String points = terrain.name() + " has " + found.points().size() + " critical points in its box";
        return path == null
                ? points + "."
                : points + "; the thalweg between its two lowest minima climbs to "
                        + Rounding.number(path.top().value(), 8) + " at "
                        + terrain.place(path.top().place(), 6) + ".";
    }

    /// The map of two coordinates through the lowest point.
    private Report cut(Terrain terrain, Landmarks found, Lab lab, Report.Draft draft) {
        List<String> names = plane.isEmpty() ? terrain.axes().subList(0, 2) : plane;
        int a = terrain.axes().indexOf(names.get(0));
        int b = terrain.axes().indexOf(names.get(1));
        double[] origin = found.points().isEmpty()
                ? terrain.start()
                : found.points().getFirst().place().clone();
        double[] at = {origin[a], origin[b]};
        origin[a] = 0;
        origin[b] = 0;
        double[] across = unit(terrain.size(), a);
        double[] up = unit(terrain.size(), b);
        double[] low = {terrain.box().low()[a], terrain.box().low()[b]};
        double[] high = {terrain.box().high()[a], terrain.box().high()[b]};
        Surface surface = Surface.of(
                terrain, new Surface.Plane(origin, across, up, names), low, high, Math.min(columns, 161), lab);
        double[] lowest = origin.clone();
        lowest[a] = at[0];
        lowest[b] = at[1];
        draft.text("verdict", verdict(terrain, found, null));
        draft.number("critical points", found.points().size());
        draft.add(new Chart(terrain, surface, terraces)
                .marks("lowest point", thalweg.study.Layer.Ink.DATA, List.of(lowest))
                .picture(
                        "landscape",
                        title(terrain),
                        "A cut along " + names.get(0) + " and " + names.get(1) + " through the lowest point."));
        draft.add(PointFigures.table("points", terrain, found.points()));
        return draft.ended(ending(found, lab));
    }

    private static double[] unit(int size, int at) {
        return IntStream.range(0, size).mapToDouble(i -> i == at ? 1 : 0).toArray();
    }
}
