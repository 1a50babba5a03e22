package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Misuse;

class VerdictTest {
    /// P(D_10 < 0.274) as printed by Marsaglia, Tsang and Wang, J. Stat. Software 8 (2003) 18.
    @Test
    void lawOfKolmogorov() {
        assertThat(1 - KolmogorovLaw.beyond(10, 0.274)).isCloseTo(0.6284796154565042, within(1e-15));
    }

    /// Critical values of many numbers: Kolmogorov's 5 % and 1 %, Anderson and Darling's 10, 5 and 1 % (1954).
    @Test
    void criticalValues() {
        assertThat(KolmogorovLaw.limit(1.3581)).isCloseTo(0.05, within(1e-5));
        assertThat(KolmogorovLaw.limit(1.6276)).isCloseTo(0.01, within(1e-5));
        assertThat(1 - AndersonDarling.limit(1.933)).isCloseTo(0.10, within(1e-4));
        assertThat(1 - AndersonDarling.limit(2.492)).isCloseTo(0.05, within(1e-4));
        assertThat(1 - AndersonDarling.limit(3.857)).isCloseTo(0.01, within(3e-4));
    }

    /// Both forms of the limit at 1, and both sides of the change of method: the law falls steadily.
    @Test
    void lawsJoin() {
        assertThat(KolmogorovLaw.limit(1)).isCloseTo(KolmogorovLaw.limit(Math.nextDown(1.0)), within(1e-14));
        double before = KolmogorovLaw.beyond(400, 0.1 - 1e-9);
        double after = KolmogorovLaw.beyond(400, 0.1 + 1e-9);
        assertThat(after).isLessThan(before).isCloseTo(before, within(1e-6 * before));
    }

    @ParameterizedTest
    @CsvSource({"3.841458820694124, 1, 0.05", "18.307038053275146, 10, 0.05", "10.827566170662733, 1, 0.001"})
    void tailOfChiSquare(double square, double degrees, double known) {
        assertThat(ChiSquare.beyond(square, degrees)).isCloseTo(known, within(1e-13));
    }

    /// A^2 of one number: -1 - ln(u (1 - u)); of its law: sqrt(1 - 4 exp(-1 - z)).
    @Test
    void andersonOfOneNumber() {
        Verdict verdict = AndersonDarling.of(new double[] {0.2}, u -> u);
        assertThat(verdict.statistic()).isCloseTo(-1 - Math.log(0.16), within(1e-15));
        assertThat(verdict.p()).isCloseTo(0.4, within(1e-14));
        assertThat(AndersonDarling.of(new double[] {1}, u -> u).remark()).contains("cannot be");
    }

    /// With ties: x = 1, 1, 2 and y = 1, 2, 2; D = 1/3, which two thirds of the orders of {1, 1, 1 | 2, 2, 2}
    /// reach: by hand 18 of 20 orders differ from the balanced ones only where a value ends.
    @Test
    void tiesOfTwoSamples() {
        Verdict verdict = KolmogorovSmirnov.of(new double[] {1, 1, 2}, new double[] {1, 2, 2});
        assertThat(verdict.statistic()).isCloseTo(1.0 / 3, within(1e-15));
        // The first three places hold k of the first sample: D = |2 k - 3| / 3 >= 1/3 always.
        assertThat(verdict.p()).isCloseTo(1, within(1e-15));
        Verdict apart = KolmogorovSmirnov.of(new double[] {1, 1, 1}, new double[] {2, 2, 2});
        assertThat(apart.p()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void cellsThatSayLittle() {
        assertThat(ChiSquare.of(new long[] {3, 4}, new double[] {1, 1}).remark())
                .contains("pool");
        assertThat(ChiSquare.of(new long[] {3, 4}, new double[] {1, 0}).p()).isEqualTo(0);
        assertThat(ChiSquare.of(new long[] {9, 0}, new double[] {1, 0}).remark())
                .contains("no degree of freedom");
        assertThat(ChiSquare.of(new long[] {0, 0}, new double[] {1, 1}).remark())
                .isEqualTo("no counts");
        assertThatThrownBy(() -> ChiSquare.of(new long[] {-1, 0}, new double[] {1, 1}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("cell 1");
        assertThatThrownBy(() -> ChiSquare.of(new long[3], new double[2])).isInstanceOf(Misuse.class);
    }
}
