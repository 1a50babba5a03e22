package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Series;

class SimulatePlanetsTest {
    private static Report discovered(Report sky, Map<String, String> sigma) {
        Data table = Data.of(Series.dataset(sky.table("planets")));
        return new DiscoverLaw(table, "period", List.of(), sigma, Map.of(), Constants.ANY).run(Lab.quiet());
    }

    /// Newton's exponent is found again; the stated errors explain the data, as often as a test at 1 % lets them.
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void keplersLawIsFoundAgain(long seed) {
        Report sky = new SimulatePlanets(8, 0.01).run(Lab.quiet().seed(seed));
        Figure.Quantity plain = discovered(sky, Map.of()).number("exponent axis");
        assertThat(plain.value()).isCloseTo(1.5, within(4 * plain.error()));
        Report weighted = discovered(sky, Map.of("*", "auto"));
        Figure.Quantity exponent = weighted.number("exponent axis");
        assertThat(exponent.value()).isCloseTo(1.5, within(3.5 * exponent.error()));
        assertThat(exponent.error()).isLessThan(0.01);
        assertThat(weighted.text("verdict")).contains("consistent").doesNotContain("not a power law");
        assertThat(weighted.warnings()).isEmpty();
    }

    @Test
    void writesWhatAnAstronomerWouldAndKeepsTheTruthApart() {
        Report sky = new SimulatePlanets(8, 0.01).run(Lab.quiet());
        assertThat(sky.table("planets").rows()).hasSize(8);
        assertThat(sky.table("planets").columns().stream().map(h -> h.name() + " " + h.unit()))
                .containsExactly("planet ", "axis au", "axis_error au", "period d", "period_error d");
        assertThat(sky.table("truth").columns().stream().map(Figure.Heading::name))
                .contains("mass");
        assertThat(sky.text("verdict")).contains("series/planets.csv", "discover law");
        assertThat(ReportJson.text(sky))
                .isEqualTo(ReportJson.text(new SimulatePlanets(8, 0.01).run(Lab.quiet())))
                .isNotEqualTo(ReportJson.text(
                        new SimulatePlanets(8, 0.01).run(Lab.quiet().seed(1))));
    }

    @Test
    void withoutNoiseTheMassesRemain() {
        Report sky = Card.of(SimulatePlanets.class)
                .bind(Map.of("bodies", 30, "noise", 0, "heaviest", 0.01))
                .run(Lab.quiet());
        Report law = discovered(sky, Map.of());
        assertThat(law.number("exponent axis").value()).isCloseTo(1.5, within(0.01));
        assertThat(law.number("scatter").value()).isBetween(1e-5, 5e-3);
        assertThat(sky.warnings()).singleElement().asString().contains("--sigma");
    }

    @Test
    void manyPlanetsAreThinnedInThePicture() {
        Report sky = new SimulatePlanets(5000, 0.1).run(Lab.quiet());
        assertThat(sky.table("planets").rows()).hasSize(5000);
        assertThat(sky.picture("plot").caption()).contains("of 5000 planets are shown");
    }

    @Test
    void refusesSkiesThatCannotBe() {
        assertThatThrownBy(() -> Card.of(SimulatePlanets.class).bind(Map.of("nearest", 3, "farthest", 2)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the smaller number first");
        assertThatThrownBy(() -> Card.of(SimulatePlanets.class).bind(Map.of("bodies", 0, "noise", 2)))
                .satisfies(e -> assertThat(((Refused) e).problems()).hasSize(2));
        assertThat(List.of(new SimulatePlanets())).allMatch(s -> s.bodies() == 8);
    }
}
