package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.room.mechanics.orbit.Follow;
import thalweg.room.mechanics.orbit.Motion;
import thalweg.room.mechanics.orbit.OrderTrial;
import thalweg.room.mechanics.orbit.Outcome;
import thalweg.room.mechanics.orbit.Pace;
import thalweg.room.mechanics.orbit.Subject;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is asked when an orbit is to be followed: which motion from which start, by which steps, for how long.
final class OrbitQuestion {
    private final FollowOrbit asked;
    private final Lab lab;

    OrbitQuestion(FollowOrbit asked, Lab lab) {
        this.asked = asked;
        this.lab = lab;
    }

    /// Every problem, as far as the ones before it let it be seen.
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Motion motion = motion(problems);
        positive("step", asked.step(), problems);
        positive("time", asked.time(), problems);
        positive("turns", asked.turns(), problems);
        if (asked.record() != null && asked.record() < 1) {
            problems.add(new Problem("record", "every " + asked.record() + " steps", "1 or more", "leave it out"));
        }
        if (asked.time() != null && asked.turns() != null) {
            problems.add(new Problem("turns", "a time and turns", "one of them", "leave --turns or --time out"));
        }
        if (motion != null && problems.isEmpty()) {
            problems.addAll(pace(motion).problems());
        }
        return problems;
    }

    private @Nullable Motion motion(List<Problem> problems) {
        Subject subject = new Subject(asked.system(), asked.hamiltonian(), asked.pairs(), asked.constants());
        List<Problem> own = subject.problems();
        if (!own.isEmpty()) {
            problems.addAll(own);
            return null;
        }
        try {
            double[] start = subject.start(asked.start(), asked.from(), asked.row(), lab);
            return subject.motion(start);
        } catch (Misuse e) {
            problems.add(Problem.of(asked.from() == null ? "start" : "from", e));
            return null;
        }
    }

    private static void positive(String knob, @Nullable Double value, List<Problem> problems) {
        if (value != null && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            problems.add(new Problem(
                    knob, thalweg.study.Rounding.number(value), "a positive number", "correct it, or leave it out"));
        }
    }

    private Pace pace(Motion motion) {
        return new Pace(
                motion,
                asked.by(),
                asked.step(),
                asked.tolerance(),
                asked.time(),
                asked.turns(),
                asked.record(),
                asked.budget());
    }

    /// Follows the orbit; the question has no problems.
    Outcome answer() {
        Motion motion = java.util.Objects.requireNonNull(motion(new ArrayList<>()));
        Pace pace = pace(motion);
        Follow follow = pace.follow();
        OrderTrial order = asked.order() ? OrderTrial.of(motion, follow.by(), pace.trial(), pace.scale(), lab) : null;
        return Outcome.of(follow, follow.run(lab), pace, order);
    }
}
