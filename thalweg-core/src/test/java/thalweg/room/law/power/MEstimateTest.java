package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.room.law.Reference;

/// The stack loss data: coefficients and scale of statsmodels 0.15.0 (RLM, median absolute deviation), standard
/// errors of R 4.2.2, MASS 7.3-58.2 (`rlm`, which takes 0.6745 for the normal quantile and so differs in the
/// fifth digit).
class MEstimateTest {
    private static MEstimate fit(Loss loss) {
        Reference data = Reference.read("stackloss.csv");
        int n = data.rows().size();
        double[] a = new double[4 * n];
        for (int i = 0; i < n; i++) {
            a[4 * i] = 1;
            for (int j = 1; j < 4; j++) {
                a[4 * i + j] = data.column(j)[i];
            }
        }
        return new MEstimate(a, 4, data.column(0), loss);
    }

    private static void compare(Loss loss, double[] coefficient, double[] error, double scale) {
        MEstimate fit = fit(loss);
        for (int j = 0; j < 4; j++) {
            assertThat(fit.coefficient()[j]).isCloseTo(coefficient[j], within(2e-8 * (1 + Math.abs(coefficient[j]))));
            assertThat(Math.sqrt(fit.covariance()[5 * j])).isCloseTo(error[j], within(1e-4 * error[j]));
        }
        assertThat(fit.scale()).isCloseTo(scale, within(1e-8));
    }

    @Test
    void huber() {
        compare(
                Loss.HUBER,
                new double[] {-41.02649835, 0.82938433, 0.92606597, -0.12784672},
                new double[] {9.806872294353353, 0.1111749623199291, 0.3033934033495616, 0.1288463456868146},
                2.440536091721074);
    }

    @Test
    void bisquare() {
        compare(
                Loss.BISQUARE,
                new double[] {-42.28535078, 0.92755732, 0.65071769, -0.11233315},
                new double[] {9.531385661489804, 0.1080519262377845, 0.2948707240882126, 0.1252268995612164},
                2.281881334951127);
    }
}
