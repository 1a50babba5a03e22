package thalweg.room.symmetry;

import java.util.List;
import thalweg.room.symmetry.InvariantQuestion.Answer;
import thalweg.room.symmetry.invariant.Found;
import thalweg.room.symmetry.invariant.Law;
import thalweg.room.symmetry.library.Feature;
import thalweg.study.Rounding;

/// What the data say, in sentences.
final class InvariantVerdict {
    private static final double FALL = 3;

    private final Answer answer;

    InvariantVerdict(Answer answer) {
        this.answer = answer;
    }

    private String groups(int n) {
        String one = answer.reading().event() ? "event" : answer.groups().single() ? "trajectory" : "group";
        return n + " " + (n == 1 ? one : one.equals("trajectory") ? "trajectories" : one + "s");
    }

    /// Why nothing was searched.
    String tooFew() {
        int count = answer.groups().count();
        if (count >= answer.needed()) {
            return "undecided: no feature varies within a " + (answer.reading().event() ? "n event" : "trajectory")
                    + ", so these data cannot tell a law from a constant.";
        }
        String needed = answer.reading().event()
                ? answer.needed() + " events needed for " + terms() + " with half held out, " + count + " found."
                : groups(answer.needed()) + " needed, half of them to judge, " + count + " found.";
        String more = answer.reading().event()
                ? ""
                : count == 1
                        ? " On one trajectory a law is a constant like any other: what differs between trajectories is"
                                + " not seen."
                        : "";
        return "undecided: " + needed + more;
    }

    private String terms() {
        int n = answer.features().size();
        return n + (n == 1 ? " term" : " terms");
    }

    /// Whether the ratio falls with each higher degree without end: the library only comes near a law.
    static boolean approaches(Found found) {
        int falls = 0;
        for (int i = 1; i < found.best().size(); i++) {
            double now = found.best().get(i);
            if (now < 0.1 && now > 1e-8 && found.best().get(i - 1) > FALL * now) {
                falls++;
            }
        }
        double least = found.best().getLast();
        return falls >= 2 && found.spectrum().excess()[0] > 2 && least > 1e-8;
    }

    String text(Found found, List<Law> laws, List<String> names, int independent) {
        if (found.everything()) {
            return "undecided: every one of the " + found.directions()
                    + " combinations that vary seems conserved, so these"
                    + " data cannot tell"
                    + (answer.reading().event()
                            ? "; use unequal masses (bodies of equal mass merely swap their velocities)."
                            : "; nothing varies within a trajectory beyond its errors.");
        }
        if (sameOrbit(found) && laws.isEmpty()) {
            return "undecided: nothing varies between trajectories, so a law cannot be told from a constant; use"
                    + " trajectories from different starts.";
        }
        StringBuilder text = new StringBuilder();
        if (approaches(found)) {
            text.append("approximate in this library: the ratio falls with each higher degree (")
                    .append(String.join(
                            ", ",
                            found.best().stream()
                                    .map(b -> Rounding.number(b, 2))
                                    .toList()))
                    .append(") as it does for a series of a law that the library does not hold; try cos, sin, log or")
                    .append(" reciprocal-distance.");
        } else if (laws.isEmpty()) {
            text.append("nothing in this library is conserved: the best combination varies within ")
                    .append(answer.reading().event() ? "events" : "trajectories")
                    .append(" by ")
                    .append(percent(found.spectrum().heldOut()[0]))
                    .append(" of what it varies in all, on ")
                    .append(groups(answer.groups().count() / 2))
                    .append(" held out.");
        } else {
            text.append(laws.size() == 1 ? "one law: " : laws.size() + " laws: ");
            for (int i = 0; i < laws.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(names.get(i));
            }
            text.append("; they vary within ")
                    .append(answer.reading().event() ? "events" : "trajectories")
                    .append(" by at most ")
                    .append(percent(
                            laws.stream().mapToDouble(Law::heldOut).max().orElse(0)))
                    .append(" of what they vary in all.");
            if (independent < laws.size()) {
                text.append(" Functionally independent are ")
                        .append(independent)
                        .append(".");
            }
        }
        return text + notes(found, laws);
    }

    /// Whether what is smallest of all is small in all, not only within: no law shows, and features depend on each
    /// other.
    private boolean sameOrbit(Found found) {
        return !answer.reading().event()
                && found.dropped() > 0
                && java.util.Arrays.stream(found.spectrum().heldOut()).min().orElse(1) > 0.9;
    }

    private String notes(Found found, List<Law> laws) {
        StringBuilder text = new StringBuilder();
        if (!found.alike().isEmpty()) {
            text.append(" On these data some features are multiples of others and cannot be told from them: ")
                    .append(list(found.alike()))
                    .append(answer.reading().event() ? " (the mass is the same in every row)." : ".");
        }
        if (!found.trivial().isEmpty()) {
            text.append(" Cannot change and so are no discovery: ")
                    .append(list(found.trivial()))
                    .append(".");
        }
        if (!found.constant().isEmpty()) {
            text.append(" The same in all rows and left out: ")
                    .append(list(found.constant()))
                    .append(".");
        }
        int learn = (answer.groups().count() + 1) / 2;
        if (!answer.reading().event() && found.linear() >= learn - 1 && !laws.isEmpty()) {
            text.append(" ")
                    .append(groups(answer.groups().count()))
                    .append(" cannot show more laws than these; more trajectories may.");
        }
        if (answer.reading().event() && answer.reading().mass().isEmpty()) {
            text.append(" Masses are not known, so only sums of powers of the velocity were tried; momentum and energy"
                    + " cannot be judged without them.");
        }
        return text.toString();
    }

    private static String list(List<Feature> features) {
        String some =
                String.join(", ", features.stream().limit(8).map(Feature::text).toList());
        return features.size() > 8 ? some + " and " + (features.size() - 8) + " more" : some;
    }

    private static String percent(double ratio) {
        return Rounding.number(100 * ratio, 2) + " %";
    }
}
