package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.formula.Formula;
import thalweg.formula.Plan;
import thalweg.room.mechanics.action.ActionPath;
import thalweg.study.Axis;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// The motion between two places in a given time, on which the action `S = integral (x'^2 / 2 - V(x)) dt` is
/// stationary,
/// with its Morse index. Hamilton (1834); Morse (1934); Marsden and West, Acta Numerica 10 (2001) 357.
@Experiment.Named(
        value = "find motion",
        says = "Finds the motion between two places in a given time by making the action stationary.",
        examples = {
            "find motion --potential -cos(q) --from 1 --to -0.5 --time 3",
            "find motion --potential q^2/2 --from 0 --to 1 --time 10 --steps 100"
        })
public record FindMotion(
        @Knob("the potential as a formula of the coordinates, unit mass; or pendulum, oscillator, kepler")
        String potential,

        @Knob("coordinates in the order of the ends; those of the formula, by the alphabet, if left out")
        List<String> coordinates,

        @Knob("where it starts, a number a coordinate") List<Double> from,

        @Knob("where it ends, a number a coordinate") List<Double> to,

        @Knob(value = "how long it lasts", min = 1e-9, max = 1e9)
        double time,

        @Knob(value = "steps of time", min = 2, max = 1_000_000)
        int steps,

        @Knob(value = "how far the first guess bends from the straight line", min = -1e6, max = 1e6)
        double bend)
        implements Experiment {
    /// A pendulum from 1 to -0.5 in a time of 3.
    public FindMotion() {
        this("pendulum", List.of(), List.of(1.0), List.of(-0.5), 3, 200, 0);
    }

    private String formula() {
        return switch (potential.toLowerCase(Locale.ROOT)) {
            case "pendulum" -> "-cos(q)";
            case "oscillator" -> "q^2/2";
            case "kepler" -> "-1/sqrt(x^2+y^2)";
            default -> potential;
        };
    }

    private List<String> names() {
        return coordinates.isEmpty() ? List.copyOf(Formula.parse(formula()).names()) : coordinates;
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        try {
            List<String> names = names();
            new Written(formula(), names);
            if (from.size() != names.size() || to.size() != names.size()) {
                problems.add(new Problem(
                        from.size() != names.size() ? "from" : "to",
                        from.size() + " and " + to.size() + " numbers for the ends",
                        names.size() + " each, one for " + String.join(", ", names),
                        "correct --from and --to"));
            }
        } catch (Misuse e) {
            problems.add(Problem.of("potential", e));
        }
        return problems;
    }

    /// A potential written as a formula, its derivatives made by rule.
    private static final class Written implements ActionPath.Potential {
        private final Plan plan;
        private final int size;

        Written(String text, List<String> names) {
            Formula formula = Formula.parse(text);
            List<Formula> all = new ArrayList<>(List.of(formula));
            names.forEach(name -> all.add(formula.derivative(name)));
            for (String first : names) {
                names.forEach(second -> all.add(formula.derivative(first).derivative(second)));
            }
            this.size = names.size();
            this.plan = Plan.of(all, names, List.of());
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public double at(double[] x, double[] slope, double[] curvature) {
            double[][] columns = new double[size][1];
            for (int a = 0; a < size; a++) {
                columns[a][0] = x[a];
            }
            double[][] results = new double[1 + size + size * size][1];
            plan.on(columns, 1, new double[0], results);
            for (int a = 0; a < size; a++) {
                slope[a] = results[1 + a][0];
            }
            for (int i = 0; i < size * size; i++) {
                curvature[i] = results[1 + size + i][0];
            }
            return results[0][0];
        }
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        List<String> names = names();
        int d = names.size();
        double[] guess = new double[(steps + 1) * d];
        for (int k = 0; k <= steps; k++) {
            double share = (double) k / steps;
            for (int c = 0; c < d; c++) {
                guess[k * d + c] = from.get(c) + share * (to.get(c) - from.get(c)) + 4 * bend * share * (1 - share);
            }
        }
        ActionPath path = ActionPath.of(new Written(formula(), names), guess, time, steps);
        boolean found = path.residual() < 1e-9;
        Report.Draft draft = lab.report(this);
        draft.text("verdict", verdict(path, found));
        draft.number("action", path.action());
        draft.number("index", path.index());
        draft.number("residual", path.residual());
        draft.number("Newton steps", path.iterations());
        double h = time / steps;
        for (int c = 0; c < d; c++) {
            draft.number("start velocity " + names.get(c), (path.x()[d + c] - path.x()[c]) / h);
        }
        draft.add(conjugate(path)).add(table(path, names)).add(picture(path, guess, names));
        if (Math.abs(nearest(path) - time) < 2 * h) {
            draft.warn("The end is within two steps of a conjugate time: the motion there is hardly one of its own.");
        }
        return draft.ended(
                found
                        ? new Ending.Converged("stationary after " + path.iterations() + " steps of Newton")
                        : new Ending.Exhausted(
                                "no stationary path was found from this guess: try --bend, or more --steps", true));
    }

    private static double nearest(ActionPath path) {
        return path.conjugate().length == 0 ? Double.NaN : path.conjugate()[path.conjugate().length - 1];
    }

    private String verdict(ActionPath path, boolean found) {
        if (!found) {
            return "No stationary path was found: the Euler-Lagrange equations are off by "
                    + Rounding.number(path.residual(), 3) + ".";
        }
        return "The action is stationary, S = " + Rounding.number(path.action(), 10) + ", and "
                + (path.index() == 0
                        ? "least among paths near by (index 0)."
                        : "not least: " + path.index() + " direction" + (path.index() == 1 ? " lowers" : "s lower")
                                + " it, for " + path.index() + " conjugate point"
                                + (path.index() == 1 ? " was" : "s were")
                                + " passed.");
    }

    private static Figure.Table conjugate(ActionPath path) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (double t : path.conjugate()) {
            rows.add(List.of(rows.size() + 1L, t));
        }
        return Figure.Table.of("conjugate points", List.of("index", "time"), rows);
    }

    private Figure.Table table(ActionPath path, List<String> names) {
        List<String> headings = new ArrayList<>(List.of("time"));
        headings.addAll(names);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int d = names.size();
        for (int k = 0; k <= steps; k++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(time * k / steps);
            for (int c = 0; c < d; c++) {
                row.add(path.x()[k * d + c]);
            }
            rows.add(row);
        }
        return Figure.Table.of("path", headings, rows);
    }

    private Figure.Picture picture(ActionPath path, double[] guess, List<String> names) {
        int d = names.size();
        double[] t = new double[steps + 1];
        Arrays.setAll(t, k -> time * k / steps);
        List<Layer> layers = new ArrayList<>();
        Layer.Ink[] inks = {Layer.Ink.MODEL, Layer.Ink.SECOND, Layer.Ink.THIRD, Layer.Ink.FOURTH};
        for (int c = 0; c < Math.min(4, d); c++) {
            int column = c;
            double[] first = new double[steps + 1];
            double[] last = new double[steps + 1];
            Arrays.setAll(first, k -> guess[k * d + column]);
            Arrays.setAll(last, k -> path.x()[k * d + column]);
            layers.add(new Layer.Line(c == 0 ? "first guess" : "", Layer.Ink.REFERENCE, t, first));
            layers.add(new Layer.Line(names.get(c), inks[c], t, last));
        }
        return new Figure.Picture(
                "motion",
                "The motion between the ends",
                "The path on which the action is stationary, and the straight line from which Newton began.",
                Axis.linear("time", ""),
                Axis.linear("place", ""),
                layers);
    }
}
