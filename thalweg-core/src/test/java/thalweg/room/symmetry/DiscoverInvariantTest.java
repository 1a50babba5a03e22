package thalweg.room.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Report;

class DiscoverInvariantTest {
    private static final Lab LAB = Lab.quiet().threads(2);
    private static final Path ORBITS = Path.of("../data/orbits.csv");

    private static List<String> formulas(Report report) {
        return report.table("laws").rows().stream()
                .map(row -> String.valueOf(row.get(1)))
                .toList();
    }

    /// Counts of linearly and functionally independent laws as in the room's sheet.
    @ParameterizedTest
    @CsvSource({
        "harmonic, 0.01, 2, 1",
        "isotropic, 0.001, 4, 3",
        "ring, 0.01, 6, 4",
        "kepler, 0.01, 4, 3",
        "lotka-volterra, 0.01, 1, 1",
        "pendulum, 0, 1, 1",
        "lorenz, 0, 0, 0",
        "damped, 0.001, 0, 0",
        "van-der-pol, 0, 0, 0"
    })
    void countsOfLaws(String system, double noise, int linear, int independent) {
        Report report = DiscoverInvariant.made(system, noise).run(LAB);
        assertThat(report.number("linear laws").value()).isEqualTo(linear);
        assertThat(report.number("independent laws").value()).isEqualTo(independent);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "0.5, 2, 0.01, 2", "random, 3, 0.001, 3", "1, 1, 0, 2"})
    void momentumAlwaysAndEnergyIfElastic(String restitution, int dimension, double noise, int known) {
        Report report =
                DiscoverInvariant.collision(restitution, dimension, noise).run(LAB);
        assertThat(formulas(report))
                .hasSize(known)
                .allSatisfy(f -> assertThat(f).startsWith("m*v"));
    }

    @Test
    void tooFewEventsAreSaid() {
        DiscoverInvariant asked = new DiscoverInvariant(
                Data.of(Path.of("collision")),
                new InvariantColumns(),
                new EventColumns(),
                List.of(),
                Map.of(),
                List.of(),
                new Making(40, 200, 20, 1, "0", 0),
                200,
                200);
        Report report = asked.run(LAB);
        assertThat(report.text("verdict"))
                .startsWith("undecided")
                .contains("30 events needed for 14 terms with half held out, 20 found");
        assertThat(report.table("laws").rows()).isEmpty();
    }

    /// The coefficients of energy and of the Runge-Lenz vector are halves and ones.
    @Test
    void lawsOfPlanetsFromATable() {
        Report report = new DiscoverInvariant(Data.of(ORBITS), List.of()).run(LAB);
        double[] sizes = report.table("coefficients").rows().stream()
                .mapToDouble(row -> Math.abs(Double.parseDouble(String.valueOf(row.get(2)))))
                .toArray();
        assertThat(sizes).hasSize(2 + 3 + 3 + 3);
        for (double c : sizes) {
            assertThat(Math.min(Math.abs(c - 1), Math.abs(c - 0.5))).isLessThan(1e-6);
        }
        assertThat(report.number("hamiltonian residual").value()).isLessThan(0.01);
    }

    /// The order of rows says nothing.
    @Test
    void shuffledRowsGiveTheSameBits() {
        Dataset table = Dataset.of(ORBITS);
        List<String> names = List.of("id", "t", "x", "y", "vx", "vy");
        int[] order = Key.of(5).permutation((int) table.rows());
        Map<String, double[]> plain = new LinkedHashMap<>();
        Map<String, double[]> shuffled = new LinkedHashMap<>();
        for (String name : names) {
            double[] x = table.numbers(name);
            plain.put(name, x);
            shuffled.put(name, Arrays.stream(order).mapToDouble(i -> x[i]).toArray());
        }
        Report first = new DiscoverInvariant(Data.of(Dataset.of(plain)), List.of("monomial:2")).run(LAB);
        Report second = new DiscoverInvariant(Data.of(Dataset.of(shuffled)), List.of("monomial:2")).run(LAB);
        assertThat(second.table("spectrum")).isEqualTo(first.table("spectrum"));
        assertThat(second.table("laws")).isEqualTo(first.table("laws"));
    }

    @ParameterizedTest
    @CsvSource({"circle, 1, so(2)", "sphere, 3, so(3)", "minkowski, 6, 'so(1,3)'"})
    void generatorsOfQuadraticForms(String function, int count, String algebra) {
        for (double noise : new double[] {0, 0.01}) {
            Report report = DiscoverSymmetry.made(function, DiscoverSymmetry.Of.FUNCTION, noise)
                    .run(LAB);
            assertThat(report.number("generators").value()).isEqualTo(count);
            assertThat(report.text("algebra")).isEqualTo(algebra);
            assertThat(report.number("largest angle to the known generators").value())
                    .isLessThan(noise == 0 ? 1e-6 : 0.02);
        }
    }

    @Test
    void slicesOfSchwarzschildBecomeFlat() {
        Report report = new UncoverSymmetry().run(LAB);
        assertThat(report.number("residual ratio").value()).isLessThan(1e-4);
        assertThat(report.number("map error").value()).isCloseTo(0, within(1e-3));
    }

    @Test
    void anOscillatorIsUncovered() {
        Report report =
                new UncoverSymmetry(UncoverSymmetry.Disguised.OSCILLATOR, UncoverSymmetry.Seek.AUTO, 6).run(LAB);
        assertThat(report.number("residual ratio").value()).isLessThan(1e-4);
        assertThat(report.number("frequency").value()).isCloseTo(1, within(1e-4));
    }
}
