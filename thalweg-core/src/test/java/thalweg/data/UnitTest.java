package thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "m s-1, m^1 s^-1, 1",
        "m/s, m^1 s^-1, 1",
        "m*s^-1, m^1 s^-1, 1",
        "kg.m2/s2, kg^1 m^2 s^-2, 1",
        "J, kg^1 m^2 s^-2, 1",
        "km/h, m^1 s^-1, 0.2777777777777778",
        "eV, kg^1 m^2 s^-2, 1.602176634e-19",
        "m^(1/2), m^1/2, 1",
        "mm**2, m^2, 1e-6",
        "10 cm, m^1, 0.1",
        "yr, s^1, 31557600",
        "W m-2 K-4, kg^1 s^-3 K^-4, 1",
        "%, '', 0.01",
        "µs, s^1, 1e-6",
    })
    void readsTheSpellingsInUse(String text, String dimension, double factor) {
        Unit unit = Unit.parse(text);
        Dimension expected = Dimension.NONE;
        for (String part : dimension.isEmpty() ? new String[0] : dimension.split(" ")) {
            String[] power = part.split("\\^");
            String[] ratio = power[1].split("/");
            expected = expected.times(Dimension.base(power[0])
                    .power(new org.hipparchus.fraction.Fraction(
                            Integer.parseInt(ratio[0]), ratio.length > 1 ? Integer.parseInt(ratio[1]) : 1)));
        }
        assertThat(unit.dimension()).isEqualTo(expected);
        assertThat(unit.factor()).isCloseTo(factor, within(1e-14 * factor));
    }

    @Test
    void convertsOnlyWithinAKind() {
        assertThat(Unit.parse("d").in(Unit.parse("h"))).isEqualTo(24);
        assertThatThrownBy(() -> Unit.parse("d").in(Unit.parse("m"))).hasMessageContaining("dimension");
    }

    @ParameterizedTest
    @CsvSource({"meter, m", "s^^2, breaks at", "m^200, exponent", "kgg, kg", "m//s, breaks at"})
    void namesWhatItCannotRead(String text, String message) {
        assertThatThrownBy(() -> Unit.parse(text))
                .isInstanceOf(thalweg.array.Misuse.class)
                .hasMessageContaining(message);
    }
}
