package thalweg.room.law.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.room.law.Reference;

class PowerSumTest {
    @Test
    void valueAndDerivativesEqualMpmathTo1e14() {
        for (var row : Reference.read("power_sum.csv").rows()) {
            double[] v = row.stream().mapToDouble(Reference::number).toArray();
            PowerSum sum = PowerSum.between(v[0], v[1], v[2]);
            assertRelative(sum.value(), v[3], "value " + row);
            assertRelative(sum.first(), v[4], "first " + row);
            assertRelative(sum.second(), v[5], "second " + row);
            if (Double.isInfinite(v[2])) {
                assertRelative(PowerSum.value(v[0], v[1]), v[3], "value alone " + row);
            }
        }
    }

    @Test
    void zetaOfTwoIsPiSquaredOverSix() {
        assertThat(PowerSum.from(2, 1).value()).isCloseTo(Math.PI * Math.PI / 6, within(1e-15));
    }

    private static void assertRelative(double found, double expected, String what) {
        assertThat(found).as(what).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }
}
