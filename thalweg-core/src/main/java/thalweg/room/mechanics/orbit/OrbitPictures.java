package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.flow.Rate;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The pictures of an orbit: the curve itself, the errors of what it must keep, and how errors fall with the step.
record OrbitPictures(Outcome outcome) {
    private static final int POINTS = 6000;
    private static final int GRID = 81;
    private static final List<Layer.Ink> INKS =
            List.of(Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD, Layer.Ink.FOURTH, Layer.Ink.FIFTH);

    List<Figure.Picture> all() {
        List<Figure.Picture> pictures = new ArrayList<>();
        pictures.add(orbit());
        pictures.add(errors());
        OrderTrial order = outcome.order();
        if (order != null && order.steps().length > 1) {
            pictures.add(order(order));
        }
        return pictures;
    }

    private Motion motion() {
        return outcome.follow().motion();
    }

    /// The plane of the first two places or, of one place, phase space.
    private Figure.Picture orbit() {
        boolean phase = motion().half() == 1;
        double[][] curve = curve();
        List<Layer> layers = new ArrayList<>();
        layers.add(level(curve));
        layers.add(new Layer.Line("", Layer.Ink.MODEL, curve[0], curve[1]));
        layers.add(Layer.Points.of(
                "start", Layer.Ink.DATA, new double[] {motion().start()[0]}, new double[] {motion().start()[1]}));
        String caption = phase
                ? "The orbit in phase space over level lines of the energy, which it must not cross."
                : "The orbit in the plane over level lines of the energy at rest; it cannot pass the line of its own"
                        + " energy.";
        return new Figure.Picture(
                "orbit",
                motion().name().startsWith("H =") ? "The orbit" : "The orbit of " + motion().name(),
                caption + " Between two records it is drawn by a cubic with the right velocities.",
                Axis.linear(motion().names().get(0), ""),
                Axis.linear(motion().names().get(1), ""),
                layers);
    }

    /// Level lines of the energy over what the curve spans.
    private Layer level(double[][] curve) {
        double[] x = axis(curve[0]);
        double[] y = axis(curve[1]);
        double[] height = new double[GRID * GRID];
        double[] state = motion().start().clone();
        if (motion().half() > 1) {
            Arrays.fill(state, motion().half(), state.length, 0);
        }
        for (int j = 0; j < GRID; j++) {
            for (int i = 0; i < GRID; i++) {
                state[0] = x[i];
                state[1] = y[j];
                height[j * GRID + i] = motion().energy().at(state);
            }
        }
        double[] sorted =
                Arrays.stream(height).filter(Double::isFinite).sorted().toArray();
        double own = outcome.energy().first();
        double[] levels = sorted.length == 0
                ? new double[] {own}
                : new double[] {
                    sorted[sorted.length / 20],
                    sorted[sorted.length / 5],
                    sorted[2 * sorted.length / 5],
                    sorted[3 * sorted.length / 5],
                    sorted[4 * sorted.length / 5],
                    own
                };
        Arrays.sort(levels);
        return new Layer.Contours("", Layer.Ink.REFERENCE, x, y, height, levels);
    }

    private static double[] axis(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
        double margin = high > low ? 0.08 * (high - low) : 1;
        double[] axis = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            axis[i] = low - margin + (high - low + 2 * margin) * i / (GRID - 1);
        }
        return axis;
    }

    /// The curve through the records, by Hermite's cubic where neighbours are steps apart.
    private double[][] curve() {
        Track track = outcome.track();
        int count = finite(track);
        int stride = Math.max(1, count / POINTS);
        int fine = stride == 1 && track.every() == 1 ? Math.clamp(POINTS / Math.max(count, 1), 1, 12) : 1;
        List<double[]> points = new ArrayList<>();
        Rate<?> rate = motion().law().rate(motion().start());
        double[] from = new double[motion().start().length];
        double[] to = new double[from.length];
        for (int k = 0; k < count; k += stride) {
            double[] a = track.states()[k];
            points.add(new double[] {a[0], a[1]});
            if (fine > 1 && k + 1 < count) {
                double[] b = track.states()[k + 1];
                double h = track.times()[k + 1] - track.times()[k];
                rate.at(0, a, from);
                rate.at(0, b, to);
                for (int i = 1; i < fine; i++) {
                    double s = (double) i / fine;
                    points.add(new double[] {
                        hermite(s, h, a[0], b[0], from[0], to[0]), hermite(s, h, a[1], b[1], from[1], to[1])
                    });
                }
            }
        }
        double[][] curve = new double[2][points.size()];
        for (int i = 0; i < points.size(); i++) {
            curve[0][i] = points.get(i)[0];
            curve[1][i] = points.get(i)[1];
        }
        return curve;
    }

    private static int finite(Track track) {
        int count = 0;
        while (count < track.count() && Arrays.stream(track.states()[count]).allMatch(Double::isFinite)) {
            count++;
        }
        return count;
    }

    private static double hermite(double s, double h, double a, double b, double va, double vb) {
        double r = 1 - s;
        return a * (1 + 2 * s) * r * r + b * s * s * (3 - 2 * s) + h * s * r * (va * r - vb * s);
    }

    private Figure.Picture errors() {
        List<Layer> layers = new ArrayList<>();
        layers.add(line(outcome.energy(), 0));
        for (int i = 0; i < outcome.others().size() && i + 1 < INKS.size(); i++) {
            layers.add(line(outcome.others().get(i), i + 1));
        }
        return new Figure.Picture(
                "errors",
                "What is kept, and how well",
                "Distance of each conserved quantity from its value at the start, relative to that value. A symplectic"
                        + " method oscillates within bounds; a slope is a drift. Exact values are not drawn.",
                Axis.linear("time", ""),
                Axis.log("relative error", ""),
                layers);
    }

    private Layer line(Errors errors, int ink) {
        double[] times = outcome.track().times();
        int bins = Math.min(times.length, 1500);
        double[] x = new double[bins];
        double[] y = new double[bins];
        for (int b = 0; b < bins; b++) {
            int from = (int) ((long) b * times.length / bins);
            int to = (int) ((long) (b + 1) * times.length / bins);
            double largest = 0;
            for (int i = from; i < to; i++) {
                largest = Math.max(largest, Math.abs(errors.relative()[i]));
            }
            x[b] = times[from];
            y[b] = largest > 0 && largest < Double.POSITIVE_INFINITY ? largest : Double.NaN;
        }
        return new Layer.Line(errors.name(), INKS.get(ink), x, y);
    }

    private Figure.Picture order(OrderTrial trial) {
        double slope = outcome.follow().by().order();
        double[] h = trial.steps();
        double[] ends = {h[0], h[h.length - 1]};
        double last = trial.errors()[h.length - 1];
        double[] nominal = {last * StrictMath.pow(ends[0] / ends[1], slope), last};
        return new Figure.Picture(
                "convergence",
                "How errors fall with the step",
                "Distance from the true state at time " + OrbitEnd.number(trial.time()) + "; the line has the nominal"
                        + " slope of " + outcome.follow().by().order() + ".",
                Axis.log("step", ""),
                Axis.log("error", ""),
                List.of(
                        new Layer.Line("nominal", Layer.Ink.REFERENCE, ends, nominal),
                        Layer.Points.of("measured", Layer.Ink.DATA, h, trial.errors())));
    }
}
