package thalweg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import thalweg.Repository;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.Json;
import thalweg.workbench.cli.Typed;

/// What only a process of its own can show: signals, sudden death, two at once, a standard output that is full.
@Timeout(60)
class ProcessTest {
    @TempDir
    Path folder;

    private Process start(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "thalweg.workbench.Main"));
        command.addAll(List.of(line.split(" ", -1)));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("error").toFile())
                .start();
    }

    /// The class path of the tests without the loggers that their tools bring.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process atWork(String line) throws IOException, InterruptedException {
        Process process = start(line);
        Path events = folder.resolve("error");
        while (process.isAlive() && !Files.readString(events).contains("\"event\":\"progress\"")) {
            Thread.sleep(10);
        }
        return process;
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private List<RunFolder> runs() {
        return RunFolder.list(folder.resolve("runs"));
    }

    @Test
    void aKilledRunLeavesNothingHalfWritten() throws IOException, InterruptedException {
        Process process = atWork("spin wheel --steps 100000 --pause 1 --progress json");
        process.destroyForcibly().waitFor();
        RunFolder run = runs().getFirst();
        assertThat(run.state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        assertThat(run.path().resolve("report.json")).doesNotExist();
        Typed list = Typed.in(folder, "runs");
        assertThat(list.out()).contains("spin wheel", "broken off");
        assertThat(list.error()).isEmpty();
        Path asked = run.path().resolve("experiment.json");
        Files.writeString(asked, Files.readString(asked).replace("100000", "4"));
        assertThat(Typed.in(folder, "resume", "1").exit()).isZero();
        assertThat(Typed.in(folder, "runs").out()).contains("converged");
    }

    /// A training killed once it has kept a checkpoint goes on from it, to the same report.
    @Test
    void aTrainingThatWasKilledIsResumedBitForBit() throws IOException, InterruptedException {
        String line = "train network " + Repository.root().resolve("data/iris.csv")
                + " --target species --hidden 16 --epochs 1500";
        Process process = start(line + " --quiet");
        Path kept = folder.resolve("runs/1/checkpoint/training");
        while (process.isAlive() && !Files.exists(kept)) {
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor();
        assertThat(kept).isNotEmptyFile();
        assertThat(Typed.in(folder, "resume", "1").exit()).isZero();
        assertThat(kept.getParent()).doesNotExist();
        Typed.in(folder, line.split(" ", -1));
        assertThat(runs().get(0).read("report.json")).isEqualTo(runs().get(1).read("report.json"));
    }

    @Test
    void killedAtAnyMomentAReportIsWholeOrAbsent() throws IOException, InterruptedException {
        for (int delay = 250; delay <= 500; delay += 50) {
            Process process = start("spin wheel");
            process.waitFor(delay, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        for (RunFolder run : runs()) {
            if (Files.exists(run.path().resolve("report.json"))) {
                Json.object(run.read("report.json"), "report.json");
                assertThat(run.path().resolve("report.html")).isNotEmptyFile();
            }
        }
        Typed list = Typed.in(folder, "runs");
        assertThat(list.error()).isEmpty();
        assertThat(list.exit()).isZero();
    }

    @Test
    void twoAtOnceBothRegister() throws IOException, InterruptedException {
        Process one = start("spin wheel --steps 20 --pause 10 --quiet");
        Process two = start("spin wheel --steps 20 --pause 10 --quiet --seed 2");
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();
        assertThat(runs()).hasSize(2).allSatisfy(run -> assertThat(run.state()).isEqualTo(RunFolder.State.FINISHED));
        assertThat(Files.readString(folder.resolve("error"))).isEmpty();
        assertThat(Typed.in(folder, "runs").out().lines().filter(line -> line.contains("converged")))
                .hasSize(2);
        try (Stream<Path> left = Files.list(folder.resolve("runs"))) {
            assertThat(left.map(
                            path -> Objects.requireNonNull(path.getFileName()).toString()))
                    .containsExactlyInAnyOrder("1", "2", ".index.sqlite");
        }
    }

    @Test
    void interruptEndsCleanlyWithWhatWasFound() throws IOException, InterruptedException {
        for (String name : new String[] {"INT", "TERM"}) {
            Process process = atWork("spin wheel --steps 100000 --pause 1 --progress json");
            signal(process, name);
            assertThat(process.waitFor()).isEqualTo(name.equals("INT") ? 130 : 143);
            assertThat(Files.readString(folder.resolve("error"))).contains("stopping at the next step");
            assertThat(Files.readString(folder.resolve("out"))).contains("stopped on request after", "report.html");
        }
        assertThat(runs()).hasSize(2).allSatisfy(run -> {
            assertThat(run.state()).isEqualTo(RunFolder.State.FINISHED);
            assertThat(run.facts().get("exit")).isIn(130L, 143L);
        });
    }

    @Test
    void theSecondInterruptLeavesAtOnce() throws IOException, InterruptedException {
        Process process = atWork("spin wheel --steps 2 --pause 50000 --progress json");
        signal(process, "INT");
        while (!Files.readString(folder.resolve("error")).contains("stopping at the next step")) {
            Thread.sleep(10);
        }
        signal(process, "INT");
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(runs().getFirst().state()).isEqualTo(RunFolder.State.BROKEN_OFF);
    }

    @Test
    void aFullStandardOutputIsSaid() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$@\" >/dev/full",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "thalweg.workbench.Main",
                        "list")
                .redirectError(folder.resolve("error").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("error")))
                .contains("standard output that cannot be written (No space left on device)");
    }
}
