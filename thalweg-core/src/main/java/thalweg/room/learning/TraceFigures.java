package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.learning.valley.Chart;
import thalweg.room.learning.valley.CriticalPoint;
import thalweg.room.learning.valley.Curvature;
import thalweg.room.learning.valley.Escape;
import thalweg.room.learning.valley.PathPlane;
import thalweg.room.learning.valley.Terrain;
import thalweg.room.learning.valley.Trace;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes a gradient flow into a report.
///
/// @param starts how many random starts the statistics of escape take
record TraceFigures(Terrain terrain, Trace trace, Trace.Method by, double step, int starts, Lab lab) {
    private static final int DENSE = 600;
    private static final int MOST = 1500;
    private static final double STIFF = 1e3;

    Report write(Report.Draft draft) {
        double[] end = trace.end();
        boolean dense = terrain.size() <= DENSE && Arrays.stream(end).allMatch(Double::isFinite);
        CriticalPoint point = dense && !(trace.ending() instanceof Ending.Diverged) ? Escape.near(terrain, end) : null;
        Curvature curvature = point != null ? point.curvature() : dense ? Curvature.of(terrain.flat(), end) : null;
        draft.text("verdict", verdict(point));
        doubts(draft, point, curvature);
        draft.number("energy defect", trace.defect());
        draft.number("final energy", trace.heights()[trace.heights().length - 1]);
        draft.number("index", point != null ? point.index() : negative(curvature));
        draft.number("final gradient", norm(terrain.slope(end)));
        draft.number("time", trace.times()[trace.times().length - 1]);
        draft.number("steps", (double) trace.steps());
        draft.number("energy rises", (double) trace.rises());
        if (!Double.isNaN(step)) {
            draft.number("step", step);
        }
        if (point != null) {
            draft.add(PointFigures.table("end", terrain, List.of(point)));
        }
        escape(draft);
        draft.add(energies()).add(identity());
        if (terrain.size() >= 2) {
            draft.add(map(point));
        }
        return draft.ended(trace.ending());
    }

    private static double norm(double[] v) {
        return Math.sqrt(Arrays.stream(v).map(e -> e * e).sum());
    }

    private static double negative(@Nullable Curvature curvature) {
        if (curvature == null || !Double.isFinite(curvature.norm())) {
            return Double.NaN;
        }
        double floor = 1e-10 * curvature.norm();
        return (double)
                Arrays.stream(curvature.values()).filter(v -> v < -floor).count();
    }

    private String verdict(@Nullable CriticalPoint point) {
        double[] height = trace.heights();
        String fell = "From " + terrain.place(trace.places().getFirst(), 6) + " the ball fell from "
                + Rounding.number(height[0], 6) + " to " + Rounding.number(height[height.length - 1], 6) + " in "
                + trace.steps() + " steps";
        String account = " The energy lost and the integral of |grad E|^2 differ by "
                + Rounding.number(trace.defect(), 2) + " of the energy.";
        if (trace.ending() instanceof Ending.Diverged) {
            return fell + " and then was stopped: " + trace.ending().message() + ".";
        }
        if (point == null) {
            return fell + "; where it is there is no critical point yet (the slope is "
                    + Rounding.number(norm(terrain.slope(trace.end())), 3) + ")." + account;
        }
        return fell + " and came to " + (point.kind().startsWith("v") ? "a " : "the ") + point.kind() + " at "
                + terrain.place(point.place(), 8) + " (index " + point.index() + ")." + account;
    }

    private void doubts(Report.Draft draft, @Nullable CriticalPoint point, @Nullable Curvature curvature) {
        if (point != null && point.isStrictSaddle()) {
            draft.warn("This start lies on a line that leads into a point of index " + point.index()
                    + ": any other start beside it escapes.");
        }
        if (point != null && point.flat() > 0) {
            draft.warn("The end is degenerate: " + point.flat() + " of " + terrain.size()
                    + " curvatures are zero to rounding, along which the energy does not change to second order.");
        }
        if (curvature == null) {
            draft.warn("With " + terrain.size() + " coordinates the curvatures at the end were not computed; at most "
                    + DENSE + " are.");
            return;
        }
        double floor = 1e-10 * curvature.norm();
        double least = Arrays.stream(curvature.values())
                .map(Math::abs)
                .filter(v -> v > floor)
                .min()
                .orElse(curvature.norm());
        if (by != Trace.Method.RADAU && trace.steps() > 1000 && curvature.norm() > STIFF * least) {
            draft.warn("The curvatures at the end differ by a factor of " + Rounding.number(curvature.norm() / least, 3)
                    + ": the flow is stiff there and explicit steps are held to about 2 over the largest; --by radau"
                    + " is not.");
        }
    }

