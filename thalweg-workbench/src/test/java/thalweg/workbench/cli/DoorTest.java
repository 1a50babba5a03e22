package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.Json;
import thalweg.workbench.guest.WeighCart;

/// The one rule: every door is a view of card and report. The experiments here live only in the tests.
class DoorTest {
    @TempDir
    Path folder;

    @BeforeEach
    void table() {
        Typed.put(folder, WeighCart.table());
    }

    private Typed type(String line) {
        return Typed.in(folder, line.split(" ", -1));
    }

    @Test
    void helpAndListShowWhatTheCardSays() {
        assertThat(type("list").out()).contains("weigh cart").contains("The mean of a column of a table");
        assertThat(type("help").out())
                .contains("weigh cart")
                .contains("runs open RUN")
                .contains("--seconds S");
        assertThat(Typed.in(folder).out()).isEqualTo(type("help").out());
        assertThat(type("help weigh").out())
                .contains("weigh cart", "weigh moon")
                .doesNotContain("spin wheel");
        String help = type("help weigh cart").out();
        assertThat(help)
                .contains("thalweg weigh cart FILE [--knob value ...]", "--scale.reach NUMBER", "with jump")
                .contains("from 0 to 0.4; default 0", "the column to weigh; required", "left-pan, right-pan");
        assertThat(type("weigh cart --help").out()).isEqualTo(help);
        assertThat(type("weigh cart carts.csv -h").out()).isEqualTo(help);
        assertThat(type("list --json").out()).contains("\"name\" : \"weigh moon\"");
    }

    @Test
    void aRunPrintsTheVerdictFirstAndTheFolderLast() {
        Typed typed = type("weigh cart carts.csv --target mass");
        assertThat(typed.exit()).isZero();
        List<String> lines = typed.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("the cart weighs 12 kg");
        assertThat(typed.out()).contains("mass   12.3 +- 0.9 kg (standard)  12 is 0.38 sigma away (the brass plate)");
        assertThat(lines.getLast()).isEqualTo("runs/1/report.html");
        assertThat(typed.error())
                .isEqualTo("read carts.csv: 3 rows, 4 columns: name, mass [kg], height, height_error\n");
        assertThat(typed.run().resolve("report.html")).isNotEmptyFile();
        assertThat(typed.run().resolve("figures/plot.svg")).isNotEmptyFile();
        assertThat(typed.run().resolve("lock")).doesNotExist();
    }

    @Test
    void jsonIsTheReportAndNothingElse() throws IOException {
        Typed typed = type("weigh cart carts.csv --target mass --json --quiet");
        assertThat(typed.error()).isEmpty();
        assertThat(typed.out()).isEqualTo(Files.readString(typed.run().resolve("report.json")));
        assertThat(typed.json().get("seed")).isEqualTo("0");
    }

    @Test
    void lineFileAndRunFolderGiveEqualReports() {
        Typed.put(folder, Map.of("a.json", """
            {"name": "weigh cart", "data": "carts.csv", "target": "mass", "trim": 0.1, "seed": "-7",
             "scale": {"kind": "jump", "reach": 2}, "note": {"motto": "steady"}}
            """));
        String line = type("weigh cart carts.csv --target=mass --trim 0.1 --seed -7 --scale jump --reach 2"
                        + " --note.motto steady --json")
                .out();
        assertThat(type("run a.json --json").out()).isEqualTo(line);
        assertThat(type("run runs/1/experiment.json --json").out()).isEqualTo(line);
        assertThat(type("run runs/1/experiment.json --json --seed 8").out()).isNotEqualTo(line);
        assertThat(type("runs show 1 --json").out()).isEqualTo(line);
        assertThat(type("--json weigh --threads 2 cart --target mass --scale jump --scale.reach 2 carts.csv"
                                + " --motto steady --trim=0.1 --seed=-7")
                        .out())
                .isEqualTo(line);
    }

