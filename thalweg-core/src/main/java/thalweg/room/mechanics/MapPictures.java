package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import thalweg.array.kernel.Logarithm;
import thalweg.model.TanhSlope;
import thalweg.model.TanhSum;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.field.Truth;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The pictures of `learn map`: the long orbit, its energy, its distance from the truth.
final class MapPictures {
    private final MapQuestion.Answer data;
    private final int length;
    private final List<double[][]> orbits = new ArrayList<>();
    private final double[][] exact;
    private final TanhSlope energy;
    private final double[] sd;

    MapPictures(MapQuestion.Answer data, List<MapTrial.Named> all, int length, TanhSum energy) {
        this.data = data;
        this.length = length;
        this.energy = energy.slopes();
        this.sd = data.train().plain().deviation();
        int n = data.train().size();
        double[] start = data.held().isEmpty()
                ? Arrays.copyOf(data.test().from(), n)
                : data.held().getFirst().state(0);
        double h = data.test().step()[0];
        for (MapTrial.Named one : all) {
            double[][] orbit = new double[length + 1][];
            orbit[0] = start;
            for (int i = 1; i <= length; i++) {
                orbit[i] = one.step().apply(orbit[i - 1], h);
            }
            orbits.add(orbit);
        }
        Truth truth = data.truth();
        this.exact = truth == null
                ? new double[0][]
                : Rollout.states(truth.ready().velocity(), start, Rollout.times(h * length, length + 1), 1e-12);
    }

    /// The distance from the exact orbit after the last step.
    double longError(int c) {
        return distance(c, length);
    }

    private double distance(int c, int i) {
        double sum = 0;
        for (int a = 0; a < sd.length; a++) {
            double off = orbits.get(c)[i][a] - exact[i][a];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    /// Mean square of `H - H(start)` along the long orbit, by the true energy.
    double energyError(int c) {
        Truth truth = data.truth();
        if (truth == null) {
            return Double.NaN;
        }
        Truth.Ready ready = truth.ready();
        double begin = ready.height(exact[0]);
        double sum = 0;
        for (double[] state : orbits.get(c)) {
            double off = ready.height(state) - begin;
            sum += Double.isFinite(off) ? off * off : Double.POSITIVE_INFINITY;
        }
        return sum / (length + 1);
    }

    /// The power of time with which the error of our map grows, from 10 steps to the end.
    double growth() {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        int count = 0;
        double most = 0;
        for (int i = 1; i <= length; i++) {
            most = Math.max(most, distance(0, i));
            if (i >= 10 && most > 0 && i % Math.max(1, i / 10) == 0) {
                double x = Logarithm.log(i);
                double y = Logarithm.log(most);
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
                count++;
            }
        }
        return (count * sxy - sx * sy) / (count * sxx - sx * sx);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(orbit());
        figures.add(heights());
        if (exact.length > 0) {
            figures.add(errors());
        }
        return figures;
    }

    private static final String[] NAMES = {"learned", "plain", "plain, penalised"};
    private static final Layer.Ink[] INKS = {Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD};

    private double[] column(double[][] states, int a, double most) {
        return Arrays.stream(states)
                .mapToDouble(s -> Math.abs(s[a]) < most ? s[a] : Double.NaN)
                .toArray();
    }

    private Figure.Picture orbit() {
        int n = data.train().size();
        int d = n / 2;
        double[] x = data.train().from();
        double[] q = new double[data.train().count()];
        double[] p = new double[q.length];
        double mostQ = 0;
        double mostP = 0;
        for (int i = 0; i < q.length; i++) {
            q[i] = x[i * n];
            p[i] = x[i * n + d];
            mostQ = Math.max(mostQ, 2 * Math.abs(q[i]));
            mostP = Math.max(mostP, 2 * Math.abs(p[i]));
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.Points.of("data", Layer.Ink.DATA, q, p));
        for (int c : new int[] {1, 0}) {
            layers.add(Layer.Points.of(
                    NAMES[c], INKS[c], column(orbits.get(c), 0, mostQ), column(orbits.get(c), d, mostP)));
        }
        return new Figure.Picture(
                "orbit",
                "The map followed for " + length + " steps",
                "States learned from, and " + length + " steps of the symplectic map and of a plain one, from a state"
                        + " that was held out" + (n > 2 ? "; the plane of the first position and momentum." : "."),
                Axis.linear(data.names().getFirst(), ""),
                Axis.linear(data.names().get(d), ""),
                layers);
    }

    private double[] steps() {
        double[] steps = new double[length + 1];
        Arrays.setAll(steps, i -> i);
        return steps;
    }

    private Figure.Picture heights() {
        Truth truth = data.truth();
        double[] slope = new double[sd.length];
        ToDoubleFunction<double[]> height = x -> energy.at(x, slope);
        if (truth != null) {
            height = truth.ready()::height;
        }
        List<Layer> layers = new ArrayList<>();
        double begin = height.applyAsDouble(orbits.getFirst()[0]);
        double most = 0;
        for (int i = 0; i < data.train().count(); i++) {
            int n = sd.length;
            double[] state = Arrays.copyOfRange(data.train().from(), i * n, (i + 1) * n);
            most = Math.max(most, Math.abs(height.applyAsDouble(state) - begin));
        }
        most = Math.max(2 * most, 0.2 * Math.abs(begin));
        for (int c = orbits.size() - 1; c >= 0; c--) {
            double[] gain = new double[length + 1];
            for (int i = 0; i <= length; i++) {
                double off = height.applyAsDouble(orbits.get(c)[i]) - begin;
                gain[i] = Math.abs(off) <= most ? off : Double.NaN;
            }
            layers.add(new Layer.Line(NAMES[c], INKS[c], steps(), gain));
        }
        return new Figure.Picture(
                "energy",
                "Energy gained along the orbit",
                (truth != null
                                ? "The true energy"
                                : "The generating function, which is the energy but for terms of the" + " step,")
                        + " along the maps; bounded where a map is symplectic, not constant.",
                Axis.linear("step", ""),
                Axis.linear("H - H(start)", ""),
                layers);
    }

    private Figure.Picture errors() {
        List<Layer> layers = new ArrayList<>();
        for (int c = orbits.size() - 1; c >= 0; c--) {
            double[] off = new double[length + 1];
            for (int i = 0; i <= length; i++) {
                double distance = distance(c, i);
                off[i] = i > 0 && distance > 0 && distance < 1e3 ? distance : Double.NaN;
            }
            double[] steps = steps();
            steps[0] = Double.NaN;
            layers.add(new Layer.Line(NAMES[c], INKS[c], steps, off));
        }
        return new Figure.Picture(
                "error",
                "Distance from the exact orbit",
                "Distance between the maps' states and the exact ones after each step, both axes logarithmic.",
                Axis.log("step", ""),
                Axis.log("distance", ""),
                layers);
    }
}
