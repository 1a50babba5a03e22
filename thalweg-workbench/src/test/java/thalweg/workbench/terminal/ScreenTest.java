package thalweg.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static Screen screen(Map<String, String> environment, boolean terminal, boolean plain) {
        return Screen.of(environment, terminal, terminal, plain, Screen.Coloring.AUTO);
    }

    @Test
    void colourIsForTerminals() {
        assertThat(screen(Map.of("TERM", "xterm"), true, false).color()).isTrue();
        assertThat(screen(Map.of("TERM", "xterm"), false, false).color()).isFalse();
        assertThat(screen(Map.of("TERM", "dumb"), true, false).color()).isFalse();
        assertThat(screen(Map.of("TERM", "xterm"), true, true).color()).isFalse();
        assertThat(Screen.of(Map.of(), false, false, false, Screen.Coloring.ALWAYS)
                        .color())
                .isTrue();
        assertThat(Screen.of(Map.of(), true, true, false, Screen.Coloring.NEVER).color())
                .isFalse();
    }

    @Test
    void oneLineIsDrawnAgainOnlyOnATerminal() {
        assertThat(screen(Map.of("TERM", "xterm"), true, true).live()).isTrue();
        assertThat(screen(Map.of("TERM", "xterm"), false, false).live()).isFalse();
        assertThat(screen(Map.of("TERM", "dumb"), true, false).live()).isFalse();
    }

    @Test
    void lettersFollowTheLocaleAsPosixOrdersIt() {
        assertThat(screen(Map.of("LANG", "de_DE.UTF-8"), false, false).unicode())
                .isTrue();
        assertThat(screen(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C"), false, false)
                        .unicode())
                .isFalse();
        assertThat(screen(Map.of("LC_CTYPE", "en_US.utf8"), false, false).unicode())
                .isTrue();
        assertThat(screen(Map.of("LC_ALL", "C.UTF-8", "THALWEG_LETTERS", "C"), false, false)
                        .unicode())
                .isFalse();
        assertThat(screen(Map.of("LANG", "de_DE.UTF-8"), false, true).unicode()).isFalse();
        assertThat(screen(Map.of(), true, false).unicode()).isFalse();
    }

    @Test
    void nothingIsCutThatGoesToAFile() {
        assertThat(screen(Map.of(), true, false).width()).isEqualTo(80);
        assertThat(screen(Map.of("COLUMNS", "132"), true, false).width()).isEqualTo(132);
        assertThat(screen(Map.of("COLUMNS", "wide"), true, false).width()).isEqualTo(80);
        assertThat(screen(Map.of("COLUMNS", "0"), true, false).width()).isEqualTo(80);
        assertThat(screen(Map.of("COLUMNS", "1"), true, false).width()).isEqualTo(40);
        assertThat(screen(Map.of(), false, false).width()).isGreaterThan(1000);
    }
}
