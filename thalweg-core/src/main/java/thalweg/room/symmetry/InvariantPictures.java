package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.room.symmetry.InvariantQuestion.Answer;
import thalweg.room.symmetry.invariant.Found;
import thalweg.room.symmetry.invariant.Law;
import thalweg.room.symmetry.library.Feature;
import thalweg.room.symmetry.sample.Groups;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The ratios as bars, and laws along trajectories beside a candidate that is none.
final class InvariantPictures {
    private static final int SHOWN = 6;
    private static final int MOST_BARS = 40;
    private static final int MOST_EVENTS = 300;
    private static final double FLOOR = 1e-17;
    private static final Layer.Ink[] INKS = {
        Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD, Layer.Ink.FOURTH, Layer.Ink.FIFTH, Layer.Ink.SIXTH
    };

    private final Answer answer;
    private final Found found;
    private final List<Law> laws;
    private final List<String> names;

    InvariantPictures(Answer answer, Found found, List<Law> laws, List<String> names) {
        this.answer = answer;
        this.found = found;
        this.laws = laws;
        this.names = names;
    }

    /// The law on every row.
    static double[] values(Law law, Groups groups) {
        double[][] features =
                groups.values(law.terms().stream().map(Feature::formula).toList());
        double[] q = new double[groups.rows()];
        for (int f = 0; f < features.length; f++) {
            for (int i = 0; i < q.length; i++) {
                q[i] = Math.fma(law.coefficients()[f], features[f][i], q[i]);
            }
        }
        return q;
    }

    Figure.Picture spectrum(double scale) {
        Found.Ratios ratios = found.spectrum();
        int n = Math.min(MOST_BARS, ratios.heldOut().length);
        double[] at = new double[n];
        double[] held = new double[n];
        double[] learned = new double[n];
        for (int j = 0; j < n; j++) {
            at[j] = j + 1;
            held[j] = Math.max(FLOOR, scale * ratios.heldOut()[j]);
            learned[j] = Math.max(FLOOR, scale * ratios.train()[j]);
        }
        int banded = Math.min(n, ratios.band().length);
        double[] low = new double[banded];
        double[] high = new double[banded];
        for (int j = 0; j < banded; j++) {
            low[j] = Math.max(FLOOR, scale * ratios.band()[j][0]);
            high[j] = Math.max(low[j], scale * ratios.band()[j][1]);
        }
        double[] ends = {0.4, n + 0.6};
        double chance = scale * ratios.chance();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Bars("held out", Layer.Ink.MODEL, at, held, 0.6));
        layers.add(Layer.Points.of("learned from", Layer.Ink.DATA, at, learned));
        if (banded > 1) {
            layers.add(new Layer.Band("95 % of resamples", Layer.Ink.SECOND, Arrays.copyOf(at, banded), low, high));
        }
        layers.add(new Layer.Line("chance", Layer.Ink.ALARM, ends, new double[] {chance, chance}));
        return new Figure.Picture(
                "spectrum of ratios",
                "How little each combination varies within " + (answer.reading().event() ? "events" : "trajectories"),
                "Deviation within groups over that in all, rho, of the combinations in ascending order: on groups held"
                    + " out (bars) and on those that learned (points), with the 95 % band of resampled groups. Below"
                    + " the line is what one deal in a hundred of samples to groups gives.",
                Axis.linear("combination", ""),
                Axis.log("rho", ""),
                layers);
    }

    List<Figure.Picture> along() {
        List<Figure.Picture> pictures = new ArrayList<>();
        if (!laws.isEmpty()) {
            pictures.add(picture("law along", laws.getFirst(), names.getFirst() + " (conserved)"));
        }
        found.rejected().stream()
                .filter(law -> law.excess() > 2)
                .findFirst()
                .ifPresent(law -> pictures.add(picture("candidate along", law, "the best candidate (not conserved)")));
        return pictures;
    }

    private Figure.Picture picture(String name, Law law, String title) {
        return answer.reading().event() ? across(name, law, title) : through(name, law, title);
    }

    private Figure.Picture through(String name, Law law, String title) {
        Groups groups = answer.groups();
        double[] q = standard(values(law, groups));
        double[] time = groups.time();
        List<Layer> layers = new ArrayList<>();
        for (int g = 0; g < Math.min(SHOWN, groups.count()); g++) {
            int from = groups.start()[g];
            int n = groups.start()[g + 1] - from;
            double[] at = new double[n];
            for (int i = 0; i < n; i++) {
                at[i] = time == null ? i : time[from + i];
            }
            layers.add(new Layer.Line("", INKS[g], at, Arrays.copyOfRange(q, from, from + n)));
        }
        return new Figure.Picture(
                name,
                title + " along " + layers.size() + " trajectories",
                "Each line is one trajectory; in units of the standard deviation over all of them.",
                Axis.linear(time == null ? "sample" : "time", ""),
                Axis.linear("Q", "deviations"),
                layers);
    }

    private Figure.Picture across(String name, Law law, String title) {
        Groups groups = answer.groups();
        double[] q = standard(values(law, groups));
        int n = Math.min(MOST_EVENTS, groups.count());
        double[] before = new double[n];
        double[] after = new double[n];
        for (int g = 0; g < n; g++) {
            before[g] = q[2 * g];
            after[g] = q[2 * g + 1];
        }
        double low = Arrays.stream(before).min().orElse(-1);
        double high = Arrays.stream(before).max().orElse(1);
        return new Figure.Picture(
                name,
                title + " before and after",
                "Each point is one event; on the line nothing has changed. In units of the standard deviation.",
                Axis.linear("Q before", "deviations"),
                Axis.linear("Q after", "deviations"),
                List.of(
                        new Layer.Line("", Layer.Ink.REFERENCE, new double[] {low, high}, new double[] {low, high}),
                        Layer.Points.of("events", Layer.Ink.DATA, before, after)));
    }

    private static double[] standard(double[] q) {
        double mean = Arrays.stream(q).average().orElse(0);
        double size = Groups.deviation(q);
        return Arrays.stream(q).map(v -> size > 0 ? (v - mean) / size : 0).toArray();
    }
}
