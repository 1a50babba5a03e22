package thalweg.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    // The first three are the examples of the Review of Particle Physics, section 5.3.
    @ParameterizedTest
    @CsvSource({
        "0.827, 0.119, 0.83 +- 0.12",
        "0.827, 0.367, 0.8 +- 0.4",
        "0.827, 0.96, 0.8 +- 1.0",
        "1.49986623313, 0.0000611637, 1.49987 +- 0.00006",
        "365.2425, 0.0427, 365.24 +- 0.04",
        "1e-34, 2e-36, (1.000 +- 0.020)e-34",
        "123456789, 3210, (1.234568 +- 0.000032)e8",
        "2, 0, 2",
        "NaN, 1, nan",
        "230000, 55000, (2.3 +- 0.6)e5",
    })
    void cutsTheValueWhereTheErrorBegins(double value, double error, String text) {
        assertThat(Rounding.withError(value, error)).isEqualTo(text);
    }
}
