package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Against SciPy 1.17.1, and pyerrors 2.17.0 for the Gamma method.
class ScipyPeerTest {
    @Test
    void kolmogorovSmirnov() {
        for (String known : Peers.cases("ks")) {
            String[] of = known.split(" ");
            int n = Integer.parseInt(of[0]);
            Verdict verdict = KolmogorovSmirnov.of(near(n, Double.parseDouble(of[1])), x -> x);
            close(verdict.statistic(), Peers.number("ks", known, "distance"), 1e-12);
            close(verdict.p(), Peers.number("ks", known, "p"), n <= 500 ? 1e-12 : 1e-6);
        }
    }

    @Test
    void kolmogorovSmirnovOfTwoSamples() {
        for (String known : Peers.cases("ks two")) {
            String[] of = known.split(" ");
            double[] x = near(Integer.parseInt(of[0]), Double.parseDouble(of[2]));
            Verdict verdict = KolmogorovSmirnov.of(x, golden(Integer.parseInt(of[1]), 0.1));
            close(verdict.statistic(), Peers.number("ks two", known, "distance"), 1e-14);
            close(verdict.p(), Peers.number("ks two", known, "p"), 1e-10);
        }
    }

    @Test
    void distances() {
        for (String known : Peers.cases("distance")) {
            String[] of = known.split(" ");
            double[] x = DiagnosticPeerTest.draws(of[0]).flat();
            double[] y = Arrays.copyOf(DiagnosticPeerTest.draws(of[1]).flat(), 2500);
            close(Wasserstein.of(x, y).value(), Peers.number("distance", known, "wasserstein"), 1e-12);
            close(EnergyDistance.of(x, y).value(), Peers.number("distance", known, "energy"), 1e-11);
        }
    }

    @Test
    void chiSquare() {
        for (String known : Peers.cases("chi square")) {
            String[] of = known.split(" : ");
            long[] counts =
                    Arrays.stream(of[0].split(" ")).mapToLong(Long::parseLong).toArray();
            double[] p = Arrays.stream(of[1].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Verdict verdict = ChiSquare.of(counts, p);
            close(verdict.statistic(), Peers.number("chi square", known, "statistic"), 1e-13);
            close(verdict.p(), Peers.number("chi square", known, "p"), 1e-12);
        }
    }

    @Test
    void lawOfAndersonAndDarling() {
        for (String z : Peers.cases("anderson darling")) {
            assertThat(AndersonDarling.limit(Double.parseDouble(z)))
                    .isCloseTo(Peers.number("anderson darling", z, "p"), within(1e-12));
        }
    }

    @Test
    void kernelDensity() {
        double[] draws = DiagnosticPeerTest.draws("lognorm").flat();
        for (String known : Peers.cases("density")) {
            String[] of = known.split(" ");
            double at = Double.parseDouble(of[0]);
            Density density =
                    Density.of(draws, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.parseDouble(of[1]));
            double[] x = density.x();
            int below = (int) ((at - x[0]) / (x[1] - x[0]));
            double part = (at - x[below]) / (x[below + 1] - x[below]);
            double between = density.value()[below] + part * (density.value()[below + 1] - density.value()[below]);
            close(between, Peers.number("density", known, "value"), 0.02);
        }
    }

    @Test
    void gammaMethod() {
        double[] x = Arrays.copyOf(DiagnosticPeerTest.draws("ar09").flat(), 1000);
        IntegratedTime tau = IntegratedTime.wolff(x);
        assertThat(tau.window()).isEqualTo((int) Peers.number("gamma", "ar09", "window"));
        // pyerrors normalises the corrected sum by 1 + 1 / n, Wolff's own program by the corrected variance.
        double corrected = Peers.number("gamma", "ar09", "tau");
        double plain = corrected * (1 + 1e-3) / (1 + (2.0 * tau.window() + 1) / 1000);
        double known = corrected * (1 + 1e-3) / (1 + 2 * plain / 1000);
        close(tau.time().value(), 2 * known, 1e-10);
    }

    private static double[] golden(int n, double shift) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = ((i + 1) * 0.6180339887498949 + shift) % 1.0;
        }
        return x;
    }

    private static double[] near(int n, double shift) {
        return Arrays.stream(golden(n, 0)).map(u -> Math.pow(u, 1 + shift)).toArray();
    }

    private static void close(double value, double known, double relative) {
        assertThat(value).isCloseTo(known, within(relative * Math.abs(known)));
    }
}
