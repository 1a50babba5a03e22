package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void insideTheIntervalAndAlone() {
        Ratio ratio = Ratio.nearest(1.4999, 0.0001, 2.576);
        assertThat(ratio.toString()).isEqualTo("3/2");
        assertThat(ratio.distance()).isCloseTo(1, within(1e-9));
        assertThat(ratio.consistent()).isTrue();
    }

    @Test
    void outsideTheInterval() {
        assertThat(Ratio.nearest(1.4999, 0.00001, 2.576).consistent()).isFalse();
    }

    @Test
    void notAloneInTheInterval() {
        Ratio ratio = Ratio.nearest(1.49, 0.03, 2.576);
        assertThat(ratio.toString()).isEqualTo("3/2");
        assertThat(ratio.consistent()).isFalse();
    }

    @Test
    void negativeWholeAndZero() {
        assertThat(Ratio.nearest(-1.999, 0.001, 2.576).toString()).isEqualTo("-2");
        assertThat(Ratio.nearest(-0.6667, 0.001, 2.576).toString()).isEqualTo("-2/3");
        assertThat(Ratio.nearest(0.0004, 0.001, 2.576).toString()).isEqualTo("0");
        assertThat(Ratio.nearest(11 / 12.0 + 1e-4, 1e-3, 2.576).toString()).isEqualTo("11/12");
    }

    /// No error but rounding: the fraction is consistent if it is equal to rounding.
    @Test
    void withoutError() {
        assertThat(Ratio.nearest(1.5000000000000002, 0, 2.576).consistent()).isTrue();
        assertThat(Ratio.nearest(1.500000001, 0, 2.576).consistent()).isFalse();
        assertThat(Ratio.nearest(Double.NaN, Double.NaN, 2.576).consistent()).isFalse();
    }
}
