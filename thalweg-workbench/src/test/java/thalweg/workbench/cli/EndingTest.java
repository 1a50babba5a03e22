package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.folder.RunFolder;

/// How runs end, well and badly.
class EndingTest {
    @TempDir
    Path folder;

    private Typed type(String line) {
        return Typed.in(folder, line.split(" ", -1));
    }

    @Test
    void theExitStatusSaysHowItEnded() {
        assertThat(type("spin wheel").exit()).isZero();
        assertThat(type("spin wheel --end exhausted").exit()).isZero();
        assertThat(type("spin wheel --end missed").exit()).isEqualTo(3);
        Typed diverged = type("spin wheel --end diverged");
        assertThat(diverged.exit()).isEqualTo(3);
        assertThat(diverged.out()).contains("diverged: the rim came off (step 3, rim)");
        assertThat(diverged.runs())
                .hasSize(4)
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(RunFolder.State.FINISHED));
        assertThat(diverged.runs().getLast().facts().get("exit")).isEqualTo(3L);
    }

    @Test
    void aFaultOfOursIsASentenceAndAFile() throws IOException {
        Typed typed = type("spin wheel --end fault");
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.error().lines()).hasSize(1);
        assertThat(typed.error()).contains("IllegalStateException (the axle broke)", "runs/1/crash.txt");
        assertThat(Files.readString(typed.run().resolve("crash.txt")))
                .contains("thalweg spin wheel --end fault", "java.lang.IllegalStateException: the axle broke", "\tat ");
        assertThat(typed.runs().getFirst().state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        assertThat(type("spin wheel --end fault --debug").error()).contains("    at thalweg.workbench.guest.SpinWheel");
        assertThat(type("spin wheel --end memory").error()).contains("the memory was not enough", "THALWEG_JVM=-Xmx4g");
    }

    @Test
    void aRefusalAfterTheStartLeavesNoFolder() {
        Typed typed = type("spin wheel --end misuse");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.error()).contains("a square wheel", "expected a round one", "file its corners");
        assertThat(typed.runs()).isEmpty();
    }

    @Test
    void aFullDiskCostsTheFolderNotTheReport() throws IOException {
        for (String full : new String[] {"report.json", "report.html", "run.json"}) {
            Path place = Files.createDirectory(folder.resolve(full));
            Typed typed = Typed.in(place, "spin", "wheel", "--full", full, "--runs", place + "/runs");
            assertThat(typed.exit()).as(typed.error()).isEqualTo(2);
            assertThat(typed.error()).contains("No space left on device", full, "choose another with --out DIR");
            assertThat(typed.out()).contains("turns  3");
            try (Stream<Path> left = Files.list(typed.run())) {
                assertThat(left.map(Path::getFileName).map(Path::toString)).doesNotContain("report.json");
            }
            assertThat(typed.runs().getFirst().state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        }
    }

    @Test
    void theClockStopsARunAndResumeFinishesIt() {
        Typed stopped = type("spin wheel --steps 200 --pause 10 --seconds 0.05");
        assertThat(stopped.exit()).isZero();
        assertThat(stopped.out()).contains("stopped: stopped by the time limit after");
        Typed resumed = type("resume 1 --json");
        assertThat(resumed.exit()).isZero();
        assertThat(resumed.runs()).hasSize(1);
        assertThat(resumed.out())
                .contains("\"converged\"")
                .isEqualTo(type("spin wheel --steps 200 --pause 10 --json").out());
        Typed again = type("resume 1");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.error()).contains("which has come to its end: converged", "`thalweg runs show 1`");
    }

    @Test
    void aRefusedResumptionLeavesTheRunAsItWas() throws IOException {
        type("spin wheel --end fault");
        Path asked = folder.resolve("runs/1/experiment.json");
        Files.writeString(asked, Files.readString(asked).replace("fault", "misuse"));
        assertThat(type("resume 1").exit()).isEqualTo(2);
        assertThat(asked).isNotEmptyFile();
        assertThat(RunFolder.at(folder.resolve("runs/1")).state()).isEqualTo(RunFolder.State.BROKEN_OFF);
    }

    @Test
    void anotherVersionIsNotResumed() throws IOException {
        type("spin wheel --end fault");
        Path asked = folder.resolve("runs/1/experiment.json");
        Files.writeString(
                asked, Files.readString(asked).replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.1\""));
        assertThat(type("resume 1").error()).contains("a run of version 0.0.1", "begin anew: thalweg run");
    }

    @Test
    void aRunOfALivingProcessIsLeftAlone() {
        RunFolder.claim(folder.resolve("runs")).begin(new thalweg.workbench.guest.WeighMoon(), 0);
        assertThat(type("resume 1").error()).contains("at work in another process");
        assertThat(type("runs").out()).contains("weigh moon", "running");
        assertThat(type("runs open 1").error()).contains("no report in runs/1 (running)");
    }

    @Test
    void stoppingSaysAWordAtOnceAndKeepsWhatWasFound() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Cli cli = new Cli(new Shell(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                folder,
                Map.of(),
                false,
                false));
        assertThat(cli.stop(130)).as("nothing is at work yet").isFalse();
        int[] exit = new int[1];
        Thread run = new Thread(() -> exit[0] = cli.run("spin", "wheel", "--steps", "100000", "--pause", "1"));
        run.start();
        while (!Files.exists(folder.resolve("runs/1/experiment.json"))) {
            Thread.sleep(5);
        }
        assertThat(cli.stop(143)).isTrue();
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("stopping at the next step");
        run.join(10_000);
        assertThat(exit[0]).isEqualTo(143);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("stopped: stopped on request after", "turns");
        assertThat(RunFolder.at(folder.resolve("runs/1")).state()).isEqualTo(RunFolder.State.FINISHED);
    }
}
