package thalweg.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.study.Axis;
import thalweg.study.Card;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Trial;

class ReportJsonTest {
    static Report sample() {
        double[] x = {1, 10, 100};
        return Lab.quiet()
                .seed(-7)
                .report(new Trial())
                .add(Figure.Quantity.of("size", 1.5, 1e-4).in("m/s").against(1.5, "Kepler 1619"))
                .add(Figure.Quantity.of("lost", Double.NaN))
                .add(new Figure.Table(
                        "laws",
                        List.of(new Figure.Heading("formula", ""), new Figure.Heading("p", "")),
                        List.of(Arrays.asList("x < \"y\" & z", Double.POSITIVE_INFINITY), Arrays.asList(null, 3L))))
                .add(new Figure.Formula(
                        "law", "y = 2 x", "y = 2x", "2*x", "2 * x", List.of(Figure.Quantity.of("k", 2, 0.1))))
                .add(new Figure.Picture(
                        "plot",
                        "A <plot>",
                        "caption",
                        Axis.log("x", "m"),
                        Axis.linear("y", ""),
                        List.of(
                                new Layer.Points("data", Layer.Ink.DATA, x, x, new double[0], new double[] {1, 1, 1}),
                                new Layer.Line("law", Layer.Ink.MODEL, x, new double[] {1, Double.NaN, 3}))))
                .text("verdict", "Found.")
                .warn("Mind the gap.")
                .ended(new Ending.Exhausted("budget used", true));
    }

    @Test
    void readsBackWhatItWrote() {
        Report report = sample();
        String text = ReportJson.text(report);
        Report back = ReportReader.read(text, Path.of("."), plain -> {
            plain.remove("name");
            plain.put("target", "y");
            return Card.of(Trial.class).bind(plain);
        });
        assertThat(back.ending()).isEqualTo(report.ending());
        assertThat(back.number("size")).isEqualTo(report.number("size"));
        assertThat(back.number("lost").value()).isNaN();
        assertThat(back.table("laws")).isEqualTo(report.table("laws"));
        assertThat(back.formula("law")).isEqualTo(report.formula("law"));
        assertThat(back.seed()).isEqualTo(-7);
        assertThat(back.warnings()).containsExactly("Mind the gap.");
    }

    @Test
    void numbersJsonCannotHoldAreNamedBesideTheirPlace() {
        String text = ReportJson.text(sample());
        assertThat(text).contains("\"rows/0/1\" : \"inf\"").contains("\"value\" : \"nan\"");
        assertThat(text).contains("\"layers/1/y/1\" : \"nan\"").contains("\"seed\" : \"-7\"");
    }

    @Test
    void doublesReadBackToTheSameBits() {
        for (double value :
                new double[] {0.1, 1.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 1e22, 123456789.125}) {
            Object back = Objects.requireNonNull(Json.read(Json.text(value), "test"));
            assertThat(Double.doubleToRawLongBits((Double) back)).isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void brokenJsonIsNamedByLine() {
        assertThatThrownBy(() -> Json.object("{\"a\": 1,\n \"b\" 2}", "x.json"))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("x.json, line 2");
        assertThatThrownBy(() -> Json.object("[1]", "x.json")).hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> Json.object("", "x.json")).hasMessageContaining("empty");
        assertThatThrownBy(() -> Json.object("{\"a\":1,\"a\":2}", "x.json")).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Json.read("[".repeat(100) + "]".repeat(100), "x.json"))
                .isInstanceOf(Misuse.class);
    }

    @Test
    void pagesAndPicturesCarryNoMarkupFromOutside() {
        String html = Page.html(sample());
        assertThat(html).contains("A &lt;plot&gt;").doesNotContain("<plot>").doesNotContain("<script");
        assertThat(html).contains("Mind the gap.").contains("thalweg try knobs").contains("--seed -7");
        assertThat(Svg.file(sample().picture("plot")))
                .contains("<title>A &lt;plot&gt;</title>")
                .doesNotContain("style=\"");
    }

    @Test
    void schemaNamesEveryKnob() {
        Map<String, ?> schema = Schema.of(Card.of(Trial.class));
        String text = Json.text(schema);
        assertThat(text)
                .contains("\"mover\"")
                .contains("\"dark-blue\"")
                .contains("\"walker\"")
                .contains("\"low\"");
    }
}
