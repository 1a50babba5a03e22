package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    Path folder;

    /// What bash itself offers behind the words.
    private String bash(String words) throws IOException, InterruptedException {
        Path script = folder.resolve("thalweg.bash");
        Files.writeString(script, Typed.in(folder, "completion", "bash").out());
        String line = "set -e; . '" + script + "'; COMP_WORDS=(" + words + " '' ); COMP_WORDS=(" + words + ");"
                + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _thalweg || true; echo \"${COMPREPLY[@]}\"";
        Process process = new ProcessBuilder("bash", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Test
    void bashOffersVerbsNounsKnobsAndFiles() throws IOException, InterruptedException {
        assertThat(bash("thalweg wei")).isEqualTo("weigh");
        assertThat(bash("thalweg ru")).isEqualTo("run runs");
        assertThat(bash("thalweg weigh ''")).isEqualTo("cart moon");
        assertThat(bash("thalweg runs o")).isEqualTo("open");
        assertThat(bash("thalweg weigh cart --scale.")).isEqualTo("--scale.damping --scale.depth --scale.reach");
        assertThat(bash("thalweg weigh cart --se")).isEqualTo("--seed --seconds");
        Files.createFile(folder.resolve("carts.csv"));
        assertThat(bash("thalweg weigh cart car")).isEqualTo("carts.csv");
    }

    @Test
    void theOtherShellsGetTheSameWords() {
        for (String shell : new String[] {"zsh", "fish"}) {
            assertThat(Typed.in(folder, "completion", shell).out())
                    .contains("thalweg", "weigh", "cart moon", "--scale.damping", "bash zsh fish");
        }
    }
}
