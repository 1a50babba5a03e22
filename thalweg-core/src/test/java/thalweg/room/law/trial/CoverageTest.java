package thalweg.room.law.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.array.Key;

/// `-Dthalweg.coverage=100000` draws more samples.
class CoverageTest {
    @ParameterizedTest
    @EnumSource
    void statedIntervalsHoldTheTruth(Coverage.Errors errors) {
        Coverage coverage = Coverage.of(errors, Integer.getInteger("thalweg.coverage", 4000), Key.of(1618));
        assertThat(coverage.exponent()).isBetween(0.93, 0.97);
        assertThat(coverage.prefactor()).isBetween(0.93, 0.97);
    }

    @Test
    void errorsInTheInputDoNotFlattenTheSlope() {
        Attenuation exact = Attenuation.of(1000, 1000, 0, Key.of(24));
        assertThat(exact.slope()).isCloseTo(3, within(Math.min(3 * exact.error(), 0.002 * 3)));
        assertThat(exact.coverage()).isBetween(0.93, 0.97);
        assertThat(exact.plain()).isCloseTo(2.4, within(0.005));
        Attenuation both = Attenuation.of(1000, 1000, 0.3, Key.of(25));
        assertThat(both.slope()).isCloseTo(3, within(Math.min(3 * both.error(), 0.002 * 3)));
        assertThat(both.coverage()).isBetween(0.93, 0.97);
    }
}
