package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the R package loo 2.5.1.
class PsisPeerTest {
    @ParameterizedTest
    @CsvSource({"norm, 0.0366393218", "t3, 0.3035158161", "t1.2, 0.8175604918"})
    void equalsLoo(String name, double shape) {
        Table known = Table.read("psis_" + name + ".csv");
        Psis psis = Psis.of(known.column("lw"));
        assertThat(psis.shape().value()).isCloseTo(shape, within(1e-10));
        assertThat(psis.shape().remark().isEmpty()).isEqualTo(shape < 0.7);
        double[] log = psis.log();
        double[] smoothed = known.column("smoothed");
        for (int i = 0; i < log.length; i++) {
            assertThat(log[i]).isCloseTo(smoothed[i], within(1e-13 * Math.abs(smoothed[i])));
        }
    }
}
