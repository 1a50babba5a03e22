package thalweg.room.mechanics.orbit;

import thalweg.flow.Ending;
import thalweg.landscape.Coordinates;
import thalweg.study.Rounding;

/// How an orbit ended, in words of mechanics: a collision, an escape, a stiff motion, a step too large.
record OrbitEnd(Outcome outcome) {
    private static final double FAR = 1e6;

    Ending ending() {
        Ending ending = outcome.track().ending();
        return switch (ending) {
            case Ending.Converged _ -> lost();
            case Ending.Exhausted exhausted -> exhausted(exhausted);
            case Ending.Diverged diverged -> diverged(diverged);
            case Ending.Stopped stopped -> stopped;
        };
    }

    private String when() {
        return "time " + number(outcome.track().reached());
    }

    /// The time was reached; but an energy off by more than itself is of another orbit.
    private Ending lost() {
        Errors energy = outcome.energy();
        int at = energy.passes(1);
        Follow follow = outcome.follow();
        if (at < 0) {
            String turns = outcome.turns() == 0 ? "" : " after " + count(outcome.turns(), "turn");
            return new Ending.Converged(when() + " reached" + turns);
        }
        double time = outcome.track().times()[at];
        boolean sudden = outcome.track().times()[energy.passes(1e-2)] > 0.9 * time;
        String why = sudden
                ? "a collision or a close approach, which steps of " + number(follow.step()) + " jump over: "
                : "the error of " + follow.by().title() + " has grown to the size of the energy itself: ";
        String advice = follow.by().adaptive()
                ? "take a smaller tolerance"
                : sudden ? "take --by dp8, which shortens its steps" : "take a smaller step or a symplectic method";
        return new Ending.Diverged(
                "the energy is lost at time " + number(time) + ", " + why + advice,
                at * outcome.track().every(),
                "energy");
    }

    private Ending exhausted(Ending.Exhausted plain) {
        Follow follow = outcome.follow();
        String advice = follow.by() == Method.RADAU
                ? "allow more by --budget, or a larger tolerance"
                : "the motion is stiff or its span long: take --by radau, or allow more by --budget";
        return new Ending.Exhausted(
                "the budget of " + follow.budget() + " steps is used up at " + when() + " of " + number(follow.end())
                        + ": " + advice,
                plain.missed());
    }

    private Ending diverged(Ending.Diverged plain) {
        Motion motion = outcome.follow().motion();
        double[] last = outcome.track().last();
        double size = Math.max(1, motion.distance(motion.start(), new double[last.length]));
        double far = 0;
        double fast = 0;
        for (int i = 0; i < last.length; i++) {
            double v = Math.abs(last[i]);
            far = i < motion.half() ? Math.max(far, v) : far;
            fast = i < motion.half() ? fast : Math.max(fast, v);
        }
        String where = name(plain.where());
        if (plain.where().equals("step size")) {
            String message = far > FAR * size
                    ? "the motion leaves every bound at " + when() + ": it escapes in a finite time"
                    : fast > 1e3 * size
                            ? "a collision at " + when() + ": the speed passes every bound at " + place(last)
                            : "the step fell below rounding at " + when() + ": the law is singular at " + place(last);
            return new Ending.Diverged(message, plain.step(), where);
        }
        if (plain.where().equals("stages")) {
            return plain;
        }
        String message = where + " is no number after step " + plain.step() + ", near time "
                + number(plain.step() * outcome.follow().step()) + ": a collision or an escape, or a step of "
                + number(outcome.follow().step()) + " that is too large; try a smaller one, or --by dp8";
        return new Ending.Diverged(message, plain.step(), where);
    }

    /// The user's name of a coordinate that a flow calls `place[0]`.
    private String name(String where) {
        Motion motion = outcome.follow().motion();
        Coordinates<?> coordinates = motion.law().rate(motion.start()).coordinates();
        for (int i = 0; i < motion.names().size(); i++) {
            if (coordinates.name(i).equals(where)) {
                return motion.names().get(i);
            }
        }
        return where;
    }

    private String place(double[] state) {
        Motion motion = outcome.follow().motion();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < motion.half(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(motion.names().get(i))
                    .append(" = ")
                    .append(number(state[i]));
        }
        return words.toString();
    }

    static String number(double value) {
        return Rounding.number(value, 6);
    }

    static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
