package thalweg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabTest {
    @Test
    void resultsStandInTheOrderOfTheTasks() {
        List<Integer> squares = IntStream.range(0, 1000).mapToObj(i -> i * i).toList();
        for (int threads : new int[] {1, 2, 4, 7}) {
            assertThat(Lab.quiet().threads(threads).map(1000, i -> i * i)).isEqualTo(squares);
        }
    }

    @Test
    void aFaultInATaskIsThrown() {
        assertThatThrownBy(() -> Lab.quiet().threads(3).map(50, i -> {
                    if (i == 33) {
                        throw new IllegalStateException("task 33");
                    }
                    return i;
                }))
                .hasMessageContaining("task 33");
    }

    @Test
    void stopsOnRequestAndByTheClock() {
        Lab lab = Lab.quiet();
        assertThat(lab.stopping()).isFalse();
        lab.seed(3).stop();
        assertThat(lab.stopping()).isTrue();
        assertThat(Lab.quiet().within(Duration.ofNanos(-1)).stopping()).isTrue();
    }

    @Test
    void aListenerThatFailsEndsNothing() {
        List<Event> heard = new ArrayList<>();
        Lab lab = Lab.quiet().listen(event -> {
            heard.add(event);
            throw new IllegalStateException("deaf");
        });
        lab.progress(1, 2, "testing");
        lab.report(new Trial()).warn("careful");
        assertThat(heard).hasSize(2);
    }
}
