package thalweg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.page.Json;

/// A law found in a file that the heap could not hold: rows stream past. By default 200,000 rows, 36 MB, in a heap of
/// 24
/// MiB; `-Dthalweg.rows=10000000` takes ten million in 256 MiB.
class LargeFileTest {
    private static final int ROWS = Integer.getInteger("thalweg.rows", 200_000);
    private static final int HEAP = ROWS > 1_000_000 ? 256 : 24;

    @TempDir
    Path folder;

    @Test
    void aLawIsFoundInAFileLargerThanTheHeap() throws IOException, InterruptedException {
        Path table = folder.resolve("large.csv");
        write(table);
        assertThat(Files.size(table)).isGreaterThan((long) HEAP << 20);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        "thalweg.workbench.Main",
                        "discover",
                        "law",
                        "large.csv",
                        "--target",
                        "y",
                        "--json",
                        "--quiet")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("error").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("error")) + Files.readString(folder.resolve("out")))
                .isZero();
        Map<String, ?> report = Json.object(Files.readString(folder.resolve("out")), "out");
        assertThat(number(report, "exponent x")).isCloseTo(1.5, within(1e-4));
        assertThat(number(report, "prefactor")).isCloseTo(3, within(1e-3));
        assertThat(number(report, "degrees of freedom")).isEqualTo(ROWS - 2.0);
    }

    /// `y = 3 x^1.5` with a ripple of 1 % that no power of x shares; the column of remarks may be empty.
    private static void write(Path table) throws IOException {
        String note = ROWS > 1_000_000 ? "" : "a remark that nobody reads ".repeat(6);
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("x,y,note\n");
            for (int i = 0; i < ROWS; i++) {
                double x = Math.exp(i % 1000 * 0.007);
                double y = 3 * Math.pow(x, 1.5) * (1 + 0.01 * Math.sin(i * 1.7));
                out.write(String.format(Locale.ROOT, "%.9e,%.9e,%s\n", x, y, note));
            }
        }
    }

    private static double number(Map<String, ?> report, String name) {
        return ((List<?>) Objects.requireNonNull(report.get("figures")))
                .stream()
                        .map(figure -> (Map<?, ?>) figure)
                        .filter(figure -> name.equals(figure.get("name")))
                        .mapToDouble(figure -> ((Number) Objects.requireNonNull(figure.get("value"))).doubleValue())
                        .findFirst()
                        .orElse(Double.NaN);
    }

    /// The class path of the tests without the loggers that their tools bring.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
