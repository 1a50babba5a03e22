package thalweg.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.study.Event;
import thalweg.study.Figure;
import thalweg.study.page.Json;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream error = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Event at(long step) {
        return new Event.Progress(
                step,
                100,
                "cooling",
                List.of(Figure.Quantity.of("E", -25.1312, 0.0213).in("J")));
    }

    @Test
    void oneLineIsDrawnAgainAndGoneAtTheEnd() throws InterruptedException {
        ProgressLine line = new ProgressLine(error, new Screen(80, true, true, true), true);
        line.accept(at(1));
        assertThat(said()).as("nothing in the first moment").isEmpty();
        Thread.sleep(350);
        line.accept(at(50));
        line.accept(at(51));
        assertThat(said())
                .startsWith("\r\u001b[Kcooling   50 %  50 of 100  0.")
                .endsWith(" left  E = -25.131 +- 0.021 J");
        line.clear();
        assertThat(said()).endsWith("\r\u001b[K").doesNotContain("\n", "51");
    }

    @Test
    void withoutATerminalLinesAreSeldom() {
        ProgressLine line = new ProgressLine(error, new Screen(80, false, false, false), false);
        for (int step = 1; step <= 100; step++) {
            line.accept(at(step));
        }
        line.clear();
        assertThat(said()).isEmpty();
        line.say("read \u001b[31mx");
        assertThat(said()).isEqualTo("read \\x1b[31mx\n");
    }

    @Test
    void eventsAreOneObjectALineAndNoMoreThanSixtyASecond() {
        EventLines events = new EventLines(error, 17);
        events.started("cool magnet");
        long start = System.nanoTime();
        for (int step = 1; step < 100; step++) {
            events.accept(at(step));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        events.accept(new Event.Warning("too \"hot\""));
        events.accept(at(100));
        events.ended("converged", 0, "runs/17");
        List<String> lines = said().lines().toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(Json.object(line, "line"))
                        .containsKey("event")
                        .containsEntry("run", 17L));
        assertThat(lines.stream().filter(line -> line.contains("\"progress\"")).count())
                .isBetween(2L, 2 + (long) Math.ceil(60 * seconds));
        assertThat(Json.object(lines.get(1), "line"))
                .containsEntry("step", 1L)
                .containsEntry("of", 100L)
                .containsEntry("doing", "cooling")
                .containsKeys("rate", "elapsed", "eta");
        assertThat(Json.object(lines.get(1), "line").get("headline"))
                .asString()
                .contains("name=E", "value=-25.1312", "error=0.0213", "unit=J");
        assertThat(lines.get(lines.size() - 3)).contains("too \\\"hot\\\"");
        assertThat(lines.get(lines.size() - 2)).contains("\"step\":100");
        assertThat(lines.getLast())
                .isEqualTo(
                        "{\"event\":\"ended\",\"run\":17,\"ending\":\"converged\",\"exit\":0,\"folder\":\"runs/17\"}");
    }

    @Test
    void timesAreReadAtAGlance() {
        assertThat(ProgressLine.time(0.44)).isEqualTo("0.4 s");
        assertThat(ProgressLine.time(25.2)).isEqualTo("25 s");
        assertThat(ProgressLine.time(720)).isEqualTo("12 min");
        assertThat(ProgressLine.time(11520)).isEqualTo("3.2 h");
    }
}
