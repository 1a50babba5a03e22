package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.Catalog;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.study.Setting;

/// What every experiment of the catalog owes the doors.
class CardLawTest {
    static Stream<Card> cards() {
        return Catalog.experiments().stream().map(type -> Card.of(type));
    }

    @Test
    void namesAreTheirOwn() {
        List<String> names = cards().map(Card::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+ [a-z-]+"));
        assertThat(cards().map(Card::verb)).doesNotContainAnyElementsOf(Commands.WORDS);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void knobsAreExplainedAndTakeNoNameOfOurs(Card card) {
        List<String> ours = new ArrayList<>(List.of("name", "seed", "version", "kind"));
        Arrays.stream(Flag.values()).map(Flag::word).forEach(ours::add);
        assertThat(card.settings().stream().map(Setting::path)).doesNotContainAnyElementsOf(ours);
        assertThat(card.settings().stream().filter(Setting::positional)).hasSizeLessThanOrEqualTo(1);
        assertThat(card.settings())
                .allSatisfy(setting -> assertThat(setting.help())
                        .as(card.name() + " --" + setting.path())
                        .doesNotEndWith("."));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void examplesCanBeTyped(Card card) {
        Shell shell = new Shell(System.out, System.err, Path.of("/"), java.util.Map.of(), false, false);
        assertThat(card.examples()).as("examples of " + card.name()).isNotEmpty();
        for (String example : card.examples()) {
            FlagReader flags = new FlagReader(shell, Line.words(example).toArray(String[]::new));
            assertThat(flags.problems()).isEmpty();
            assertThat(String.join(" ", flags.rest().subList(0, 2))).isEqualTo(card.name());
            KnobReader knobs = new KnobReader(card, shell, true)
                    .read(flags.rest().subList(2, flags.rest().size()));
            assertThat(knobs.problems()).as(example).isEmpty();
            Experiment asked =
                    card.bind(new Knobs(card).layTexts(knobs.texts(), "flag").nested());
            assertThat(asked).isNotNull();
        }
    }
}