    @Test
    void aLineChangesWhatAFileSays() {
        Typed.put(folder, Map.of("a.json", """
            {"name": "weigh cart", "data": {"file": "carts.csv"}, "target": "height",
             "weights": {"mass": "2"}, "scale": {"kind": "jump", "reach": 2}}
            """));
        Typed typed = type("run a.json --scale swing --depth 5 --weights 3 --json");
        Map<?, ?> experiment = map(typed.json().get("experiment"));
        assertThat(map(experiment.get("scale"))).isEqualTo(Map.of("kind", "swing", "damping", 0.1, "depth", 5L));
        assertThat(map(experiment.get("weights"))).isEqualTo(Map.of("*", "3"));
        assertThat(experiment.get("target")).isEqualTo("height");
        assertThat(map(map(type("run a.json --reach 4 --json").json().get("experiment"))
                        .get("scale")))
                .isEqualTo(Map.of("kind", "jump", "reach", 4.0));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Test
    void aPathInAFileMayBeginBesideIt() throws IOException {
        Files.createDirectory(folder.resolve("deep"));
        Files.move(folder.resolve("carts.csv"), folder.resolve("deep/carts.csv"));
        Typed.put(
                folder.resolve("deep"),
                Map.of("a.json", "{\"name\": \"weigh cart\", \"data\": \"carts.csv\", \"target\": \"mass\"}"));
        assertThat(type("run deep/a.json").exit()).isZero();
    }

    @Test
    void flagBeforeEnvironmentBeforeFileBeforeDefault() {
        Typed.put(folder, Map.of("thalweg.json", """
            {"seed": 3, "threads": 2, "quiet": true, "out": "there", "weigh cart": {"target": "mass", "trim": 0.2}}
            """));
        Map<String, String> environment = Map.of("THALWEG_SEED", "4", "THALWEG_OUT", "here");
        Typed typed = Typed.in(folder, environment, "weigh", "cart", "carts.csv", "--trim", "0.3", "--out", "runs");
        assertThat(typed.error()).isEmpty();
        RunFolder run = typed.runs().getFirst();
        assertThat(run.asked().get("seed")).isEqualTo("4");
        assertThat(run.asked().get("trim")).isEqualTo(0.3);
        assertThat(run.asked().get("target")).isEqualTo("mass");
        Map<?, ?> origins = map(run.facts().get("origins"));
        assertThat(origins.get("seed")).isEqualTo("environment");
        assertThat(origins.get("out")).isEqualTo("flag");
        assertThat(origins.get("threads")).isEqualTo("thalweg.json");
        assertThat(origins.get("json")).isEqualTo("default");
        assertThat(origins.get("target")).isEqualTo("thalweg.json");
        assertThat(origins.get("trim")).isEqualTo("flag");
        assertThat(run.facts().get("arguments"))
                .isEqualTo(List.of("weigh", "cart", "carts.csv", "--trim", "0.3", "--out", "runs"));
    }

    @Test
    void whatWasFoundIsAppliedToNewRows() {
        type("weigh cart carts.csv --target mass");
        Typed.put(folder, Map.of("new.csv", "mass\n20\n30\n"));
        Typed typed = type("apply 1 new.csv");
        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .startsWith("2 carts compared")
                .contains("7.66667")
                .endsWith("runs/2/report.html\n");
        type("weigh moon");
        assertThat(type("apply last new.csv").error())
                .contains("a run of weigh moon", "an experiment whose finding can be applied");
    }

    @Test
    void everyReportFitsTheSchemaThatIsPublished() {
        assertThat(type("schema report").out()).contains("thalweg-report/1");
        Map<?, ?> schema = type("schema weigh cart").json();
        assertThat(schema.get("required")).isEqualTo(List.of("name", "data", "target"));
        assertThat(Json.object(type("schema").out(), "all")).containsKeys("weigh cart", "weigh moon", "spin wheel");
    }

    @Test
    void knownResultsAreMeasuredAgain() {
        Typed good = type("verify balance");
        assertThat(good.exit()).isZero();
        assertThat(good.out()).contains("two and two", "agrees", "Peano 1889").endsWith("all 2 as known\n");
        Typed bad = type("verify balance --seed 1");
        assertThat(bad.exit()).isEqualTo(3);
        assertThat(bad.out()).contains("DIFFERS").endsWith("1 of 2 differ\n");
        Typed json = type("verify balance --json");
        assertThat((List<?>) Json.read(json.out(), "standard output")).hasSize(2);
    }
}
