package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.Problem;

/// How a motion is to be followed: by which method, in which steps, for how long; what the user left open is chosen
/// after a look ahead.
public final class Pace {
    private static final long RECORDS = 20_000;
    private static final long MOST_RECORDS = 5_000_000;
    private static final int TURNS = 10;
    private static final double MOST_CHOSEN = 2e7;

    private final Motion motion;
    private final Method by;
    private final @Nullable Double step;
    private final double tolerance;
    private final @Nullable Double time;
    private final @Nullable Double turns;
    private final @Nullable Long record;
    private final long budget;
    private @Nullable Pilot pilot;

    public Pace(
            Motion motion,
            Method by,
            @Nullable Double step,
            double tolerance,
            @Nullable Double time,
            @Nullable Double turns,
            @Nullable Long record,
            long budget) {
        this.motion = motion;
        this.by = by == Method.AUTO ? fitting(motion.law()) : by;
        this.step = step;
        this.tolerance = tolerance;
        this.time = time;
        this.turns = turns;
        this.record = record;
        this.budget = budget;
    }

    private static Method fitting(Law law) {
        return switch (law) {
            case Law.Parts _ -> Method.KAHAN_LI8;
            case Law.Whole _ -> Method.GAUSS6;
            case Law.Driven _ -> Method.DP8;
        };
    }

    private Pilot pilot() {
        Pilot now = pilot;
        if (now == null) {
            now = Pilot.of(motion, time == null ? Double.POSITIVE_INFINITY : time);
            pilot = now;
        }
        return now;
    }

    /// The time of return, NaN where the orbit is not seen to close.
    public double period() {
        return Double.isNaN(motion.period()) ? pilot().period() : motion.period();
    }

    /// The first time of return as it was seen, NaN if it was not.
    double seen() {
        return pilot().period();
    }

    /// A step at which a method of order 8 is exact to 1e-14.
    public double scale() {
        return pilot().least(end());
    }

    /// A time at which an order can be measured: not a whole turn, after which leading errors may cancel.
    public double trial() {
        double longest = Double.isNaN(period()) ? 200 * pilot().mean(end()) : 0.8 * period();
        return Math.min(end(), Math.min(longest, 2000 * scale()));
    }

    /// What stands against it.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (by.kind() == Method.Kind.SPLITTING && !motion.separable()) {
            boolean energy = motion.law() instanceof Law.Whole;
            problems.add(new Problem(
                    "by",
                    by.title() + " for "
                            + (energy ? "an energy that is no sum T(p) + V(q)" : "a motion in a turning frame"),
                    energy
                            ? "a method for any energy: midpoint, gauss4, gauss6, or dp8"
                            : "a method for any motion: dp8, dp5, gauss6, rk4, radau",
                    energy ? "take --by gauss6, which is symplectic for any energy" : "take --by dp8"));
        }
        if (step != null && by.adaptive()) {
            problems.add(new Problem(
                    "step",
                    "a step for " + by.title() + ", which chooses its own",
                    "a tolerance, or a method of fixed steps",
                    "give --tolerance instead, or --by gauss6"));
        }
        if (by == Method.RADAU && motion.law() instanceof Law.Driven) {
            return problems;
        }
        if (problems.isEmpty() && turns != null && Double.isNaN(period())) {
            problems.add(new Problem(
                    "turns",
                    "turns of an orbit that is not seen to close within time " + OrbitEnd.number(pilot().reached()),
                    "an orbit that returns to its start",
                    "give --time instead"));
        }
        if (problems.isEmpty() && step != null && end() / step > budget) {
            problems.add(new Problem(
                    "step",
                    OrbitEnd.number(end() / step) + " steps of " + OrbitEnd.number(step) + " to time "
                            + OrbitEnd.number(end()),
                    "at most " + budget,
                    "take larger steps, a shorter time, or a larger --budget"));
        }
        if (problems.isEmpty() && record != null && !by.adaptive() && end() / step() / record > MOST_RECORDS) {
            problems.add(new Problem(
                    "record",
                    OrbitEnd.number(end() / step() / record) + " records",
                    "at most " + MOST_RECORDS,
                    "record fewer steps, or leave --record out"));
        }
        return problems;
    }

    /// All that is needed to follow the motion.
    public Follow follow() {
        double end = end();
        double period = period();
        double whole = Math.floor(end / period + 1e-9) * period;
        double closing = whole > 0 ? Math.min(whole, end) : Double.NaN;
        double h = by.adaptive() ? Double.NaN : step();
        double count = end / (by.adaptive() ? pilot().mean(end) : h);
        long every = record != null ? record : prime((long) Math.ceil(count / RECORDS));
        return new Follow(motion, by, h, by.adaptive() ? tolerance : Double.NaN, end, closing, every, budget);
    }

    private double end() {
        if (time != null) {
            return time;
        }
        if (turns != null) {
            return turns * period();
        }
        if (!Double.isNaN(motion.span())) {
            return motion.span();
        }
        return Double.isNaN(period()) ? round(0.25 * pilot().reached()) : TURNS * period();
    }

    /// The step as asked for, or one that fits the method's order and divides the time of a turn.
    private double step() {
        if (step != null) {
            return step;
        }
        double factor = switch (by.order()) {
            case 8 -> 0.8;
            case 6, 5 -> 0.4;
            case 4 -> 0.2;
            default -> 0.05;
        };
        double wanted = Math.max(factor * scale(), end() / Math.min(MOST_CHOSEN, (double) budget));
        double span = Double.isNaN(period()) ? end() : Math.min(period(), end());
        return span / Math.ceil(span / wanted);
    }

    /// 1, 2 or 5 times a power of ten below a number.
    private static double round(double value) {
        double power = 1;
        while (power > value) {
            power /= 10;
        }
        while (10 * power <= value) {
            power *= 10;
        }
        return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
    }

    /// A stride that shares no factor with the steps of a turn, so that records meet every phase.
    private static long prime(long least) {
        long n = Math.max(1, least);
        while (n > 3) {
            boolean prime = true;
            for (long d = 2; d * d <= n && prime; d++) {
                prime = n % d != 0;
            }
            if (prime) {
                return n;
            }
            n++;
        }
        return n;
    }
}
