package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.flow.descent.GradientDescent;
import thalweg.landscape.Energy;
import thalweg.landscape.Likelihood;
import thalweg.model.Mlp;
import thalweg.room.learning.spectrum.Sharpness;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// The runs of `watch sharpness` and what they show.
final class SharpnessWatch {
    private static final Layer.Ink[] INKS = {
        Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD, Layer.Ink.FOURTH, Layer.Ink.FIFTH, Layer.Ink.SIXTH,
    };

    private final WatchSharpness asked;
    private final Lab lab;
    private final List<Trajectory<Mlp>> paths = new ArrayList<>();
    private String loss = "";

    SharpnessWatch(WatchSharpness asked, Lab lab) {
        this.asked = asked;
        this.lab = lab;
    }

    Report run() {
        for (int r = 0; r < asked.runs() && !lab.stopping(); r++) {
            paths.add(follow(r));
        }
        return report();
    }

    private Trajectory<Mlp> follow(int number) {
        Key key = lab.key().fold(10).fold(number);
        NetworkChoice.Held held = asked.choice().given() ? asked.choice().open(lab) : null;
        Likelihood<Mlp> likelihood =
                held == null ? Sharpness.chebyshev(asked.degree(), asked.points()) : held.likelihood();
        loss = held == null
                ? "squared error, mean over " + asked.points() + " points, without a factor 1/2"
                : held.loss();
        Mlp start = held != null && !held.drawn() ? held.net() : Mlp.draw(key.fold(0), sizes(likelihood));
        Energy<Mlp> energy = likelihood.energy();
        Sharpness sharpness = Sharpness.of(energy, start, key.fold(1));
        long interval = asked.interval();
        Run<Mlp, ?> run = Run.of(new GradientDescent(asked.step()).on(energy), start, key.fold(2))
                .every(interval)
                .withoutPlaces()
                .observe("sharpness", sharpness::at)
                .watch(
                        interval,
                        glance -> lab.progress(
                                number * asked.steps() + glance.step(),
                                asked.runs() * asked.steps(),
                                "descending",
                                Figure.Quantity.of("loss", glance.height())));
        return lab.steps("run " + number, run, asked.steps());
    }

    private int[] sizes(Likelihood<Mlp> likelihood) {
        IntStream inner = asked.hidden().stream().mapToInt(w -> w);
        return IntStream.concat(
                        IntStream.concat(IntStream.of(likelihood.inputs().size(1)), inner),
                        IntStream.of(likelihood.target().size(1)))
                .toArray();
    }

    /// `lambda h / 2` of the later half of a run.
    private double[] settled(Trajectory<Mlp> path) {
        double[] sharpness = path.of("sharpness");
        return Arrays.stream(sharpness, sharpness.length / 2, sharpness.length)
                .map(lambda -> lambda * asked.step() / 2)
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private Report report() {
        double limit = 2 / asked.step();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (Trajectory<Mlp> path : paths) {
            double[] ratios = settled(path);
            double middle = quantile(ratios, 0.5);
            double[] sharpness = path.of("sharpness");
            double[] heights = path.heights();
            rows.add(List.of(
                    rows.size() + 1L,
                    sharpness[0],
                    middle * limit,
                    middle,
                    quantile(ratios, 0.05),
                    quantile(ratios, 0.95),
                    heights[heights.length - 1]));
            least = Math.min(least, middle);
            most = Math.max(most, middle);
            sum += middle;
        }
        Report.Draft draft = lab.report(asked);
        int n = paths.size();
        draft.text("verdict", verdict(n == 0 ? Double.NaN : sum / n, least, most));
        draft.number("settled", n == 0 ? Double.NaN : sum / n).number("least", least).number("most", most);
        draft.number("limit", limit);
        draft.add(Figure.Table.of(
                "runs",
                List.of(
                        "run",
                        "sharpness at the start",
                        "sharpness settled",
                        "over the limit",
                        "5 % quantile",
                        "95 % quantile",
                        "final loss"),
                rows));
        draft.add(sharpnessPicture(limit)).add(lossPicture());
        return draft.ended(ending());
    }

    private Ending ending() {
        for (Trajectory<Mlp> path : paths) {
            if (!(path.ending() instanceof Ending.Converged)) {
                return path.ending();
            }
        }
        return paths.size() < asked.runs()
                ? new Ending.Stopped(lab.reason())
                : new Ending.Converged(asked.steps() + " steps of each of " + asked.runs() + " runs, as asked");
    }

    private String verdict(double mean, double least, double most) {
        String range = Rounding.number(least, 3) + " to " + Rounding.number(most, 3);
        String where = mean < 0.95
                ? "below the edge of stability: it is still rising, or the step is small for this loss"
                : mean <= 1.1 ? "at the edge of stability" : "above the edge: the descent is not stable";
        return "In the later half of the steps the sharpness lies at " + Rounding.number(mean, 4)
                + " times 2/step (runs: " + range + "), " + where + ". The loss is the " + loss + ".";
    }

    private double[] steps(Trajectory<Mlp> path) {
        return Arrays.stream(path.steps()).asDoubleStream().toArray();
    }

    private Figure.Picture sharpnessPicture(double limit) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line(
                "2 / step", Layer.Ink.REFERENCE, new double[] {0, asked.steps()}, new double[] {limit, limit}));
        for (int r = 0; r < paths.size(); r++) {
            Trajectory<Mlp> path = paths.get(r);
            layers.add(new Layer.Line("run " + (r + 1), INKS[r % INKS.length], steps(path), path.of("sharpness")));
        }
        return new Figure.Picture(
                "sharpness",
                "The largest curvature along gradient descent",
                "Largest eigenvalue of the Hessian of the loss (" + loss + ") along gradient descent of step "
                        + Rounding.number(asked.step()) + ". Above 2/step the steepest direction is not stable.",
                Axis.linear("step", ""),
                Axis.linear("sharpness", ""),
                layers);
    }

    private Figure.Picture lossPicture() {
        List<Layer> layers = new ArrayList<>();
        for (int r = 0; r < paths.size(); r++) {
            Trajectory<Mlp> path = paths.get(r);
            layers.add(new Layer.Line("run " + (r + 1), INKS[r % INKS.length], steps(path), path.heights()));
        }
        return new Figure.Picture(
                "loss",
                "Loss against steps",
                "The loss (" + loss + ") of the same runs: it falls over many steps while single steps go up.",
                Axis.linear("step", ""),
                Axis.log("loss", ""),
                layers);
    }
}
