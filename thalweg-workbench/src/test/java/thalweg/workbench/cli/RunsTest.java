package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.page.Json;
import thalweg.workbench.guest.WeighCart;

class RunsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void runs() {
        Typed.put(folder, WeighCart.table());
        type("weigh cart carts.csv --target mass");
        type("spin wheel --end diverged");
        type("weigh moon --seed 9");
    }

    private Typed type(String line) {
        return Typed.in(folder, line.split(" ", -1));
    }

    @Test
    void areListedWithWhatTheyFound() {
        String list = type("runs").out();
        assertThat(list.lines()).hasSize(4);
        assertThat(list).contains("weigh cart  converged", "the cart weighs 12 kg", "spin wheel  diverged");
        assertThat(type("runs list").out()).isEqualTo(list);
        assertThat((List<?>) Json.read(type("runs --json").out(), "runs")).hasSize(3);
        assertThat(type("runs --json").out()).contains("\"seed\" : \"9\"");
        assertThat(Typed.in(folder.resolve("runs"), "runs").out()).isEqualTo("no runs in runs yet\n");
    }

    @Test
    void areShownAsTheyWerePrinted() {
        String printed = Typed.in(folder, "weigh", "cart", "carts.csv", "--target", "mass")
                .out();
        assertThat(type("runs show 4").out()).isEqualTo(printed);
        assertThat(type("runs show last").out()).isEqualTo(printed);
        assertThat(type("runs show runs/4").out()).isEqualTo(printed);
        assertThat(type("runs show " + folder.resolve("runs/4")).out()).isEqualTo(printed);
    }

    @Test
    void openPrintsThePathOfThePage() throws IOException {
        assertThat(type("runs open 1").out()).isEqualTo(folder.resolve("runs/1/report.html") + "\n");
    }

    @Test
    void areFoundByTheNearestNumber() {
        assertThat(type("runs show 12").error()).contains("no run \"12\" in runs", "did you mean 3 or 2 or 1?");
        assertThat(type("runs show lst").error()).contains("3 runs: a number, a path or last");
    }

    @Test
    void indexIsMadeAnew() {
        assertThat(type("runs index").out()).isEqualTo("3 runs in the index of runs\n");
    }

    @Test
    void folderThatWentIsForgottenAndOneThatCameIsFound() throws IOException {
        String list = type("runs").out();
        Files.move(folder.resolve("runs/2"), folder.resolve("elsewhere"));
        assertThat(type("runs").out()).doesNotContain("spin wheel");
        Files.move(folder.resolve("elsewhere"), folder.resolve("runs/2"));
        assertThat(type("runs").out()).isEqualTo(list);
    }
}
