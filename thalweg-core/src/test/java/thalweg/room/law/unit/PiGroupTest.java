package thalweg.room.law.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.Fraction;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.data.Dimension;
import thalweg.data.Unit;

class PiGroupTest {
    private static List<Variable> variables(String... nameAndUnit) {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < nameAndUnit.length; i += 2) {
            variables.add(Variable.of(nameAndUnit[i], nameAndUnit[i + 1]));
        }
        return variables;
    }

    private static List<String> groups(String... nameAndUnit) {
        return PiGroup.of(variables(nameAndUnit)).stream()
                .map(PiGroup::toString)
                .toList();
    }

    /// The mass of the bob drops out.
    @Test
    void pendulum() {
        assertThat(groups("m", "kg", "l", "m", "g", "m/s2", "T", "s")).containsExactly("g T^2 / l");
    }

    @Test
    void reynolds() {
        assertThat(groups("rho", "kg/m3", "v", "m/s", "D", "m", "mu", "Pa s")).containsExactly("mu / (rho v D)");
    }

    /// Pressure drop in a rough pipe: three groups, Euler's, Reynolds' and the roughness (Buckingham's own
    /// example has the first two).
    @Test
    void pipe() {
        assertThat(groups("rho", "kg/m3", "v", "m/s", "D", "m", "mu", "Pa s", "eps", "m", "dp", "Pa"))
                .containsExactly("mu / (rho v D)", "eps / D", "dp / (rho v^2)");
    }

    /// G. I. Taylor's blast: radius, energy, time, density.
    @Test
    void blast() {
        assertThat(groups("E", "J", "t", "s", "rho", "kg/m3", "R", "m")).containsExactly("rho R^5 / (E t^2)");
    }

    @Test
    void nothingIsDimensionless() {
        assertThat(groups("a", "m", "b", "s")).isEmpty();
        assertThat(groups("a", "m", "angle", "rad")).containsExactly("angle");
    }

    /// Rational exponents: noise in V / Hz^(1/2) against a bandwidth and a voltage.
    @Test
    void rationalExponents() {
        assertThat(groups("noise", "V Hz^(-1/2)", "B", "Hz", "U", "V")).containsExactly("U^2 / (noise^2 B)");
    }

    /// Every group is dimensionless, exactly, and there are as many as Buckingham counts.
    @Test
    void randomDimensions() {
        String[] base = {"m", "kg", "s", "A", "K"};
        for (int trial = 0; trial < 200; trial++) {
            Key key = Key.of(trial);
            int n = 3 + (int) key.integer(0, 6);
            List<Variable> variables = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                Dimension dimension = Dimension.NONE;
                for (int b = 0; b < base.length; b++) {
                    int top = (int) key.fold(j).integer(b, 7) - 3;
                    int bottom = 1 + (int) key.fold(j).integer(b + 10, 2);
                    dimension = dimension.times(Dimension.base(base[b]).power(new Fraction(top, bottom)));
                }
                variables.add(new Variable("x" + j, new Unit("", 1, dimension)));
            }
            List<PiGroup> groups = PiGroup.of(variables);
            assertThat(groups.size()).isGreaterThanOrEqualTo(n - base.length);
            for (PiGroup group : groups) {
                for (String b : base) {
                    BigInteger sum = BigInteger.ZERO; // twice the exponent of b
                    for (int j = 0; j < n; j++) {
                        Fraction power =
                                variables.get(j).unit().dimension().of(b).multiply(2);
                        assertThat(power.getDenominator()).isEqualTo(1);
                        sum = sum.add(group.exponents().get(j).multiply(BigInteger.valueOf(power.getNumerator())));
                    }
                    assertThat(sum).isZero();
                }
                assertThat(group.exponents().stream().reduce(BigInteger.ZERO, BigInteger::gcd))
                        .isEqualTo(BigInteger.ONE);
            }
        }
    }
}
