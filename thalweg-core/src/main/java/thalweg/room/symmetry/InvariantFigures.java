package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.symmetry.InvariantQuestion.Answer;
import thalweg.room.symmetry.invariant.Drift;
import thalweg.room.symmetry.invariant.Found;
import thalweg.room.symmetry.invariant.Independence;
import thalweg.room.symmetry.invariant.Law;
import thalweg.room.symmetry.invariant.Snapped;
import thalweg.room.symmetry.library.Feature;
import thalweg.study.Figure;
import thalweg.study.Report;

/// Writes what was found conserved into a report.
final class InvariantFigures {
    private static final List<String> HEADINGS =
            List.of("law", "formula", "rho_train", "rho_heldout", "p", "stable", "verdict");
    private static final int LONGEST = 8;

    private final Answer answer;
    private final Report.Draft draft;
    private final InvariantVerdict verdict;

    InvariantFigures(Answer answer, Report.Draft draft) {
        this.answer = answer;
        this.draft = draft;
        this.verdict = new InvariantVerdict(answer);
    }

    /// A ratio as the rms change over the deviation, for events; two rows a group make the change `sqrt 2` times the
    /// deviation within.
    private double scaled(double ratio) {
        return answer.reading().event() ? Math.sqrt(2) * ratio : ratio;
    }

