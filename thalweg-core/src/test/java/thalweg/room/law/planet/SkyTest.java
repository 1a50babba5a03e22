package thalweg.room.law.planet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.PowerLaw;

class SkyTest {
    /// The Gaussian year, and the Earth's period with its mass (IAU 1976: 1 / 328900.5 with the Moon).
    @Test
    void gaussianYear() {
        assertThat(Planet.period(1, 0)).isCloseTo(365.2568983, within(5e-8));
        assertThat(Planet.period(1, 1 / 328900.5)).isCloseTo(365.2563430, within(1e-7));
        assertThat(Planet.period(4, 0)).isCloseTo(8 * 365.2568983, within(5e-7));
    }

    @Test
    void aFunctionOfTheKey() {
        assertThat(new Sky(8, 0.01).draw(Key.of(1))).isEqualTo(new Sky(8, 0.01).draw(Key.of(1)));
        assertThat(new Sky(8, 0.01).draw(Key.of(1))).isNotEqualTo(new Sky(8, 0.01).draw(Key.of(2)));
        assertThat(new Sky(50, 0.01).draw(Key.of(1)))
                .isSortedAccordingTo((a, b) -> Double.compare(a.trueAxis(), b.trueAxis()))
                .allMatch(p -> p.trueAxis() >= 0.3 && p.trueAxis() <= 40 && p.mass() >= 1e-7 && p.mass() <= 1e-3);
    }

    /// From each of 200 noisy skies the exponent 3/2, inside its 95 % interval as often as stated.
    @Test
    void keplersLawIsFoundAgain() {
        int inside = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<Planet> planets = new Sky(8, 0.01).draw(Key.of(seed));
            Dataset table = Dataset.of(new LinkedHashMap<>(Map.of(
                    "axis", column(planets, Planet::axis),
                    "axis_error", column(planets, Planet::axisError),
                    "period", column(planets, Planet::period),
                    "period_error", column(planets, Planet::periodError))));
            Exponent n = PowerLaw.weighted(
                            table, "period", List.of("axis"), Map.of("axis", "axis_error", "period", "period_error"))
                    .exponents()
                    .getFirst();
            assertThat(n.value()).isCloseTo(1.5, within(6 * n.error()));
            inside += n.low() <= 1.5 && 1.5 <= n.high() ? 1 : 0;
        }
        assertThat(inside / 200.0).isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / 200)));
    }

    /// Without noise the masses remain: the law is true to their size.
    @Test
    void massesBendTheLaw() {
        List<Planet> planets = new Sky(30, 0).draw(Key.of(4));
        Dataset table =
                Dataset.of(Map.of("axis", column(planets, Planet::axis), "period", column(planets, Planet::period)));
        PowerLaw law = PowerLaw.plain(table, "period", List.of("axis"));
        assertThat(law.exponents().getFirst().value()).isCloseTo(1.5, within(1e-3));
        assertThat(law.scatter()).isBetween(1e-6, 1e-3);
    }

    @Test
    void refusesEmptySkies() {
        assertThatThrownBy(() -> new Sky(0, 0.1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Sky(8, -1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Sky(8, 0.1, 3, 2, 1e-7, 1e-3)).isInstanceOf(Misuse.class);
    }

    private static double[] column(List<Planet> planets, ToDoubleFunction<Planet> field) {
        return planets.stream().mapToDouble(field).toArray();
    }
}
