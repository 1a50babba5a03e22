package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same bits cold and warm, on 1, 2 and 4 threads, scalar and vector of each width: each in a JVM of its own.
class BitsLawTest {
    private static final List<String> VECTORS = List.of("--add-modules=jdk.incubator.vector");

    @Test
    void threadsLanesAndWarmthChangeNoBit() throws IOException, InterruptedException {
        String reference = bits(1, List.of("-Dthalweg.threads=1", "-Dthalweg.lanes=scalar"));
        assertThat(reference).startsWith("bits ");
        assertThat(bits(1, with("-Dthalweg.threads=2"))).isEqualTo(reference);
        assertThat(bits(60, with("-Dthalweg.threads=4"))).isEqualTo(reference);
        assertThat(bits(60, with("-Dthalweg.threads=2", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=2")))
                .isEqualTo(reference);
        assertThat(bits(1, with("-Xint"))).isEqualTo(reference);
    }

    private static List<String> with(String... flags) {
        List<String> all = new ArrayList<>(VECTORS);
        all.addAll(List.of(flags));
        return all;
    }

    /// Our own products, so that the kernel of OpenBLAS, which depends on the processor, plays no part.
    private static String bits(int turns, List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-Dthalweg.products=ours");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(BitsMain.class.getName());
        command.add(Integer.toString(turns));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
