package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.law.Reference;

class SeveralFactorsTest {
    private static final Key KEY = Key.of(11);

    private static double[] sizes(int n, int which) {
        return Arrays.stream(KEY.fold(which).normals(n)).map(Math::exp).toArray();
    }

    private static double[] law(double[] a, double[] b, double noise) {
        double[] e = KEY.fold(9).normals(a.length);
        double[] y = new double[a.length];
        Arrays.setAll(y, i -> 2.5 * Math.pow(a[i], 1.5) * Math.pow(b[i], -0.75) * Math.exp(noise * e[i]));
        return y;
    }

    /// The header of two_factors.csv says how its numbers were found.
    @Test
    void errorsInAllAxes() {
        Reference data = Reference.read("two_factors.csv");
        PowerLaw law = PowerLaw.weighted(
                PowerLawTest.table(
                        "a",
                        data.column(0),
                        "da",
                        data.column(1),
                        "b",
                        data.column(2),
                        "db",
                        data.column(3),
                        "y",
                        data.column(4),
                        "dy",
                        data.column(5)),
                "y",
                List.of("a", "b"),
                Map.of("a", "da", "b", "db", "y", "dy"));
        List<Exponent> n = law.exponents();
        assertThat(n.get(0).value()).isCloseTo(1.51958469854200, within(1e-11));
        assertThat(n.get(1).value()).isCloseTo(-0.717603900932712, within(1e-11));
        assertThat(law.prefactor().log()).isCloseTo(0.824545265708031, within(1e-11));
        assertThat(n.get(0).error()).isCloseTo(0.0308490105772454, within(1e-11));
        assertThat(n.get(1).error()).isCloseTo(0.0325123647322613, within(1e-11));
        assertThat(law.prefactor().logError()).isCloseTo(0.0587558577697163, within(1e-11));
        assertThat(law.covariance()[5]).isCloseTo(0.00011101889414245, within(1e-13));
        assertThat(((Goodness.ChiSquare) law.goodness()).chi2()).isCloseTo(16.71499661984338, within(1e-9));
        // 1.96 standard errors of a normal law
        assertThat(n.get(0).high())
                .isCloseTo(n.get(0).value() + 1.959963984540054 * n.get(0).error(), within(1e-12));
    }

    @Test
    void exactLawWithoutNoise() {
        double[] a = sizes(40, 1);
        double[] b = sizes(40, 2);
        PowerLaw law = PowerLaw.plain(PowerLawTest.table("a", a, "b", b, "y", law(a, b, 0)), "y", List.of("a", "b"));
        assertThat(law.exponents().get(0).value()).isCloseTo(1.5, within(1e-13));
        assertThat(law.exponents().get(1).value()).isCloseTo(-0.75, within(1e-13));
        assertThat(law.prefactor().value()).isCloseTo(2.5, within(1e-13));
        assertThat(law.goodness()).isInstanceOf(Goodness.Untested.class);
        assertThat(law.goodness().explains()).isTrue();
        assertThat(law.exponents()).allMatch(n -> n.ratio().consistent());
    }

    /// `b = 3 a^2` to rounding: the exponents are not determined, their combination is.
    @Test
    void collinearInputs() {
        double[] a = sizes(40, 1);
        double[] b = Arrays.stream(a).map(v -> 3 * v * v).toArray();
        double[] c = sizes(40, 3);
        double[] y = law(a, c, 0.01);
        Dataset table = PowerLawTest.table("a", a, "b", b, "c", c, "y", y);
        PowerLaw both = PowerLaw.plain(table, "y", List.of("a", "b", "c"));
        PowerLaw one = PowerLaw.plain(table, "y", List.of("a", "c"));
        assertThat(both.exponents().get(0).determined()).isFalse();
        assertThat(both.exponents().get(1).determined()).isFalse();
        assertThat(both.exponents().get(2).value())
                .isCloseTo(one.exponents().get(1).value(), within(1e-12));
        assertThat(both.combinations()).hasSize(2);
        assertThat(both.combinations().get(0).text()).isEqualTo("n(a) + 2 n(b)");
        assertThat(both.combinations().get(0).value())
                .isCloseTo(one.exponents().get(0).value(), within(1e-12));
        assertThat(both.combinations().get(0).error())
                .isCloseTo(one.exponents().get(0).error(), within(1e-12));
        assertThat(both.combinations().get(1).text()).isEqualTo("A * 3^n(b)");
        assertThat(both.combinations().get(1).value()).isCloseTo(one.prefactor().value(), within(1e-12));
        assertThat(both.prefactor().value()).isNaN();
        assertThat(both.at(2, 12, 1).value()).isCloseTo(one.at(2, 1).value(), within(1e-12));
    }

