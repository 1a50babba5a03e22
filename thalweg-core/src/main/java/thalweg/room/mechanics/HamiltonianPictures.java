package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.Judgement;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Truth;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The pictures of `learn hamiltonian`: phase portrait, energy along a long rollout, distance from a held-out motion.
final class HamiltonianPictures {
    private static final int GRID = 61;
    private static final int POINTS = 500;
    private static final int LONG = 401;

    private final MotionQuestion.Answer data;
    private final Samples train;
    private final HamiltonianTrial.Learned ours;
    private final List<Contender> contenders;
    private final double[] times;
    private final List<double[][]> rollouts = new ArrayList<>();

    HamiltonianPictures(
            MotionQuestion.Answer data, Samples train, HamiltonianTrial.Learned ours, List<Contender> contenders) {
        this.data = data;
        this.train = train;
        this.ours = ours;
        this.contenders = contenders;
        double span = data.held().isEmpty()
                ? Double.NaN
                : data.held().getFirst().time()[data.held().getFirst().count() - 1]
                        - data.held().getFirst().time()[0];
        double[] sd = train.deviation();
        double[] slope = train.slopeDeviation();
        double slow = 0;
        for (int a = 0; a < sd.length; a++) {
            slow = Math.max(slow, sd[a] / slope[a]);
        }
        this.times = Rollout.times(Double.isNaN(span) ? 60 * slow : Math.max(5 * span, 30 * slow), LONG);
        double[] start =
                data.held().isEmpty() ? train.state(0) : data.held().getFirst().state(0);
        for (Contender one : contenders) {
            rollouts.add(Rollout.states(one.velocity(), start, times, 1e-10));
        }
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(portrait());
        figures.add(energy());
        if (!data.held().isEmpty() && train.inputs() == 0) {
            figures.add(distance());
        }
        return figures;
    }

    /// The first time at which our long rollout is outside the box of the training states, a tenth wider; NaN if never.
    double leaves() {
        int n = train.size();
        for (int i = 0; i < times.length; i++) {
            for (int a = 0; a < n; a++) {
                double low = bound(a, -1);
                double high = bound(a, 1);
                double slack = 0.1 * (high - low);
                double value = rollouts.getFirst()[i][a];
                if (!(value >= low - slack && value <= high + slack)) {
                    return times[i];
                }
            }
        }
        return Double.NaN;
    }

    private double bound(int a, int side) {
        double bound = -Double.MAX_VALUE;
        for (int i = 0; i < train.count(); i++) {
            bound = Math.max(bound, side * train.x()[i * train.size() + a]);
        }
        return side * bound;
    }

    private static String law(int c) {
        return c == 0 ? "learned" : c == 1 ? "plain" : "plain, penalised";
    }

    private static Layer.Ink ink(int c) {
        return c == 0 ? Layer.Ink.MODEL : c == 1 ? Layer.Ink.SECOND : Layer.Ink.THIRD;
    }

