package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every `./thalweg` line in a `sh` block of the READMEs and of the guide to laws works, and prints the indented lines
/// that follow its block.
class ReadmeDocTest {
    @TempDir
    static Path folder;

    private static Installation made;

    /// What the lines did that both READMEs have.
    private static final Map<String, Installation.Done> TYPED = new HashMap<>();

    /// A command and the lines it is said to print.
    private record Promise(String command, List<String> lines) {}

    @BeforeAll
    static void install() throws IOException {
        made = Installation.in(folder.resolve("thalweg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "docs/guide/laws.md"})
    void keepsItsPromises(String name) throws IOException, InterruptedException {
        Path readme = Repository.root().resolve(name);
        assertThat(readme).as("the text itself").exists();
        List<Promise> promises = promises(Files.readAllLines(readme));
        assertThat(promises)
                .as("lines that begin with ./thalweg in its sh blocks")
                .isNotEmpty();
        for (Promise promise : promises) {
            Installation.Done done = TYPED.get(promise.command);
            if (done == null) {
                done = made.shell(promise.command);
                TYPED.put(promise.command, done);
            }
            assertThat(done.exit()).as(promise.command + "\n" + done.error()).isZero();
            assertThat(done.out()).as(promise.command).isNotBlank();
            assertThat(done.error()).as(promise.command).doesNotContain("WARNING", "thalweg:", "Exception");
            assertThat(done.out().lines().map(String::strip))
                    .as(promise.command)
                    .containsAll(promise.lines);
        }
    }

    private static List<Promise> promises(List<String> text) {
        List<Promise> promises = new ArrayList<>();
        boolean shell = false;
        boolean promising = false;
        for (String line : text) {
            if (line.startsWith("```")) {
                promising = shell;
                shell = !shell && line.strip().equals("```sh");
            } else if (shell && line.startsWith("./thalweg ")) {
                promises.add(new Promise(line, new ArrayList<>()));
            } else if (promising && line.startsWith("    ")) {
                if (!line.strip().equals("...") && !promises.isEmpty()) {
                    promises.getLast().lines.add(line.strip());
                }
            } else if (!line.isBlank()) {
                promising = false;
            }
        }
        return promises;
    }
}