    @Test
    void curvatureIsFound() {
        double[] a = sizes(60, 1);
        double[] y = Arrays.stream(a).map(v -> v + 0.2 * v * v).toArray();
        Goodness goodness = PowerLaw.plain(PowerLawTest.table("a", a, "y", y), "y", List.of("a"))
                .goodness();
        assertThat(goodness.explains()).isFalse();
    }

    /// A product of logarithms alone, `ln y = ln a ln b`, shows in the cross term.
    @Test
    void crossTermIsFound() {
        double[] a = sizes(60, 1);
        double[] b = sizes(60, 2);
        double[] y = new double[60];
        Arrays.setAll(y, i -> Math.exp(Math.log(a[i]) * Math.log(b[i])));
        Goodness goodness = PowerLaw.plain(PowerLawTest.table("a", a, "b", b, "y", y), "y", List.of("a", "b"))
                .goodness();
        assertThat(((Goodness.Curvature) goodness).terms()).isEqualTo(3);
        assertThat(goodness.explains()).isFalse();
    }

    @Test
    void outliersDoNotPullARobustFit() {
        double[] a = sizes(60, 1);
        double[] b = sizes(60, 2);
        double[] y = law(a, b, 0.01);
        for (int i = 0; i < 60; i += 8) {
            y[i] *= 20;
        }
        Dataset table = PowerLawTest.table("a", a, "b", b, "y", y);
        for (Loss loss : Loss.values()) {
            PowerLaw law = PowerLaw.robust(table, "y", List.of("a", "b"), loss);
            assertThat(law.exponents().get(0).value()).isCloseTo(1.5, within(4 * 0.01 / Math.sqrt(50)));
            assertThat(law.goodness().explains()).isTrue();
        }
        assertThat(PowerLaw.plain(table, "y", List.of("a", "b"))
                        .exponents()
                        .get(0)
                        .error())
                .isGreaterThan(0.05);
    }

    /// Values far from 1 and an input in tiny units lose nothing.
    @Test
    void unitsDoNotMatter() {
        double[] a = sizes(50, 1);
        double[] y = law(a, sizes(50, 2), 0.1);
        PowerLaw here = PowerLaw.plain(PowerLawTest.table("a", a, "y", y), "y", List.of("a"));
        double[] tiny = Arrays.stream(a).map(v -> v * 1e-150).toArray();
        double[] huge = Arrays.stream(y).map(v -> v * 1e200).toArray();
        PowerLaw there = PowerLaw.plain(PowerLawTest.table("a", tiny, "y", huge), "y", List.of("a"));
        assertThat(there.exponents().getFirst().value())
                .isCloseTo(here.exponents().getFirst().value(), within(1e-12));
        assertThat(there.exponents().getFirst().error())
                .isCloseTo(here.exponents().getFirst().error(), within(1e-12));
        assertThat(there.goodness().p()).isCloseTo(here.goodness().p(), within(1e-9));
        assertThat(there.at(1e-150).value() / 1e200).isCloseTo(here.at(1).value(), within(1e-10));
    }

    @Test
    void streamedInBlocksOrAtOnce() {
        double[] a = sizes(20_000, 1);
        double[] b = sizes(20_000, 2);
        PowerLaw law = PowerLaw.plain(PowerLawTest.table("a", a, "b", b, "y", law(a, b, 0.1)), "y", List.of("a", "b"));
        assertThat(law.exponents().get(0).value()).isCloseTo(1.5, within(5 * 0.1 / Math.sqrt(20_000)));
        assertThat(law.exponents().get(0).error()).isCloseTo(0.1 / Math.sqrt(20_000), within(2e-5));
        assertThat(law.scatter()).isCloseTo(0.1, within(0.003));
        assertThat(law.at(1, 1).outside()).isFalse();
        assertThat(law.at(1, 1000).outside()).isTrue();
    }

    @Test
    void aRowWithoutAnyErrorIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> PowerLaw.weighted(
                        PowerLawTest.table(
                                "a", new double[] {1, 2, 3, 4}, "y", new double[] {1, 2, 3, 4.5}, "dy", new double[] {
                                    0.1, 0.1, 0, 0.1
                                }),
                        "y",
                        List.of("a"),
                        Map.of("y", "dy")))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("row 3");
    }
}
