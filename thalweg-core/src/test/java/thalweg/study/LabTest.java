package thalweg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Phase;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.Verlet;
import thalweg.system.HenonHeiles;

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
    void aRunGoesOnWhereItWasCut() {
        Map<String, byte[]> kept = new HashMap<>();
        Shelf shelf = new Shelf() {
            @Override
            public void put(String name, byte[] bytes) {
                kept.put(name, bytes);
            }

            @Override
            public Optional<byte[]> get(String name) {
                return Optional.ofNullable(kept.get(name));
            }
        };
        var flow = Verlet.kickFirst(0.05).on(HenonHeiles.law());
        var start = new Phase<>(Tensor.vector(0.1, 0.2), Tensor.vector(0.3, 0));
        var run = Run.of(flow, start, Key.of(3)).every(10);
        Trajectory<Phase<Tensor>> whole = run.steps(400);
        int[] looks = {0};
        Lab cut = Lab.quiet().keeping(shelf);
        Trajectory<Phase<Tensor>> part = cut.steps(
                "orbit",
                run.observe("looks", _ -> ++looks[0] == 20 ? stop(cut) : looks[0])
                        .withoutPlaces(),
                400);
        assertThat(part.ending()).isInstanceOf(Ending.Stopped.class);
        assertThat(part.done()).isEqualTo(190);
        Trajectory<Phase<Tensor>> rest = Lab.quiet()
                .keeping(shelf)
                .steps("orbit", run.observe("looks", _ -> 0).withoutPlaces(), 400);
        assertThat(rest.steps()).isEqualTo(whole.steps());
        assertThat(rest.heights()).isEqualTo(whole.heights());
        assertThat(rest.checkpoint().state()).isEqualTo(whole.checkpoint().state());
        assertThat(rest.of("looks")[19]).isEqualTo(20);
        assertThat(rest.of("looks")[20]).isZero();
    }

    private static double stop(Lab lab) {
        lab.stop();
        return 20;
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
