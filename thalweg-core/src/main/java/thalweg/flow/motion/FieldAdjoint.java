package thalweg.flow.motion;

import java.util.Arrays;
import java.util.function.Function;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.transform.Calculus;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Rate;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.landscape.FlatFunction;

/// The derivative of a loss of the last place by the first and by the parameters of a field, through explicit
/// Runge-Kutta steps: exact for the discrete motion, with `sqrt(n)` places kept for n steps.
///
/// `kbar_i = h b_i xbar + h sum_(j > i) a_ji xbar_j`, `xbar_j = (df/dx)' kbar_j`. Griewank and Walther, Evaluating
/// Derivatives (2008), chapter 12. Steps of an adaptive method are those it took, held fixed.
///
/// @param <P> parameters: any tree of tensors
public final class FieldAdjoint<S, P> {
    private record Ask<S, P>(Tensor t, S x, P parameters, S bar) {}

    private record Point<S, P>(S x, P parameters) {}

    private final Tableau tableau;
    private final P parameters;
    private final Function<S, double[]> sizes;
    private final Bound<S, Made<S, P>> made;
    private final Doors<S> losses = new Doors<>();

    private record Made<S, P>(Rate<S> rate, FlatFunction<Ask<S, P>, Point<S, P>> pull) {}

    /// @param sizes of the steps from a start
    FieldAdjoint(Tableau tableau, Function<P, Field<S>> law, P parameters, Function<S, double[]> sizes) {
        this.tableau = tableau;
        this.parameters = parameters;
        this.sizes = sizes;
        this.made = new Bound<>(start -> new Made<>(
                law.apply(parameters).flat(start),
                FlatFunction.of(
                        ask -> Calculus.<Point<S, P>>grad(at -> along(
                                        ask.bar(), law.apply(at.parameters()).at(ask.t(), at.x())))
                                .apply(new Point<>(ask.x(), ask.parameters())),
                        new Ask<>(Tensor.of(0), start, parameters, start))));
    }

    private static <S> Tensor along(S bar, S velocity) {
        Tensor sum = Tensor.of(0);
        for (Tensor leaf : Tree.of(Tree.zip(bar, velocity, Tensor::times)).leaves()) {
            sum = sum.plus(leaf.sum());
        }
        return sum;
    }

    /// The sizes of the steps that an adaptive flow takes to a time.
    ///
    /// @throws Misuse if the motion ends before
    static <S> double[] taken(Flow<S, Moving> adaptive, S start, double time) {
        Flow<S, Moving> ending = adaptive.until(time);
        double[] sizes = new double[64];
        int n = 0;
        Moving now = ending.begin(start, Key.of(0));
        while (now.clock()[Moving.TIME] < time) {
            now = ending.step(now, Key.of(0));
            Ending end = ending.ending(now, n);
            if (end != null) {
                throw new Misuse("a motion that ends at " + now.clock()[Moving.TIME], "time " + time, end.message());
            }
            sizes = n == sizes.length ? Arrays.copyOf(sizes, 2 * n) : sizes;
            sizes[n++] = now.clock()[Moving.TIME] - now.clock()[Moving.FROM];
        }
        return Arrays.copyOf(sizes, n);
    }

    /// The loss at the end, and its derivatives by the start and by the parameters.
    public record Gradient<S, P>(double loss, S last, S byStart, P byParameters) {}

    /// @param loss of the last place
    /// @throws Misuse if an adaptive motion ends before its time
    public Gradient<S, P> of(Energy<S> loss, S start) {
        double[] sizes = this.sizes.apply(start);
        Sweep sweep = new Sweep(start);
        int n = sizes.length;
        int segment = (int) Math.ceil(Math.sqrt(Math.max(n, 1)));
        double[][] kept = new double[n / segment + 1][];
        double[] times = new double[n + 1];
        double[] x = sweep.coordinates.flat(start);
        for (int i = 0; i < n; i++) {
            if (i % segment == 0) {
                kept[i / segment] = x.clone();
            }
            times[i + 1] = times[i] + sizes[i];
            sweep.step(times[i], sizes[i], x);
        }
        S last = sweep.coordinates.tree(x);
        Flat<S> door = losses.of(loss, last);
        double[] bar = new double[x.length];
        double value = door.at(x, bar);
        double[][] places = new double[segment][];
        for (int from = n == 0 ? -1 : (n - 1) / segment * segment; from >= 0; from -= segment) {
            int to = Math.min(n, from + segment);
            double[] place = kept[from / segment];
            for (int i = from; i < to; i++) {
                places[i - from] = place.clone();
                sweep.step(times[i], sizes[i], place);
            }
            for (int i = to - 1; i >= from; i--) {
                sweep.back(times[i], sizes[i], places[i - from], bar);
            }
        }
        Coordinates<P> by = Coordinates.of(parameters);
        return new Gradient<>(value, last, sweep.coordinates.tree(bar), by.tree(sweep.byParameters));
    }

    /// One step forwards, one step back.
    private final class Sweep {
        private final Rate<S> rate;
        private final Coordinates<S> coordinates;
        private final FlatFunction<Ask<S, P>, Point<S, P>> pull;
        private final double[] parameter;
        private final double[] byParameters;
        private final double[][] k;
        private final double[][] places;
        private final double[][] bars;
        private final double[] work;
        private final double[] by;

        Sweep(S start) {
            Made<S, P> doors = made.at(start);
            this.rate = doors.rate;
            this.pull = doors.pull;
            this.coordinates = Coordinates.of(start);
            Coordinates<P> given = Coordinates.of(parameters);
            this.parameter = given.flat(parameters);
            this.byParameters = new double[given.size()];
            this.by = new double[given.size()];
            int n = coordinates.size();
            int s = tableau.weights().length;
            this.k = new double[s][n];
            this.places = new double[s][n];
            this.bars = new double[s][n];
            this.work = new double[n];
        }

        private void stages(double t, double h, double[] x) {
            for (int i = 0; i < k.length; i++) {
                Tableau.sum(x, h, tableau.stages()[i], k, places[i]);
                rate.at(t + tableau.nodes()[i] * h, places[i], k[i]);
            }
        }

        void step(double t, double h, double[] x) {
            stages(t, h, x);
            Tableau.sum(x, h, tableau.weights(), k, work);
            System.arraycopy(work, 0, x, 0, x.length);
        }

        void back(double t, double h, double[] x, double[] bar) {
            stages(t, h, x);
            int n = x.length;
            for (int i = k.length - 1; i >= 0; i--) {
                double[] kBar = work;
                for (int d = 0; d < n; d++) {
                    double sum = tableau.weights()[i] * bar[d];
                    for (int j = i + 1; j < k.length; j++) {
                        double[] row = tableau.stages()[j];
                        sum += i < row.length ? row[i] * bars[j][d] : 0;
                    }
                    kBar[d] = h * sum;
                }
                pull.call(new double[][] {{t + tableau.nodes()[i] * h}, places[i], parameter, kBar}, new double[][] {
                    bars[i], by
                });
                for (int c = 0; c < by.length; c++) {
                    byParameters[c] += by[c];
                }
            }
            for (double[] stage : bars) {
                for (int d = 0; d < n; d++) {
                    bar[d] += stage[d];
                }
            }
        }
    }
}
