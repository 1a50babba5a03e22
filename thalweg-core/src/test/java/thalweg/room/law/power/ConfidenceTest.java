package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quantiles of SciPy 1.17.1 (`stats.t.ppf`, `stats.norm.ppf`), to nine digits: they multiply standard errors.
class ConfidenceTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.95, 12.7062047361747",
        "1, 0.99, 63.6567411628715",
        "2, 0.95, 4.30265272974946",
        "2, 0.99, 9.92484320091829",
        "6, 0.95, 2.44691185114498",
        "6, 0.99, 3.70742802132481",
        "30, 0.95, 2.04227245630124",
        "30, 0.99, 2.74999565356723",
        "998, 0.95, 1.96234384621633",
        "998, 0.99, 2.58076458638535",
        "1000000.0, 0.95, 1.95996635681411",
        "1000000.0, 0.99, 2.57583422010533",
        "Infinity, 0.95, 1.95996398454005",
        "Infinity, 0.99, 2.5758293035489"
    })
    void quantiles(double degreesOfFreedom, double level, double quantile) {
        assertThat(new Confidence(degreesOfFreedom).quantile(level)).isCloseTo(quantile, within(1e-9 * quantile));
    }
}