    Report write() {
        answer.reading().warnings().forEach(draft::warn);
        Found found = answer.found();
        if (found == null) {
            draft.text("verdict", verdict.tooFew());
            draft.number("linear laws", 0).number("independent laws", 0);
            draft.number(answer.reading().event() ? "events needed" : "trajectories needed", (double) answer.needed());
            draft.add(Figure.Table.of("laws", HEADINGS, List.of()));
            return draft.ended(new Ending.Converged("undecided: too little data"));
        }
        boolean undecided = found.everything();
        boolean approaches = InvariantVerdict.approaches(found);
        List<Law> laws = undecided || approaches ? List.of() : found.laws();
        List<String> names = names(laws);
        int independent = Independence.of(laws, answer.groups());
        draft.text("verdict", verdict.text(found, laws, names, independent));
        draft.number("linear laws", laws.isEmpty() ? 0 : found.linear()).number("independent laws", independent);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            rows.add(row(names.get(i), laws.get(i), "law"));
        }
        draft.add(Figure.Table.of("laws", HEADINGS, rows));
        for (int i = 0; i < laws.size(); i++) {
            draft.add(formula(names.get(i), laws.get(i)));
        }
        draft.add(coefficients(laws, names));
        InvariantPictures pictures = new InvariantPictures(answer, found, laws, names);
        draft.add(pictures.spectrum(answer.reading().event() ? Math.sqrt(2) : 1));
        pictures.along().forEach(draft::add);
        draft.add(candidates(found, undecided || approaches ? found.laws() : List.of(), approaches));
        draft.add(spectrum(found));
        if (!laws.isEmpty()) {
            new HandedOn(answer, laws, names).write(draft);
        }
        draft.number("terms", (double) answer.features().size());
        draft.number("groups", (double) answer.groups().count());
        int next = found.linear();
        draft.number(
                "next ratio",
                next < found.directions() ? scaled(found.spectrum().heldOut()[next]) : Double.NaN);
        return draft.ended(new Ending.Converged("judged " + answer.features().size() + " terms on "
                + answer.groups().count() + (answer.reading().event() ? " events" : " trajectories")));
    }

    static List<String> names(List<Law> laws) {
        List<String> names = new ArrayList<>();
        for (Law law : laws) {
            String name = LawName.of(law, names.size() + 1);
            names.add(names.contains(name) ? name + " " + (names.size() + 1) : name);
        }
        return names;
    }

    private List<@Nullable Object> row(String name, Law law, String verdict) {
        return Arrays.asList(
                name, text(law), scaled(law.train()), scaled(law.heldOut()), law.p(), law.stable(), verdict);
    }

    /// The formula; of a long one the largest terms.
    private static String text(Law law) {
        double[] rounded = Snapped.rounded(law);
        if (rounded.length <= LONGEST) {
            return law.formula(rounded).text();
        }
        double[] size = Arrays.stream(rounded).map(Math::abs).sorted().toArray();
        double least = size[size.length - LONGEST];
        double[] largest =
                Arrays.stream(rounded).map(c -> Math.abs(c) >= least ? c : 0).toArray();
        return law.formula(largest).text() + " + " + (rounded.length - LONGEST) + " more terms";
    }

    private static Figure.Formula formula(String name, Law law) {
        var formula = law.formula(Snapped.rounded(law));
        List<Figure.Quantity> constants = new ArrayList<>();
        for (int i = 0; i < law.coefficients().length; i++) {
            constants.add(Figure.Quantity.of(law.terms().get(i).text(), law.coefficients()[i], law.errors()[i]));
        }
        return new Figure.Formula(
                "law " + name, formula.text(), formula.latex(), formula.sympy(), formula.java(), constants);
    }

    private static Figure.Table coefficients(List<Law> laws, List<String> names) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            Law law = laws.get(i);
            double[] snapped = Snapped.of(law);
            for (int c = 0; c < law.coefficients().length; c++) {
                rows.add(Arrays.asList(
                        names.get(i),
                        law.terms().get(c).text(),
                        law.coefficients()[c],
                        law.errors()[c],
                        snapped == null ? null : (Object) snapped[c]));
            }
        }
        return Figure.Table.of(
                "coefficients", List.of("law", "term", "coefficient", "standard error", "snapped"), rows);
    }

    private Figure.Table candidates(Found found, List<Law> demoted, boolean approaches) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> names = names(demoted);
        for (int i = 0; i < demoted.size(); i++) {
            rows.add(with(
                    row(names.get(i), demoted.get(i), approaches ? "approximate in this library" : "undecided"), null));
        }
        for (Law product : found.products()) {
            rows.add(with(row("product", product, "dependent"), null));
        }
        for (Law law : found.rejected()) {
            double lifetime = Drift.of(InvariantPictures.values(law, answer.groups()), answer.groups())
                    .lifetime();
            String word = law.heldOut() < 0.3 && !Double.isNaN(lifetime)
                    ? "approximate"
                    : law.p() >= 0.01
                            ? "by chance"
                            : law.excess() <= 2 && !law.stable() ? "not stable" : "not conserved";
            rows.add(with(row("candidate", law, word), Double.isNaN(lifetime) ? null : (Object) lifetime));
        }
        for (Feature trivial : found.trivial()) {
            rows.add(Arrays.asList("trivial", trivial.text(), 0.0, 0.0, null, null, "trivial", null));
        }
        List<String> headings = new ArrayList<>(HEADINGS);
        headings.add("lifetime");
        return Figure.Table.of("candidates", headings, rows);
    }

    private static List<@Nullable Object> with(List<@Nullable Object> row, @Nullable Object more) {
        List<@Nullable Object> longer = new ArrayList<>(row);
        longer.add(more);
        return longer;
    }

    private Figure.Table spectrum(Found found) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Found.Ratios ratios = found.spectrum();
        for (int j = 0; j < ratios.train().length; j++) {
            boolean banded = j < ratios.band().length;
            rows.add(Arrays.asList(
                    (double) (j + 1),
                    scaled(ratios.train()[j]),
                    scaled(ratios.heldOut()[j]),
                    Double.isFinite(ratios.excess()[j]) ? (Object) ratios.excess()[j] : null,
                    banded ? (Object) scaled(ratios.band()[j][0]) : null,
                    banded ? (Object) scaled(ratios.band()[j][1]) : null));
        }
        return Figure.Table.of(
                "spectrum", List.of("direction", "rho_train", "rho_heldout", "excess", "95 % low", "95 % high"), rows);
    }
}