    private void escape(Report.Draft draft) {
        if (starts == 0 || trace.ending() instanceof Ending.Diverged) {
            return;
        }
        Escape escape = Escape.of(terrain, starts, lab);
        draft.number("fraction in strict saddle", escape.inSaddles());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < escape.ends().size(); k++) {
            CriticalPoint end = escape.ends().get(k);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(terrain.place(end.place(), 6));
            row.add(end.value());
            row.add((long) end.index());
            row.add((long) escape.counts().get(k));
            row.add(escape.counts().get(k) / (double) starts);
            rows.add(row);
        }
        if (escape.lost() > 0) {
            rows.add(Arrays.asList("nowhere", null, null, (long) escape.lost(), escape.lost() / (double) starts));
        }
        draft.add(Figure.Table.of("ends of random starts", List.of("place", "value", "index", "count", "share"), rows));
    }

    /// Indices of at most a fixed number of records, the last among them.
    private int[] shown() {
        int n = trace.times().length;
        int stride = Math.max(1, (n + MOST - 1) / MOST);
        return IntStream.concat(IntStream.range(0, n).filter(k -> k % stride == 0), IntStream.of(n - 1))
                .distinct()
                .toArray();
    }

    private Figure.Picture energies() {
        int[] at = shown();
        double[] t = Arrays.stream(at).mapToDouble(k -> trace.times()[k]).toArray();
        double[] e = Arrays.stream(at).mapToDouble(k -> trace.heights()[k]).toArray();
        return new Figure.Picture(
                "energy",
                "Energy against time",
                "E along the flow, at every step of the integrator.",
                Axis.linear("time", ""),
                Axis.linear("energy", ""),
                List.of(new Layer.Line("", Layer.Ink.MODEL, t, e)));
    }

    /// Means over steps of both sides of `-dE/dt = |grad E|^2`.
    private Figure.Picture identity() {
        int[] at = shown();
        int n = at.length - 1;
        double[] t = new double[Math.max(n, 0)];
        double[] lost = new double[t.length];
        double[] work = new double[t.length];
        for (int k = 0; k < n; k++) {
            double span = trace.times()[at[k + 1]] - trace.times()[at[k]];
            t[k] = 0.5 * (trace.times()[at[k + 1]] + trace.times()[at[k]]);
            lost[k] = (trace.heights()[at[k]] - trace.heights()[at[k + 1]]) / span;
            work[k] = (trace.works()[at[k + 1]] - trace.works()[at[k]]) / span;
        }
        return new Figure.Picture(
                "identity",
                "Energy lost and slope squared",
                "-dE/dt from the heights, and |grad E|^2 from its integral, each the mean over a step: the law of"
                        + " gradient flow says that they are equal.",
                Axis.linear("time", ""),
                Axis.log("per time", ""),
                List.of(
                        new Layer.Line("|grad E|^2", Layer.Ink.MODEL, t, work),
                        Layer.Points.of("-dE/dt", Layer.Ink.DATA, t, lost)));
    }

    private Figure.Picture map(@Nullable CriticalPoint point) {
        List<double[]> walk =
                Arrays.stream(shown()).mapToObj(k -> trace.places().get(k)).toList();
        Chart chart;
        String caption;
        if (terrain.size() == 2) {
            chart = Chart.of(terrain, lab).streamlines(22);
            caption = "The path over terraces of equal height, with curves of gradient flow.";
        } else {
            chart = new Chart(terrain, PathPlane.surface(terrain, walk, lab), 22);
            caption = "The path on the plane of its two widest directions; terraces of equal height on that plane "
                    + "through its end.";
        }
        chart.walk("flow", Layer.Ink.SECOND, walk).marks("start", Layer.Ink.FIFTH, List.of(walk.getFirst()));
        if (point != null) {
            chart.points(List.of(point), false);
        }
        return chart.picture("path", "Gradient flow on " + terrain.name(), caption);
    }
}
