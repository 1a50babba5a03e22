package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.COUNT;
import static thalweg.flow.motion.Moving.FROM;
import static thalweg.flow.motion.Moving.MET;
import static thalweg.flow.motion.Moving.REASON;
import static thalweg.flow.motion.Moving.STEP;
import static thalweg.flow.motion.Moving.TIME;
import static thalweg.flow.motion.Moving.VALID;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Rate;

/// Steps as long as a tolerance allows, with dense output, events and a last step that ends on time.
///
/// Control of the step as in Hairer, Nørsett and Wanner, Solving ODEs I (1993), II.4: factors 0.9 and 0.2 .. 10.
public final class AdaptiveFlow<S> implements Flow<S, Moving> {
    private static final double UNDERFLOW = 1;
    private static final double ENDED = 2;

    /// Where nothing moves steps grow without end; beyond this they would overflow.
    private static final double LONGEST = 1e300;

    private final DormandPrince method;
    private final Pair pair;
    private final Field<S> field;
    private final Promise promise;
    private final List<Event> events;
    private final double end;
    private final Bound<S, Rate<S>> bound;

    AdaptiveFlow(DormandPrince method, Field<S> field, Promise promise, List<Event> events, double end) {
        this.method = method;
        this.pair = method.pair();
        this.field = field;
        this.promise = promise;
        this.events = List.copyOf(events);
        this.end = end;
        this.bound = new Bound<>(field::flat);
    }

