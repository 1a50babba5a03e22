package thalweg.workbench.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.folder.RunFolder;

class RunsIndexTest {
    private static final String REPORT = """
        {"format": "thalweg-report/1", "experiment": {"name": "weigh moon"}, "seed": "NUMBER", "version": "x",
         "ending": {"kind": "converged", "message": "done"}, "warnings": [],
         "figures": [{"kind": "text", "name": "verdict", "text": "moon NUMBER"}]}
        """;

    @TempDir
    Path collection;

    private final List<String> warnings = new ArrayList<>();

    private Runs runs() {
        return new Runs(collection, warnings::add);
    }

    private void run(int number) throws IOException {
        Path folder = Files.createDirectory(collection.resolve(Integer.toString(number)));
        Files.writeString(folder.resolve("experiment.json"), "{\"name\": \"weigh moon\", \"seed\": \"1\"}");
        Files.writeString(folder.resolve("run.json"), "{\"began\": \"2026-11-24T10:00:00Z\", \"seconds\": 0.5}");
        Files.writeString(folder.resolve("report.json"), REPORT.replace("NUMBER", Integer.toString(number)));
    }

    @Test
    void saysWhatTheFoldersSay() throws IOException {
        run(1);
        run(7);
        Entry seven = new Entry(7, "weigh moon", "finished", "converged", "7", "2026-11-24T10:00:00Z", 0.5, "moon 7");
        assertThat(runs().entries()).hasSize(2).last().isEqualTo(seven);
        assertThat(runs().entries()).last().isEqualTo(seven);
        assertThat(warnings).isEmpty();
    }

    @Test
    void isMadeAnewWhenItIsLostOrBroken() throws IOException {
        run(1);
        List<Entry> right = runs().entries();
        Files.delete(Index.file(collection));
        assertThat(runs().entries()).isEqualTo(right);
        Files.writeString(
                Index.file(collection), "this is no data base, and long enough to be taken for one".repeat(99));
        assertThat(runs().entries()).isEqualTo(right);
        Files.write(Index.file(collection), new byte[0]);
        assertThat(runs().entries()).isEqualTo(right);
        byte[] bytes = Files.readAllBytes(Index.file(collection));
        Files.write(Index.file(collection), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(runs().entries()).isEqualTo(right);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatCannotBeUsedCostsASentence() throws IOException {
        run(1);
        Files.createDirectory(Index.file(collection));
        assertThat(runs().entries()).hasSize(1);
        runs().register(RunFolder.at(collection.resolve("1")));
        assertThat(warnings).hasSize(2).allSatisfy(w -> assertThat(w).contains("the runs themselves are safe"));
    }

    @Test
    void halfAFolderIsListedAsSuch() throws IOException {
        Files.createDirectory(collection.resolve("1"));
        run(2);
        Files.writeString(collection.resolve("2/report.json"), "{\"format\": ");
        assertThat(runs().entries()).extracting(Entry::state).containsExactly("broken off", "unreadable");
    }

    @Test
    void takesManyWritersAtOnce() throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int first = writer * 10;
                all.add(threads.submit(() -> {
                    for (int i = 1; i <= 10; i++) {
                        run(first + i);
                        runs().register(RunFolder.at(collection.resolve(Integer.toString(first + i))));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(warnings).isEmpty();
        assertThat(runs().entries()).hasSize(40);
    }

    /// The bars are for ten thousand runs: 20 s to make the index, 0.5 s to list them with the start of the JVM.
    @Test
    void aThousandRunsAreNoBurden() throws IOException {
        for (int number = 1; number <= 1000; number++) {
            Path folder = Files.createDirectory(collection.resolve(Integer.toString(number)));
            Files.writeString(folder.resolve("report.json"), REPORT.replace("NUMBER", Integer.toString(number)));
        }
        long start = System.nanoTime();
        assertThat(runs().rebuild()).isEqualTo(1000);
        long built = System.nanoTime();
        assertThat(runs().entries()).hasSize(1000);
        long read = System.nanoTime();
        assertThat(Duration.ofNanos(built - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(read - built)).isLessThan(Duration.ofMillis(500));
    }
}
