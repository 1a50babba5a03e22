package thalweg.stan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.landscape.Flat;
import thalweg.stan.data.StanData;
import thalweg.stan.trace.Settings;

/// Log densities and gradients of fourteen posteriors at stored points, from their Stan text.
final class DensityPointsTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = DensityPointsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    static Stream<String> points() throws IOException {
        return resource("/thalweg/stan/density-points.txt").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("points")
    void valueAndSlope(String line) throws IOException {
        check(line, true);
    }

    @ParameterizedTest
    @MethodSource("points")
    void valueAndSlopeWithoutSufficientStatistics(String line) throws IOException {
        check(line, false);
    }

    private static void check(String line, boolean sufficient) throws IOException {
        String[] parts = line.split(";");
        boolean differential = parts[0].startsWith("lotka");
        double[] u = numbers(parts[2]);
        double[] gradient = numbers(parts[5]);
        StanProgram program = StanProgram.of(parts[0], resource("/thalweg/posteriors/stan/" + parts[0]));
        StanData data = StanData.json(parts[1], resource("/thalweg/posteriors/data/" + parts[1]));
        StanPosterior posterior =
                program.with(data, new Settings(sufficient, true, differential ? 1e-10 : 1), Key.of(0));
        List<Tensor> both = posterior.logDensity(Tensor.vector(u));
        double close = differential ? 1e-6 : 1e-9;
        double density = Double.parseDouble(parts[3]);
        double jacobian = Double.parseDouble(parts[4]);
        assertThat(both.get(0).value()).isCloseTo(density, within(close * Math.max(1, Math.abs(density))));
        assertThat(both.get(1).value()).isCloseTo(jacobian, within(1e-12 * Math.max(1, Math.abs(jacobian))));
        Flat<Tensor> flat = posterior.complete().flat(Tensor.vector(u));
        double[] slope = new double[u.length];
        double sum = density + jacobian;
        assertThat(-flat.at(u, slope)).isCloseTo(sum, within(close * Math.max(1, Math.abs(sum))));
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < u.length; i++) {
            assertThat(-slope[i]).isCloseTo(gradient[i], within(close * largest));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