    /// The same flow, ending a step at every zero of an event.
    public AdaptiveFlow<S> meeting(Event... others) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(List.of(others));
        return new AdaptiveFlow<>(method, field, promise, all, end);
    }

    @Override
    public Flow<S, Moving> until(double time) {
        return new AdaptiveFlow<>(method, field, promise, events, Math.min(end, time));
    }

    @Override
    public Moving begin(S at, Key key) {
        double[] x = bound.at(at).coordinates().flat(at);
        int n = x.length;
        double[] clock = new double[CLOCK];
        clock[MET] = -1;
        return new Moving(x, new double[0], new double[0], new double[n], new double[pair.arrays() + 2][n], clock);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Rate<S> rate = bound.get();
        double[] clock = now.clock();
        double[][] k = now.stages();
        double[] x = now.x();
        double[] next = k[pair.arrays()];
        double t = clock[TIME];
        if (clock[VALID] == 0) {
            rate.at(t, x, k[0]);
            clock[STEP] = first(rate, now);
            clock[COUNT] += 2;
        } else {
            System.arraycopy(k[pair.last()], 0, k[0], 0, x.length);
        }
        boolean refused = false;
        while (true) {
            double h = clock[STEP];
            double least = 16 * Math.ulp(t);
            if (!(h >= least)) {
                clock[REASON] = UNDERFLOW;
                return now;
            }
            h = end - (t + h) < least ? end - t : h;
            pair.attempt(rate, t, h, x, k, next);
            clock[COUNT] += pair.last();
            double error = judge(h, x, next, k, now.work());
            if (error <= 1) {
                double factor = error == 0 ? 10 : Math.min(10, 0.9 * StrictMath.pow(error, -1.0 / pair.power()));
                clock[STEP] = Math.min(LONGEST, h * (refused ? Math.min(1, factor) : factor));
                finish(now, t, events.isEmpty() ? h : meet(rate, now, t, h));
                return now;
            }
            refused = true;
            double factor = error < Double.POSITIVE_INFINITY ? 0.9 * StrictMath.pow(error, -1.0 / pair.power()) : 0;
            clock[STEP] = h * Math.max(0.2, factor);
        }
    }

    private double judge(double h, double[] x, double[] next, double[][] k, double[] scale) {
        for (int i = 0; i < x.length; i++) {
            scale[i] = method.absolute() + method.relative() * Math.max(Math.abs(x[i]), Math.abs(next[i]));
        }
        return pair.error(h, k, scale);
    }

    private void finish(Moving now, double t, double h) {
        double[] next = now.stages()[pair.arrays()];
        System.arraycopy(now.x(), 0, now.stages()[pair.arrays() + 1], 0, next.length);
        System.arraycopy(next, 0, now.x(), 0, next.length);
        double[] clock = now.clock();
        clock[FROM] = t;
        clock[TIME] = Math.abs(end - (t + h)) < 16 * Math.ulp(t) ? end : t + h;
        clock[VALID] = 1;
    }

    /// Shortens the step to the first zero in it.
    ///
    /// @return the length of the step that stands in the slopes
    private double meet(Rate<S> rate, Moving now, double t, double h) {
        double[] x = now.x();
        double[][] k = now.stages();
        double[] next = k[pair.arrays()];
        double[] between = k[pair.arrays() + 1];
        double[] clock = now.clock();
        int met = (int) clock[MET];
        clock[MET] = -1;
        double first = 2;
        boolean prepared = false;
        for (int e = 0; e < events.size(); e++) {
            Event event = events.get(e);
            double from = e == met ? 1e-3 : 0;
            if (from > 0 && !prepared) {
                pair.prepare(rate, t, h, x, k, between);
                prepared = true;
            }
            if (!event.crosses(
                    value(event, from, t, h, now, between), event.crossing().at(t + h, next))) {
                continue;
            }
            if (!prepared) {
                pair.prepare(rate, t, h, x, k, between);
                prepared = true;
            }
            double theta = zero(event, from, t, h, now, between);
            if (theta < first) {
                first = theta;
                clock[MET] = e;
            }
        }
        if (clock[MET] < 0) {
            return h;
        }
        Event event = events.get((int) clock[MET]);
        if (event.ends()) {
            clock[REASON] = ENDED;
        }
        return refine(event, rate, now, t, first * h);
    }

    /// The step itself of a length at which the event is zero, by secants from the polynomial's zero.
    private double refine(Event event, Rate<S> rate, Moving now, double t, double guess) {
        double[] next = now.stages()[pair.arrays()];
        double h = guess;
        double slope = 0;
        double before = 0;
        double last = 0;
        for (int i = 0; i < 4; i++) {
            pair.attempt(rate, t, h, now.x(), now.stages(), next);
            now.clock()[COUNT] += pair.last();
            double value = event.crossing().at(t + h, next);
            if (i > 0 && h != last) {
                slope = (value - before) / (h - last);
            } else {
                double ahead = 1e-6 * h;
                Tableau.sum(next, ahead, new double[] {1}, new double[][] {now.stages()[pair.last()]}, now.work());
                slope = (event.crossing().at(t + h + ahead, now.work()) - value) / ahead;
            }
            double move = slope == 0 ? 0 : -value / slope;
            if (Math.abs(move) <= 4 * Math.ulp(t + h) || Math.abs(move) > 0.1 * h || value == 0) {
                break;
            }
            before = value;
            last = h;
            h += move;
            if (i == 3) {
                pair.attempt(rate, t, h, now.x(), now.stages(), next);
                now.clock()[COUNT] += pair.last();
            }
        }
        return h;
    }

    private double value(Event event, double theta, double t, double h, Moving now, double[] between) {
        if (theta == 0) {
            return event.crossing().at(t, now.x());
        }
        pair.between(theta, h, now.x(), now.stages()[pair.arrays()], now.stages(), between);
        return event.crossing().at(t + theta * h, between);
    }

    /// The zero of an event on the polynomial, by halving.
    private double zero(Event event, double from, double t, double h, Moving now, double[] between) {
        double low = from;
        double high = 1;
        double left = value(event, low, t, h, now, between);
        for (int i = 0; i < 52; i++) {
            double middle = 0.5 * (low + high);
            double value = value(event, middle, t, h, now, between);
            if (value < 0 == left < 0 && value != 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// The places at ascending times, read from the polynomial of each step.
    ///
    /// @throws Misuse if times do not ascend from 0, or the motion ends before the last
    public List<S> at(S start, double... times) {
        Moving now = begin(start, Key.of(0));
        Rate<S> rate = bound.get();
        double[] clock = now.clock();
        double[] old = now.stages()[pair.arrays() + 1];
        double[] between = new double[now.x().length];
        List<S> places = new ArrayList<>();
        double before = 0;
        for (double time : times) {
            if (!(time >= before)) {
                throw new Misuse("time " + time + " after " + before, "ascending times from 0 on", "sort them");
            }
            before = time;
            boolean stepped = false;
            while (clock[TIME] < time) {
                now = step(now, Key.of(0));
                stepped = true;
                Ending ending = ending(now, 0);
                if (ending != null && clock[TIME] < time) {
                    throw new Misuse("a motion that ends at " + clock[TIME], "time " + time, ending.message());
                }
            }
            double from = clock[FROM];
            double h = clock[TIME] - from;
            if (stepped) {
                pair.prepare(rate, from, h, old, now.stages(), between);
            }
            if (time == clock[TIME]) {
                places.add(place(now));
            } else {
                pair.between((time - from) / h, h, old, now.x(), now.stages(), between);
                places.add(rate.coordinates().tree(between));
            }
        }
        return places;
    }

    /// Hairer's first guess: a hundredth of `|x| / |f|`, then by the change of the slope.
    private double first(Rate<S> rate, Moving now) {
        double[] x = now.x();
        double[] f = now.stages()[0];
        double[] ahead = now.stages()[1];
        double[] scale = now.work();
        double size = 0;
        double speed = 0;
        for (int i = 0; i < x.length; i++) {
            scale[i] = method.absolute() + method.relative() * Math.abs(x[i]);
            size += x[i] / scale[i] * (x[i] / scale[i]);
            speed += f[i] / scale[i] * (f[i] / scale[i]);
        }
        size = Math.sqrt(size / x.length);
        speed = Math.sqrt(speed / x.length);
        double h = size < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * size / speed;
        h = Math.min(h, end - now.clock()[TIME]);
        double[] place = now.stages()[pair.arrays()];
        for (int i = 0; i < x.length; i++) {
            place[i] = x[i] + h * f[i];
        }
        rate.at(now.clock()[TIME] + h, place, ahead);
        double bend = 0;
        for (int i = 0; i < x.length; i++) {
            double change = (ahead[i] - f[i]) / scale[i];
            bend += change * change;
        }
        double largest = Math.max(speed, Math.sqrt(bend / x.length) / h);
        double second =
                largest <= 1e-15 ? Math.max(1e-6, h * 1e-3) : StrictMath.pow(0.01 / largest, 1.0 / pair.power());
        return Math.min(Math.min(100 * h, second), end - now.clock()[TIME]);
    }

    @Override
    public S place(Moving now) {
        return bound.get().coordinates().tree(now.x());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return promise;
    }

    @Override
    public double time(Moving now) {
        return now.clock()[TIME];
    }

    @Override
    public @Nullable Ending ending(Moving now, long step) {
        double[] clock = now.clock();
        if (clock[REASON] == UNDERFLOW) {
            String message = "the step fell below rounding at time " + clock[TIME]
                    + ": the motion is singular there, or stiff: try Radau";
            return new Ending.Diverged(message, step, "step size");
        }
        if (clock[REASON] == ENDED) {
            return new Ending.Converged(events.get((int) clock[MET]).name() + " met at time " + clock[TIME]);
        }
        return Sound.ending(now.x(), bound.coordinates(), "", step);
    }
}