    private Figure.Picture portrait() {
        int n = train.size();
        int d = n / 2;
        List<Layer> layers = new ArrayList<>();
        if (n == 2) {
            double[] q = grid(0);
            double[] p = grid(1);
            double[] levels = levels(ours.height());
            if (data.truth() != null) {
                Truth.Ready ready = data.truth().ready();
                layers.add(new Layer.Contours(
                        "true H", Layer.Ink.REFERENCE, q, p, heights(q, p, ready::height), levels(ready::height)));
            }
            layers.add(new Layer.Contours("learned H", Layer.Ink.FOURTH, q, p, heights(q, p, ours.height()), levels));
        }
        int stride = Math.max(1, train.count() / POINTS);
        double[] x = new double[(train.count() + stride - 1) / stride];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = train.x()[i * stride * n];
            y[i] = train.x()[i * stride * n + d];
        }
        layers.add(Layer.Points.of("data", Layer.Ink.DATA, x, y));
        for (int c = 1; c >= 0; c--) {
            layers.add(new Layer.Line(law(c), ink(c), column(c, 0), column(c, d)));
        }
        return new Figure.Picture(
                "phase",
                "Phase portrait",
                "The states learned from, level lines of the learned energy, and one rollout of "
                        + times.length + " points to time " + round(times[times.length - 1])
                        + ": the learned law keeps to its level line, the plain field need not."
                        + (n > 2 ? " The plane of the first position and momentum is shown." : ""),
                Axis.linear(data.names().getFirst(), ""),
                Axis.linear(data.names().get(d), ""),
                layers);
    }

    private static String round(double value) {
        return thalweg.study.Rounding.number(value, 3);
    }

    private double[] column(int c, int a) {
        double wide = 0.3 * (bound(a, 1) - bound(a, -1));
        double low = bound(a, -1) - wide;
        double high = bound(a, 1) + wide;
        return Arrays.stream(rollouts.get(c))
                .mapToDouble(s -> s[a] >= low && s[a] <= high ? s[a] : Double.NaN)
                .toArray();
    }

    private double[] grid(int a) {
        double low = bound(a, -1);
        double high = bound(a, 1);
        double margin = 0.08 * (high - low);
        double[] grid = new double[GRID];
        Arrays.setAll(grid, i -> low - margin + (high - low + 2 * margin) * i / (GRID - 1));
        return grid;
    }

    private static double[] heights(double[] q, double[] p, ToDoubleFunction<double[]> height) {
        double[] h = new double[q.length * p.length];
        for (int j = 0; j < p.length; j++) {
            for (int i = 0; i < q.length; i++) {
                h[j * q.length + i] = height.applyAsDouble(new double[] {q[i], p[j]});
            }
        }
        return h;
    }

    private double[] levels(ToDoubleFunction<double[]> height) {
        int stride = Math.max(1, train.count() / POINTS);
        double[] h = new double[(train.count() + stride - 1) / stride];
        Arrays.setAll(h, i -> height.applyAsDouble(train.state(i * stride)));
        Arrays.sort(h);
        double[] levels = new double[7];
        Arrays.setAll(levels, i -> h[(int) ((h.length - 1) * (0.05 + 0.15 * i))]);
        return Arrays.stream(levels).distinct().toArray();
    }

    private Figure.Picture energy() {
        ToDoubleFunction<double[]> height = ours.height();
        if (data.truth() != null) {
            Truth.Ready ready = data.truth().ready();
            height = ready::height;
        }
        List<Layer> layers = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < train.count(); i += Math.max(1, train.count() / POINTS)) {
            double h = height.applyAsDouble(train.state(i));
            low = Math.min(low, h);
            high = Math.max(high, h);
        }
        for (int c = contenders.size() - 1; c >= 0; c--) {
            double[] h = new double[times.length];
            double begin = height.applyAsDouble(rollouts.get(c)[0]);
            for (int i = 0; i < h.length; i++) {
                double value = height.applyAsDouble(rollouts.get(c)[i]) - begin;
                h[i] = Math.abs(value) < 2 * (high - low) ? value : Double.NaN;
            }
            layers.add(new Layer.Line(law(c), ink(c), times, h));
        }
        return new Figure.Picture(
                "energy",
                "Energy gained along a rollout",
                (data.truth() != null ? "The true energy" : "The learned energy")
                        + " along rollouts from one start: of the learned law, of a plain field, and of a plain field"
                        + " whose change of energy was penalised. A line ends where its motion leaves all bounds.",
                Axis.linear("time", ""),
                Axis.linear("H - H(start)", ""),
                layers);
    }

    private Figure.Picture distance() {
        Path path = data.held().getFirst();
        double[] time = Judgement.fromZero(path.time());
        double[] sd = train.deviation();
        List<Layer> layers = new ArrayList<>();
        for (int c = contenders.size() - 1; c >= 0; c--) {
            double[][] states = Rollout.states(contenders.get(c).velocity(), path.state(0), time, 1e-10);
            double[] off = new double[time.length];
            for (int i = 0; i < off.length; i++) {
                double square = 0;
                for (int a = 0; a < sd.length; a++) {
                    double one = (states[i][a] - path.x()[i * sd.length + a]) / sd[a];
                    square += one * one / sd.length;
                }
                off[i] = i == 0 || !(square > 0) ? Double.NaN : Math.sqrt(square);
            }
            layers.add(new Layer.Line(law(c), ink(c), time, off));
        }
        return new Figure.Picture(
                "distance",
                "Distance from a motion that was held out",
                "Rms distance of rollouts from the held-out trajectory " + path.name()
                        + ", in standard deviations of the state.",
                Axis.linear("time", ""),
                Axis.log("distance", ""),
                layers);
    }
}
