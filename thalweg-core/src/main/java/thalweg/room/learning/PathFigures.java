package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.learning.valley.Chart;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.LowestPath;
import thalweg.room.learning.valley.PathPlane;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes the lowest path between two minima into a report.
record PathFigures(
        Terrain terrain,
        Landmarks found,
        CriticalPoint start,
        CriticalPoint end,
        @Nullable LowestPath path,
        Lab lab) {
    private static final int ROWS = 400;

    Report write(Report.Draft draft) {
        if (path == null) {
            draft.text(
                    "verdict",
                    "No path over saddles was found from " + terrain.place(start.place(), 6) + " to "
                            + terrain.place(end.place(), 6) + ".");
            draft.add(PointFigures.table("points", terrain, found.points()));
            return draft.ended(
                    lab.stopping()
                            ? new Ending.Stopped(lab.reason())
                            : new Ending.Exhausted("no chain of passes joins the two minima: widen --box", true));
        }
        CriticalPoint top = path.top();
        double across = path.across();
        int passes = path.passes().size();
        draft.text(
                "verdict",
                "The lowest path from " + terrain.place(start.place(), 6) + " to " + terrain.place(end.place(), 6)
                        + " leads over " + passes + (passes == 1 ? " saddle" : " saddles") + "; the highest has energy "
                        + Rounding.number(top.value(), 12) + " at " + terrain.place(top.place(), 6)
                        + ". The barrier is " + Rounding.number(top.value() - start.value(), 8) + " on the way and "
                        + Rounding.number(top.value() - end.value(), 8) + " on the way back.");
        draft.number("saddle energy", top.value());
        draft.number("forward barrier", top.value() - start.value());
        draft.number("backward barrier", top.value() - end.value());
        draft.number("perpendicular gradient", across);
        draft.number("passes", passes);
        List<double[]> places = path.places();
        double[] length = lengths(places);
        draft.number("length", length[length.length - 1]);
        draft.add(PointFigures.table("stations", terrain, path.stations()));
        draft.add(table(places, length));
        double[] height = places.stream().mapToDouble(terrain::height).toArray();
        draft.add(profile(length, height));
        if (terrain.size() == 2) {
            draft.add(Chart.of(terrain, lab)
                    .streamlines(24)
                    .thalweg(path)
                    .points(found.points(), true)
                    .picture(
                            "path",
                            "The thalweg of " + terrain.name(),
                            "Lowest path between two minima over terraces " + "of equal height."));
        } else if (terrain.size() > 2) {
            draft.add(new Chart(terrain, PathPlane.surface(terrain, places, lab), 22)
                    .thalweg(path)
                    .picture(
                            "path",
                            "The thalweg of " + terrain.name(),
                            "The path on the plane of its two widest " + "directions."));
        }
        return draft.ended(
                new Ending.Converged("found; the slope across the path is at most " + Rounding.number(across, 2)));
    }

    private static double[] lengths(List<double[]> places) {
        double[] length = new double[places.size()];
        for (int k = 1; k < length.length; k++) {
            double sum = 0;
            for (int i = 0; i < places.get(k).length; i++) {
                double step = places.get(k)[i] - places.get(k - 1)[i];
                sum += step * step;
            }
            length[k] = length[k - 1] + Math.sqrt(sum);
        }
        return length;
    }

    private Figure.Table table(List<double[]> places, double[] length) {
        List<String> headings = new ArrayList<>(List.of("distance"));
        headings.addAll(terrain.axes());
        headings.add("energy");
        int stride = Math.max(1, places.size() / ROWS);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            if (k % stride == 0 || k == places.size() - 1) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(length[k]);
                Arrays.stream(places.get(k)).forEach(row::add);
                row.add(terrain.height(places.get(k)));
                rows.add(row);
            }
        }
        return new Figure.Table(
                "path places",
                headings.stream().map(h -> new Figure.Heading(h, "")).toList(),
                rows);
    }

    private Figure.Picture profile(double[] length, double[] height) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<double[]> places = path == null ? List.of() : path.places();
        List<CriticalPoint> stations = path == null ? List.of() : path.stations();
        int next = 0;
        for (int k = 0; k < places.size() && next < stations.size(); k++) {
            if (stations.get(next).distance(places.get(k)) == 0) {
                x.add(length[k]);
                y.add(height[k]);
                next++;
            }
        }
        return new Figure.Picture(
                "profile",
                "Energy along the thalweg",
                "The energy along the lowest path, with its minima and saddles.",
                Axis.linear("distance along the path", ""),
                Axis.linear("energy", ""),
                List.of(
                        new Layer.Line("", Layer.Ink.MODEL, length, height),
                        Layer.Points.of(
                                "minima and saddles",
                                Layer.Ink.DATA,
                                x.stream().mapToDouble(v -> v).toArray(),
                                y.stream().mapToDouble(v -> v).toArray())));
    }
}
