package thalweg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
    private final Card card = Card.of(Trial.class);

    private Trial bind(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putIfAbsent("target", "y");
        return (Trial) card.bind(all);
    }

    @Test
    void listsEveryKnobWithItsPath() {
        assertThat(card.verb()).isEqualTo("try");
        assertThat(card.noun()).isEqualTo("knobs");
        assertThat(card.settings())
                .extracting(Setting::path)
                .containsExactly(
                        "data",
                        "target",
                        "size",
                        "share",
                        "robust",
                        "colour",
                        "inputs",
                        "sigma",
                        "mover",
                        "mover.step",
                        "mover.height",
                        "mover.far",
                        "limits.low",
                        "limits.high");
        assertThat(card.settings().get(9).when()).containsExactly("walker");
        assertThat(card.settings().get(5).choices()).containsExactly("red", "dark-blue");
    }

    @Test
    void textsAndPlainValuesBindAlike() {
        Trial fromText = bind(Map.of(
                "size",
                "4",
                "share",
                "1e-3",
                "robust",
                "yes",
                "colour",
                "dark-blue",
                "inputs",
                "a, b",
                "sigma",
                "a=ea,b=eb",
                "mover",
                Map.of("kind", "jumper", "height", "7"),
                "limits",
                Map.of("low", "-1")));
        Trial fromPlain = bind(Map.of(
                "size",
                4L,
                "share",
                1e-3,
                "robust",
                true,
                "colour",
                "dark-blue",
                "inputs",
                List.of("a", "b"),
                "sigma",
                Map.of("a", "ea", "b", "eb"),
                "mover",
                Map.of("kind", "jumper", "height", 7L),
                "limits",
                Map.of("low", -1L)));
        assertThat(fromText).isEqualTo(fromPlain);
        assertThat(fromText.mover()).isEqualTo(new Trial.Mover.Jumper(7, false));
        assertThat(fromText.limits()).isEqualTo(new Trial.Limits(-1, 1));
        assertThat(bind(Map.of("sigma", "auto")).sigma()).isEqualTo(Map.of("*", "auto"));
    }

    @Test
    void valuesBindBackToTheSameExperiment() {
        Trial trial = bind(Map.of("mover", "jumper", "sigma", "auto", "share", 0.1));
        assertThat(card.bind(card.values(trial, true))).isEqualTo(trial);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size   | eleven | a whole number",
                "size   | 1.5    | a whole number",
                "size   | 11     | a number from 1 to 10",
                "share  | -1     | at least 0",
                "share  | NaN    | at least 0",
                "share  | 1d     | a number",
                "robust | maybe  | true or false",
                "colour | rde    | did you mean red?",
                "mover  | walkr  | did you mean walker?",
                "sigma  | a=,b=2 | NAME=VALUE",
                "sise   | 3      | did you mean size?",
                "limits | 3      | its own knobs",
            })
    void refusesWithAReason(String knob, String value, String reason) {
        Refused refused = catchThrowableOfType(Refused.class, () -> bind(Map.of(knob, value)));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().getFirst().knob()).isEqualTo(knob);
        assertThat(refused.problems().getFirst().toString()).contains(reason);
    }

    @Test
    void listsAllProblemsAtOnce() {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> card.bind(Map.of("size", "x", "share", "-1", "limits", Map.of("low", 2), "nonsense", 1)));
        assertThat(refused.problems())
                .extracting(Problem::knob)
                .containsExactlyInAnyOrder("nonsense", "size", "share", "limits", "target");
    }
}
