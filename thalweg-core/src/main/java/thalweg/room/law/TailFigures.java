package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.law.rival.Vuong;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes a fitted tail into a report.
///
/// @param rivals empty where the tail has an end
record TailFigures(FitTail asked, Sample sample, Tail tail, List<Vuong> rivals, TailSpread spread) {
    private static final int FEW = 50;
    private static final double IMPLAUSIBLE = 0.1;
    private static final int MOST = 500;

    Report write(Report.Draft draft) {
        draft.text("verdict", verdict());
        if (tail.points() < FEW) {
            draft.warn("Only " + tail.points() + " points lie in the tail; with fewer than " + FEW
                    + " a power law can hardly be told from other laws.");
        }
        draft.add(Figure.Quantity.of("alpha", tail.alpha(), tail.error()));
        draft.add(
                Double.isNaN(spread.minError())
                        ? Figure.Quantity.of("xmin", tail.min())
                        : new Figure.Quantity("xmin", tail.min(), spread.minError(), "bootstrap", "", null));
        double p = spread.p();
        draft.add(
                Double.isNaN(p)
                        ? Figure.Quantity.of("p", p)
                        : new Figure.Quantity(
                                "p", p, Math.sqrt(p * (1 - p) / spread.replicates()), "sampling", "", null));
        draft.number("KS distance", tail.ks());
        draft.number("points in the tail", tail.points()).number("points", tail.size());
        draft.number("log likelihood", tail.logLikelihood());
        draft.number("bootstrap error of alpha", spread.alphaError());
        draft.add(survival());
        if (!rivals.isEmpty()) {
            draft.add(comparison());
        }
        return draft.ended(
                spread.stopped()
                        ? new Ending.Stopped("stopped after " + spread.replicates() + " of " + asked.bootstrap()
                                + " bootstrap samples")
                        : new Ending.Converged("fitted to " + tail.size() + " points with " + spread.replicates()
                                + " bootstrap samples"));
    }

    private String verdict() {
        String law = asked.column() + " at or above " + Rounding.number(tail.min()) + " (" + tail.points() + " of "
                + tail.size() + " points) falls as x^-(" + Rounding.withError(tail.alpha(), tail.error()) + ")";
        String plausible = Double.isNaN(spread.p())
                ? "; whether that is plausible was not tested"
                : spread.p() > IMPLAUSIBLE
                        ? "; a power law is plausible (p = " + Rounding.number(spread.p(), 2) + ")"
                        : "; a power law is not plausible (p = " + Rounding.number(spread.p(), 2) + " <= 0.1)";
        String better = rivals.stream()
                .filter(v ->
                        v.p() <= Vuong.DECISIVE && v.ratio() < 0 && !v.rival().boundary())
                .map(v -> v.rival().name())
                .collect(Collectors.joining(", "));
        return law + plausible + (better.isEmpty() ? "." : "; favoured over it: " + better + ".");
    }

    private Figure.Table comparison() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Vuong v : rivals) {
            rows.add(Arrays.asList(
                    v.rival().name(), v.rival().parameters(), v.ratio(), v.statistic(), v.p(), v.verdict()));
        }
        return Figure.Table.of(
                "rivals",
                List.of("law", "parameters", "log likelihood ratio", "Vuong statistic", "p", "verdict"),
                rows);
    }

    private Figure.Picture survival() {
        int[] shown = shown();
        double[] x = new double[shown.length];
        double[] share = new double[shown.length];
        for (int i = 0; i < shown.length; i++) {
            x[i] = sample.value(shown[i]);
            share[i] = (double) sample.above(shown[i]) / sample.size();
        }
        double low = StrictMath.log(tail.min());
        double high = StrictMath.log(sample.value(sample.distinct() - 1));
        double scale = (double) tail.points() / tail.size();
        double[] at = new double[100];
        double[] law = new double[100];
        for (int i = 0; i < at.length; i++) {
            at[i] = StrictMath.exp(low + (high - low) * i / (at.length - 1));
            double place = sample.discrete() ? Math.ceil(at[i] - 1e-9) : at[i];
            law[i] = scale * tail.law().survival(place, StrictMath.log(place));
            at[i] = place;
        }
        return new Figure.Picture(
                "plot",
                "How much of " + asked.column() + " lies above",
                "Share of points at or above a value (points) and the fitted power law from xmin = "
                        + Rounding.number(tail.min()) + " on (line), in double logarithms."
                        + (shown.length < sample.distinct()
                                ? " " + shown.length + " of " + sample.distinct() + " values are shown."
                                : ""),
                Axis.log(asked.column() == null ? "x" : asked.column(), ""),
                Axis.log("share at or above", ""),
                List.of(
                        Layer.Points.of("data", Layer.Ink.DATA, x, share),
                        new Layer.Line("power law", Layer.Ink.MODEL, at, law)));
    }

    /// Indices of distinct values, evenly over their logarithms.
    private int[] shown() {
        int n = sample.distinct();
        if (n <= MOST) {
            return java.util.stream.IntStream.range(0, n).toArray();
        }
        double low = StrictMath.log(sample.value(0));
        double high = StrictMath.log(sample.value(n - 1));
        return java.util.stream.IntStream.range(0, MOST)
                .map(i -> Math.min(n - 1, sample.indexAbove(StrictMath.exp(low + (high - low) * i / (MOST - 1.0)))))
                .distinct()
                .toArray();
    }
}
