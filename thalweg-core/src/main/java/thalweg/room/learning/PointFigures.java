package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.learning.valley.Basins;
import thalweg.room.learning.valley.Chart;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Landmarks;
import thalweg.room.learning.valley.Surface;
import thalweg.room.learning.valley.Terrain;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes the critical points of a terrain into a report.
record PointFigures(Terrain terrain, Landmarks found, Lab lab) {
    Report write(Report.Draft draft) {
        List<CriticalPoint> points = found.points();
        draft.text("verdict", verdict());
        doubts(draft);
        draft.number("minima", count(points, "minimum"));
        draft.number("saddles", count(points, "saddle"));
        draft.number("maxima", count(points, "maximum"));
        draft.number(
                "degenerate", (int) points.stream().filter(p -> !p.isMorse()).count());
        draft.number("Euler sum", found.euler(terrain));
        draft.add(table("points", terrain, points));
        if (terrain.size() == 2) {
            draft.add(Chart.of(terrain, lab)
                    .streamlines(24)
                    .borders(points, lab)
                    .points(points, true)
                    .picture(
                            "landscape",
                            terrain.name(),
                            "Terraces of equal height, curves of gradient flow, and the critical points by their row "
                                    + "in the table."));
            if (!found.minima().isEmpty() && found.minima().stream().noneMatch(CriticalPoint::valley)) {
                draft.add(basins(points));
            }
        } else if (terrain.size() == 1) {
            draft.add(profile(points));
        }
        return draft.ended(
                found.stopped()
                        ? new Ending.Stopped("stopped after " + found.starts() + " searches")
                        : new Ending.Converged(points.size() + (points.size() == 1 ? " point" : " points") + " from "
                                + found.starts() + " searches"));
    }

    private static int count(List<CriticalPoint> points, String kind) {
        return (int) points.stream().filter(p -> p.kind().equals(kind)).count();
    }

    private String verdict() {
        List<CriticalPoint> points = found.points();
        if (points.isEmpty()) {
            return terrain.name() + " has no critical point in its box.";
        }
        List<String> kinds = points.stream().map(CriticalPoint::kind).distinct().toList();
        String list = kinds.stream()
                .map(kind -> count(points, kind) + " " + plural(kind, count(points, kind)))
                .collect(Collectors.joining(", "));
        double euler = found.euler(terrain);
        String sum = Double.isNaN(euler)
                ? "The Euler sum is not known, since not all points are isolated."
                : "Euler sum " + (int) euler
                        + (euler == found.demanded()
                                ? ", as the slope on the edge of the box demands: none is missing."
                                : ".");
        String confining = found.confining() && euler == 1 ? " The landscape confines, so that sum must be 1." : "";
        CriticalPoint lowest = points.getFirst();
        String least = lowest.index() == 0
                ? " The lowest lies at " + terrain.place(lowest.place(), 8) + " with the value "
                        + Rounding.number(lowest.value(), 10) + "."
                : "";
        return terrain.name() + " has " + list + " in its box. " + sum + confining + least;
    }

    private static String plural(String kind, int count) {
        if (count == 1 || kind.equals("degenerate")) {
            return kind.equals("degenerate") ? (count == 1 ? "degenerate point" : "degenerate points") : kind;
        }
        return switch (kind) {
            case "minimum" -> "minima";
            case "maximum" -> "maxima";
            case "saddle" -> "saddles";
            default -> kind.replaceFirst("^(valley|ridge)", "$1s");
        };
    }

    private void doubts(Report.Draft draft) {
        double euler = found.euler(terrain);
        List<CriticalPoint> flat =
                found.points().stream().filter(p -> !p.isMorse()).toList();
        for (CriticalPoint point : flat) {
            draft.warn((point.valley() ? "Critical points without a gap lead on from " : "Degenerate point at ")
                    + terrain.place(point.place(), 6) + ": " + point.flat()
                    + (point.flat() == 1 ? " direction is flat" : " directions are flat")
                    + (point.valley()
                            ? "; one of them stands for all."
                            : " to second order, and the index counts the others."));
        }
        if (found.plateau().length > 0) {
            draft.warn("The landscape is flat all around " + terrain.place(found.plateau(), 4)
                    + ", where nothing is told apart; no points were taken from there.");
        }
        if (!Double.isNaN(found.demanded()) && !Double.isNaN(euler) && euler != found.demanded()) {
            draft.warn("On the edge of the box the slope turns " + (int) found.demanded()
                    + " times, the Euler sum of the points found is " + (int) euler
                    + ": points are missing, or the landscape is not smooth everywhere.");
        }
    }

    /// The table of points that reports of this room share.
    static Figure.Table table(String name, Terrain terrain, List<CriticalPoint> points) {
        List<String> headings = new ArrayList<>(terrain.axes());
        headings.addAll(List.of("value", "index", "eigenvalues", "gradient", "kind"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (CriticalPoint point : points) {
            List<@Nullable Object> row = new ArrayList<>();
            Arrays.stream(point.place()).forEach(v -> row.add(v + 0.0));
            row.add(point.value());
            row.add((long) point.index());
            row.add(Arrays.stream(point.curvature().values())
                    .mapToObj(v -> Rounding.number(v, 12))
                    .collect(Collectors.joining(", ")));
            row.add(point.gradient());
            row.add(point.kind());
            rows.add(row);
        }
        return new Figure.Table(
                name, headings.stream().map(h -> new Figure.Heading(h, "")).toList(), rows);
    }

    private Figure.Picture basins(List<CriticalPoint> points) {
        Surface grid = Surface.of(terrain, 91, lab);
        double[] number = new Basins(terrain, found.minima()).over(grid, lab);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Cells("", Layer.Ink.DATA, grid.x(), grid.y(), number));
        layers.addAll(new Chart(terrain, grid, 0).points(points, true).layers());
        return new Figure.Picture(
                "basins",
                "Basins of " + terrain.name(),
                "Each place in the colour of the minimum that the gradient flow from there ends in.",
                Axis.linear(terrain.axes().get(0), ""),
                Axis.linear(terrain.axes().get(1), ""),
                layers);
    }

    private Figure.Picture profile(List<CriticalPoint> points) {
        double low = terrain.box().low()[0];
        double high = terrain.box().high()[0];
        double[] x = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> low + (high - low) * i / 400)
                .toArray();
        double[] y = Arrays.stream(x).map(v -> terrain.height(new double[] {v})).toArray();
        return new Figure.Picture(
                "landscape",
                terrain.name(),
                "The energy over its coordinate, with the critical points.",
                Axis.linear(terrain.axes().getFirst(), ""),
                Axis.linear("energy", ""),
                List.of(
                        new Layer.Line("", Layer.Ink.MODEL, x, y),
                        Layer.Points.of(
                                "critical point",
                                Layer.Ink.DATA,
                                points.stream().mapToDouble(p -> p.place()[0]).toArray(),
                                points.stream()
                                        .mapToDouble(CriticalPoint::value)
                                        .toArray())));
    }
}
