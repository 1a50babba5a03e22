package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The picture on top of the READMEs is what the command beside it draws.
class PictureDocTest {
    @Test
    void theLandscapeOfTheReadme(@TempDir Path folder) throws IOException {
        Typed drawn = Typed.in(folder, "draw", "landscape", "mueller-brown");
        assertThat(drawn.exit()).as(drawn.error()).isZero();
        Path stored = Path.of("..", "docs", "pictures", "landscape.svg");
        assertThat(Files.readString(stored))
                .isEqualTo(Files.readString(drawn.run().resolve("figures/landscape.svg")));
    }
}
