package thalweg.study.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Trial;

class RunFolderTest {
    @TempDir
    Path runs;

    private static RunFacts facts() {
        return new RunFacts(Instant.EPOCH, Instant.EPOCH, List.of("try", "knobs"), Map.of(), 0);
    }

    private static Trial on(Data data) {
        Trial d = new Trial();
        return new Trial(data, "y", 3, d.share(), false, d.colour(), List.of(), Map.of(), d.mover(), d.limits());
    }

    @Test
    void aRunIsClaimedBegunAndFinished() throws IOException {
        RunFolder run = RunFolder.claim(runs);
        assertThat(run.number()).isEqualTo(1);
        Trial trial = on(Data.of(Dataset.of(Map.of("x", new double[] {1, 2}))));
        run.begin(trial, 5);
        assertThat(run.state()).isEqualTo(RunFolder.State.RUNNING);
        Report report = trial.run(Lab.quiet().seed(5));
        run.finish(report, facts());
        assertThat(run.state()).isEqualTo(RunFolder.State.FINISHED);
        assertThat(run.asked()).containsEntry("name", "try knobs").containsEntry("seed", "5");
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(run.asked().get("data"));
        assertThat(Dataset.of(Path.of(String.valueOf(data.get("file")))).numbers("x"))
                .containsExactly(1, 2);
        Report back = run.report(plain -> {
            plain.remove("name");
            plain.remove("data");
            return Card.of(Trial.class).bind(plain);
        });
        assertThat(back.number("size").value()).isEqualTo(3);
        try (Stream<Path> files = Files.walk(run.path())) {
            assertThat(files.map(p -> p.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void equalRunsWriteEqualReports() throws IOException {
        for (int i = 0; i < 2; i++) {
            RunFolder run = RunFolder.claim(runs);
            run.begin(on(Data.of(Dataset.of(Map.of("x", new double[] {1, 2})))), 1);
            run.finish(
                    on(Data.of(Dataset.of(Map.of("x", new double[] {1, 2}))))
                            .run(Lab.quiet().seed(1)),
                    facts());
        }
        assertThat(runs.resolve("1/report.json")).hasSameBinaryContentAs(runs.resolve("2/report.json"));
    }

    @Test
    void manyClaimantsGetFoldersOfTheirOwn() {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        Lab.quiet().threads(8).map(64, i -> numbers.add(RunFolder.claim(runs).number()));
        assertThat(numbers).hasSize(64);
        assertThat(RunFolder.list(runs))
                .extracting(RunFolder::number)
                .isSorted()
                .hasSize(64);
    }

    @Test
    void aRunWhoseProcessIsGoneIsBrokenOff() throws IOException {
        RunFolder run = RunFolder.claim(runs);
        run.begin(on(Data.of(Dataset.of(Map.of("x", new double[] {1})))), 1);
        Files.writeString(run.path().resolve("lock"), "999999999 2020-01-01T00:00:00Z\n");
        assertThat(run.state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        Files.writeString(run.path().resolve("lock"), ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z\n");
        assertThat(run.state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        assertThatThrownBy(() -> run.read("report.json"))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("resume 1");
    }

    @Test
    void aPlaceThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(runs.resolve("taken"), "a file");
        assertThatThrownBy(() -> RunFolder.claim(file))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("--out");
        assertThatThrownBy(() -> Atomic.write(file.resolve("x"), "text")).isInstanceOf(Misuse.class);
        assertThat(Files.readString(file)).isEqualTo("a file");
    }

    @Test
    void longTablesGoToASeriesAndComeBack() {
        List<List<Object>> rows = Stream.iterate(0.5, v -> v + 1)
                .limit(3000)
                .map(v -> List.<Object>of(v, "row"))
                .toList();
        RunFolder run = RunFolder.claim(runs);
        Trial trial = on(Data.of(Dataset.of(Map.of("x", new double[] {1}))));
        run.begin(trial, 0);
        @SuppressWarnings({"unchecked", "rawtypes"})
        Figure.Table table = Figure.Table.of("long one", List.of("v", "w"), (List) rows);
        run.finish(Lab.quiet().report(trial).add(table).ended(new Ending.Converged("done")), facts());
        Report back = run.report(plain -> new Trial());
        assertThat(back.table("long one").rows()).isEqualTo(table.rows());
    }
}
