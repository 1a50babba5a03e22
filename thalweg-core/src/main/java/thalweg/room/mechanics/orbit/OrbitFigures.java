package thalweg.room.mechanics.orbit;

import static thalweg.room.mechanics.orbit.OrbitEnd.count;
import static thalweg.room.mechanics.orbit.OrbitEnd.number;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.study.Figure;
import thalweg.study.Report;

/// The figures of an orbit: its verdict, numbers, table and pictures.
public record OrbitFigures(Outcome outcome) {
    private static final int ROWS = 1000;

    /// Writes them, and ends the report.
    public Report write(Report.Draft draft) {
        Ending ending = new OrbitEnd(outcome).ending();
        draft.text("verdict", verdict(ending));
        warn(draft);
        Errors energy = outcome.energy();
        draft.number("energy", energy.first());
        draft.number("energy error", energy.largest());
        draft.number("energy drift", energy.drift(outcome.track().times()));
        for (Errors other : outcome.others()) {
            draft.number(other.name() + " error", other.largest());
        }
        period(draft);
        OrderTrial order = outcome.order();
        if (order != null) {
            draft.add(Figure.Quantity.of("order", order.order().order())
                    .against(outcome.follow().by().order(), "nominal"));
        }
        draft.number("steps", (double) outcome.track().steps());
        draft.add(table());
        OrbitPictures pictures = new OrbitPictures(outcome);
        pictures.all().forEach(draft::add);
        return draft.ended(ending);
    }

    private void period(Report.Draft draft) {
        Motion motion = outcome.follow().motion();
        if (!Double.isNaN(outcome.period())) {
            double seen = Double.isNaN(outcome.seen()) ? outcome.period() : outcome.seen();
            Figure.Quantity period = Figure.Quantity.of("period", seen);
            draft.add(Double.isNaN(motion.period()) ? period : period.against(motion.period(), motion.source()));
        }
        if (outcome.turns() > 0) {
            draft.number("return error", outcome.returned());
        }
    }

    private String verdict(Ending ending) {
        Follow follow = outcome.follow();
        Motion motion = follow.motion();
        String start = "from " + state(motion);
        String how = follow.by().title()
                + (follow.by().adaptive()
                        ? " at a tolerance of " + number(follow.tolerance())
                        : " with a step of " + number(follow.step()));
        String first = motion.name() + " " + start + " followed to time "
                + number(outcome.track().reached()) + " by " + how + ": ";
        if (!(ending instanceof Ending.Converged)) {
            return first + ending.message() + ".";
        }
        String kept = "its energy stays within " + number2(outcome.energy().largest())
                + (outcome.energy().scale() == Math.abs(outcome.energy().first())
                        ? " of its value of " + number(outcome.energy().first())
                        : " of the range of its kinetic part");
        String closed = outcome.turns() == 0
                ? ""
                : ", and after " + count(outcome.turns(), "turn") + " it is back within " + number2(outcome.returned());
        return first + kept + closed + ".";
    }

    private static String number2(double value) {
        return thalweg.study.Rounding.number(value, 2);
    }

    private static String state(Motion motion) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < motion.start().length; i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(motion.names().get(i))
                    .append(" = ")
                    .append(number(motion.start()[i]));
        }
        return words.toString();
    }

    private void warn(Report.Draft draft) {
        Follow follow = outcome.follow();
        double error = outcome.energy().largest();
        double drift = Math.abs(outcome.energy().drift(outcome.track().times()));
        if (error > 1e-3 && error <= 1) {
            draft.warn("The energy strays by " + number2(error)
                    + " of itself: a smaller step or a method of higher order follows this motion better.");
        }
        boolean geometric = follow.by().kind() == Method.Kind.SPLITTING
                || follow.by() == Method.MIDPOINT
                || follow.by() == Method.GAUSS4
                || follow.by() == Method.GAUSS6;
        if (!geometric && drift > 0.5 * error && error > 1e-9) {
            draft.warn(follow.by().title() + " keeps no energy: its error grows with time (" + number2(drift)
                    + " by now). A symplectic method keeps it within bounds.");
        }
    }

    private Figure.Table table() {
        Track track = outcome.track();
        Motion motion = outcome.follow().motion();
        List<String> headings = new ArrayList<>();
        headings.add("time");
        headings.addAll(motion.names());
        headings.add("energy");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int stride = (track.count() + ROWS - 1) / ROWS;
        for (int i = 0; i < track.count(); i += stride) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(track.times()[i]);
            for (double v : track.states()[i]) {
                row.add(v);
            }
            row.add(motion.energy().at(track.states()[i]));
            rows.add(row);
        }
        return Figure.Table.of("states", headings, rows);
    }
}
