package thalweg.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.workbench.guest.SpinWheel;

class ReportTextTest {
    private static final Screen PLAIN = new Screen(80, false, false, false);

    private static String text(Screen screen, Figure... figures) {
        Report run = new SpinWheel().run(Lab.quiet());
        Report report = new Report(run.experiment(), 0, run.ending(), List.of(figures), List.of(), List.of());
        return String.join("\n", ReportText.lines(report, screen));
    }

    /// 612 of three digits is above 354: one digit (Particle Data Group).
    @Test
    void numbersAreCutWhereTheirErrorsAre() {
        Figure.Quantity exponent =
                Figure.Quantity.of("exponent axis", 1.49986623313, 0.0000611637).against(1.5, "Kepler 1619");
        assertThat(text(PLAIN, exponent))
                .isEqualTo("exponent axis  1.49987 +- 0.00006 (standard)  1.5 is 2.2 sigma away (Kepler 1619)");
        Figure.Quantity other = new Figure.Quantity(
                "T", 2.3, 0.2, "95 %", "K", new Figure.Reference(2.269185314213022, "Onsager 1944"));
        assertThat(text(PLAIN, other)).isEqualTo("T  2.30 +- 0.20 K (95 %)  2.26919 differs by 0.031 (Onsager 1944)");
        assertThat(text(PLAIN, Figure.Quantity.of("gap", Double.NaN).in("eV"))).isEqualTo("gap  nan eV");
    }

    @Test
    void theVerdictComesFirstInBold() {
        Screen color = new Screen(80, true, true, false);
        String text = text(color, Figure.Quantity.of("a", 1), new Figure.Text("verdict", "it is so"));
        assertThat(text).startsWith("\u001b[1mit is so\u001b[0m\n\n\u001b[90ma\u001b[0m  1");
    }

    @Test
    void aLongTableIsCutAndSaysSo() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 0; i < 40; i++) {
            rows.add(List.of((Object) i, i / 3.0, i % 2 == 0));
        }
        String text = text(PLAIN, Figure.Table.of("thirds", List.of("n", "third [m]", "even"), rows));
        assertThat(text.lines()).hasSize(15).contains("   1   0.333333  false", "  28 more rows in the report");
        assertThat(text).contains("   n  third [m]   even");
    }

    @Test
    void namesFromOutsideStayText() {
        String bad = "\u001b[2J\u001b[31mmass";
        String text = text(
                PLAIN,
                new Figure.Text("verdict", bad),
                Figure.Quantity.of(bad, 1).in(bad).against(1, bad),
                new Figure.Formula(bad, bad, "", "", "", List.of()),
                Figure.Table.of(bad, List.of(bad), List.of(List.of((Object) bad))),
                new Figure.Text(bad, bad));
        assertThat(text).doesNotContain("\u001b").contains("\\x1b[2J\\x1b[31mmass");
    }
}
