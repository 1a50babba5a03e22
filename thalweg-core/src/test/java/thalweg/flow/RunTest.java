package thalweg.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.motion.Composition;
import thalweg.flow.motion.Moving;
import thalweg.flow.motion.Verlet;
import thalweg.system.HenonHeiles;
import thalweg.system.Kepler;

class RunTest {
    private static final Phase<Tensor> START = Kepler.perihelion(0.6);
    private static final Key KEY = Key.of(7);

    private static Run<Phase<Tensor>, Moving> orbit() {
        return Run.of(Composition.kahanLi8(0.05).withCompensation().on(Kepler.law()), START, KEY);
    }

    @Test
    void recordsWhatIsAsked() {
        Trajectory<Phase<Tensor>> orbit = orbit().every(100).steps(1000);
        assertThat(orbit.steps()).hasSize(11).startsWith(0, 100).endsWith(1000);
        assertThat(orbit.places()).hasSize(11);
        assertThat(orbit.times()[10]).isEqualTo(50.0);
        assertThat(orbit.ending().message()).isEqualTo("1000 steps, as asked");
        assertThatThrownBy(() -> orbit.of("energy")).isInstanceOf(Misuse.class);
    }

    @Test
    void aRunCutAnywhereAndResumedIsTheSameBits() {
        Trajectory<Phase<Tensor>> whole = orbit().steps(500);
        for (long cut : new long[] {0, 1, 77, 499}) {
            Checkpoint checkpoint = orbit().steps(cut).checkpoint();
            Trajectory<Phase<Tensor>> resumed = orbit().from(checkpoint).steps(500);
            assertThat(resumed.checkpoint().state())
                    .isEqualTo(whole.checkpoint().state());
        }
    }

    @Test
    void threadsChangeNoBit() {
        List<Phase<Tensor>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            double[] z = KEY.fold(i).normals(4);
            starts.add(new Phase<>(Tensor.vector(0.1 * z[0], 0.1 * z[1]), Tensor.vector(0.1 * z[2], 0.1 * z[3])));
        }
        var flow = Verlet.kickFirst(0.02).on(HenonHeiles.law());
        List<byte[]> one = Run.each(
                flow, starts, KEY, 1, run -> run.steps(300).checkpoint().state());
        for (int threads : new int[] {2, 4}) {
            List<byte[]> more = Run.each(
                    flow,
                    starts,
                    KEY,
                    threads,
                    run -> run.steps(300).checkpoint().state());
            for (int i = 0; i < one.size(); i++) {
                assertThat(more.get(i)).isEqualTo(one.get(i));
            }
        }
    }

    @Test
    void listenersHear() {
        List<Long> heard = new ArrayList<>();
        List<Checkpoint> kept = new ArrayList<>();
        orbit().watch(40, glance -> heard.add(glance.step()))
                .checkpoints(() -> true, kept::add)
                .steps(130);
        assertThat(heard).containsExactly(40L, 80L, 120L);
        assertThat(kept).hasSize(130);
    }

    @Test
    void aCheckpointKeptAsBytesBringsBackWhatWasRecorded() {
        Run<Phase<Tensor>, ?> run =
                orbit().every(7).observe("x", phase -> phase.place().reals()[0]);
        Trajectory<Phase<Tensor>> whole = run.steps(300);
        List<byte[]> kept = new ArrayList<>();
        run.checkpoints(() -> true, checkpoint -> kept.add(checkpoint.bytes())).steps(200);
        for (int cut : new int[] {1, 7, 133}) {
            Trajectory<Phase<Tensor>> resumed =
                    run.from(Checkpoint.of(kept.get(cut - 1))).steps(300);
            assertThat(resumed.of("x")).isEqualTo(whole.of("x"));
            assertThat(resumed.steps()).isEqualTo(whole.steps());
            assertThat(resumed.places().get(20).momentum().reals())
                    .isEqualTo(whole.places().get(20).momentum().reals());
        }
    }

    @Test
    void anInterruptedRunKeepsWhatItFound() {
        int[] looks = {0};
        Trajectory<Phase<Tensor>> cut =
                orbit().every(1).unless(() -> ++looks[0] > 20).until(Stop.steps(1000));
        assertThat(cut.ending()).isInstanceOf(Ending.Stopped.class);
        assertThat(cut.places()).hasSize(21);
    }

    @Test
    void aMotionThatLeavesTheNumbersNamesTheCoordinate() {
        var wild = Run.of(Verlet.kickFirst(50).on(HenonHeiles.law()), START, KEY);
        Trajectory<Phase<Tensor>> ended = wild.steps(10_000);
        assertThat(ended.ending()).isInstanceOf(Ending.Diverged.class);
        assertThat(ended.ending().message()).contains("after step").contains("smaller step");
    }

    @Test
    void misuseSaysWhatToDo() {
        assertThatThrownBy(() -> Verlet.kickFirst(0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> orbit().until(Stop.slopeBelow(1e-3)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("time or steps");
        var flow = Verlet.kickFirst(0.1).on(Kepler.law());
        Run.of(flow, START, KEY).steps(1);
        Phase<Tensor> other = new Phase<>(Tensor.vector(1, 2, 3), Tensor.vector(1, 2, 3));
        assertThatThrownBy(() -> Run.of(flow, other, KEY).steps(1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("start a new flow");
        Checkpoint broken = new Checkpoint(3, new byte[5]);
        assertThatThrownBy(() -> orbit().from(broken).steps(5)).isInstanceOf(Misuse.class);
    }
}
