package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.Catalog;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Setting;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Schema;

/// The first example of every experiment runs; what was asked and what was found keep to the published schemas.
class SchemaLawTest {
    private static final URI REPORT = URI.create("thalweg:report");
    private static final URI ASKED = URI.create("thalweg:experiment");

    static Stream<Card> cards() {
        return Catalog.experiments().stream()
                .map(type -> Card.of(type))
                .filter(card -> card.type().getPackageName().startsWith("thalweg.room."));
    }

    private static Experiment first(Card card) {
        Shell shell = new Shell(System.out, System.err, Path.of(".."), Map.of(), false, false);
        List<String> words = Line.words(card.examples().getFirst());
        KnobReader read = new KnobReader(card, shell, true).read(words.subList(2, words.size()));
        Map<String, String> texts = new LinkedHashMap<>(read.texts());
        card.settings().stream().map(Setting::path).forEach(knob -> {
            if (knob.equals("epochs") || knob.equals("bootstrap")) {
                texts.put(knob, "2");
            }
        });
        return card.bind(new Knobs(card).layTexts(texts, "flag").nested());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void reportsAndExperimentsKeepToTheirSchemas(Card card) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(REPORT, Schema.report());
        validator.registerSchema(ASKED, Json.text(Schema.of(card)));
        Experiment asked = first(card);
        Report report = asked.run(Lab.quiet());
        assertThat(validator.validate(REPORT, ReportJson.text(report)).getErrors())
                .as("report of " + card.name())
                .isEmpty();
        assertThat(validator
                        .validate(ASKED, Json.text(ReportJson.experiment(report.experiment(), true)))
                        .getErrors())
                .as("experiment.json of " + card.name())
                .isEmpty();
    }
}
