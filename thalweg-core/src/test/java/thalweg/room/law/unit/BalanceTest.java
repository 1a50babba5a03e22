package thalweg.room.law.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.law.power.PowerLaw;

class BalanceTest {
    /// The energy of the first atomic explosion scales as `rho R^5 / t^2` by units alone.
    @Test
    void unitsAloneFixTheExponents() {
        Balance blast = Balance.of(
                Variable.of("R", "m"),
                List.of(Variable.of("E", "J"), Variable.of("t", "s"), Variable.of("rho", "kg/m3")));
        assertThat(blast.unique()).isTrue();
        assertThat(blast.exponents())
                .containsExactly(new BigFraction(1, 5), new BigFraction(2, 5), new BigFraction(-1, 5));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() ->
                        Balance.of(Variable.of("n", "mol"), List.of(Variable.of("P", "Pa"), Variable.of("V", "m3"))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("it needs mol")
                .hasMessageContaining("add an input or allow constants with units");
        assertThatThrownBy(() -> Balance.of(Variable.of("period", "d"), List.of(Variable.of("axis", "au"))))
                .hasMessageContaining("it needs s;");
        // metres occur, but only together with seconds
        assertThatThrownBy(() -> Balance.of(Variable.of("l", "m"), List.of(Variable.of("v", "m/s"))))
                .hasMessageContaining("it needs m;");
        assertThatThrownBy(() -> Balance.of(
                        Variable.of("P", "Pa"),
                        List.of(Variable.of("V", "m3"), Variable.of("T", "K"), Variable.of("n", "mol"))))
                .hasMessageContaining("it needs kg and s;");
    }

    /// Drag on spheres: `F ~ rho v^2 D^2 (rho v D / mu)^-0.3`, found with exponents that respect the units,
    /// from data in mixed units; the prefactor is a pure number.
    @Test
    void fitThatRespectsUnits() {
        int n = 60;
        double[] rho = sizes(1, n, 1000);
        double[] v = sizes(2, n, 2); // km/h
        double[] d = sizes(3, n, 3); // cm
        double[] mu = sizes(4, n, 1e-3);
        double[] force = new double[n]; // mN
        Arrays.setAll(force, i -> {
            double speed = v[i] / 3.6;
            double size = d[i] / 100;
            double reynolds = rho[i] * speed * size / mu[i];
            return 1e3 * 0.7 * rho[i] * speed * speed * size * size * Math.pow(reynolds, -0.3);
        });
        Balance balance = Balance.of(
                Variable.of("F", "mN"),
                List.of(
                        Variable.of("rho", "kg/m3"),
                        Variable.of("v", "km/h"),
                        Variable.of("D", "cm"),
                        Variable.of("mu", "Pa s")));
        assertThat(balance.groups()).hasSize(1);
        PiTable table = new PiTable(Dataset.of(Map.of("F", force, "rho", rho, "v", v, "D", d, "mu", mu)), balance);
        PowerLaw law = PowerLaw.plain(table, PiTable.column(0), table.groups());
        double[] exponents = balance.exponents(law.exponents().getFirst().value());
        assertThat(exponents[0]).isCloseTo(0.7, within(1e-10));
        assertThat(exponents[1]).isCloseTo(1.7, within(1e-10));
        assertThat(exponents[2]).isCloseTo(1.7, within(1e-10));
        assertThat(exponents[3]).isCloseTo(0.3, within(1e-10));
        assertThat(law.prefactor().value()).isCloseTo(0.7, within(1e-9));
    }

    private static double[] sizes(int which, int n, double scale) {
        return Arrays.stream(Key.of(17).fold(which).normals(n))
                .map(z -> scale * Math.exp(z))
                .toArray();
    }
}
