package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;

/// The same bits in JVMs that share nothing: interpreted and compiled, lanes of 512 and of 256 bits, no Vector API.
class BitsTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @Test
    void everyJvmComputesTheSame() throws IOException, InterruptedException {
        String here = checksum();
        assertThat(there("-XX:TieredStopAtLevel=1")).as("no Vector API, C1").isEqualTo(here);
        assertThat(there(VECTORS, "-Xint")).as("Vector API, interpreted").isEqualTo(here);
        assertThat(there(VECTORS, "-XX:UseAVX=2"))
                .as("lanes of 256 bits, compiled")
                .isEqualTo(here);
    }

    /// Prints the checksum; for JVMs of other kinds. What can be compiled runs often enough to be.
    static void main() {
        IO.println(checksum());
    }

    private static String checksum() {
        CRC32 crc = new CRC32();
        double[] x = LanesLawTest.arguments();
        double[] y = new double[x.length];
        boolean interpreted = System.getProperty("java.vm.info").startsWith("interpreted");
        int rounds = interpreted ? 1 : 300;
        for (Twin twin : Lanes.all()) {
            for (int i = 0; i < rounds; i++) {
                twin.vector().apply(x, 0, y, 0, 500);
            }
            twin.vector().apply(x, 0, y, 0, x.length);
            add(crc, y);
        }
        for (BinaryTwin twin : Lanes.binary()) {
            for (int i = 0; i < rounds; i++) {
                twin.vector().apply(x, 1, x, 0, y, 0, 500);
            }
            twin.vector().apply(x, 1, x, 0, y, 0, x.length - 1);
            add(crc, y);
        }
        for (double value : x) {
            add(crc, new double[] {LogGamma.lgamma(value), Polygamma.polygamma(0, value), Polygamma.polygamma(3, value)
            });
        }
        double[] a = Key.of(1).normals(37 * 300);
        double[] b = Key.of(2).normals(29 * 300);
        double[] c = new double[37 * 29];
        new PlainProduct().gemm(false, true, 37, 29, 300, 1.5, a, 0, 300, b, 0, 300, 0, c, 0, 29);
        add(crc, c);
        add(crc, Key.of(3).exponentials(100));
        add(crc, Key.of(3).normals(100));
        return Long.toHexString(crc.getValue());
    }

    private static void add(CRC32 crc, double[] y) {
        for (double value : y) {
            crc.update(Long.toString(Double.doubleToLongBits(value)).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String there(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BitsTest.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }
}
