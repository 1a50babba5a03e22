package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

class DistanceTest {
    /// (0, 1, 3) carried onto (5, 6, 8): 5 each.
    @Test
    void wassersteinByHand() {
        assertThat(Wasserstein.of(new double[] {3, 0, 1}, new double[] {5, 8, 6})
                        .value())
                .isCloseTo(5, within(1e-14));
        assertThat(Wasserstein.of(new double[] {0, 1}, new double[] {0, 0, 1, 1})
                        .value())
                .isEqualTo(0);
    }

    /// Of points at 0 and at 3: 2 * 3; the two forms of D^2 agree on a line.
    @Test
    void energyDistance() {
        assertThat(EnergyDistance.of(new double[][] {{0, 0}}, new double[][] {{3, 4}})
                        .value())
                .isEqualTo(10);
        double[] x = Key.of(1).normals(60);
        double[] y = Key.of(2).exponentials(40);
        assertThat(EnergyDistance.of(column(x), column(y)).value())
                .isCloseTo(EnergyDistance.of(x, y).value(), within(1e-13));
    }

    /// Of points at distance r: 2 - 2 exp(-r^2 / (2 w^2)) with points paired with themselves.
    @Test
    void meanDiscrepancy() {
        Mmd mmd = Mmd.of(new double[][] {{0, 0}}, new double[][] {{3, 4}}, 5);
        assertThat(mmd.biased().value()).isCloseTo(2 - 2 * Math.exp(-0.5), within(1e-15));
        assertThat(mmd.unbiased().remark()).contains("one point");
        // x = 0, 1 and y = 0, 1: k = 1 and e = exp(-1/2); without self-pairs e + e - (1 + e).
        double[][] both = {{0}, {1}};
        assertThat(Mmd.of(both, both, 1).unbiased().value()).isCloseTo(Math.exp(-0.5) - 1, within(1e-15));
        assertThat(Mmd.medianDistance(new double[][] {{0}}, new double[][] {{1}, {4}}))
                .isEqualTo(3);
    }

    /// Normals of variance 1 about 0 and m in d dimensions: MMD^2 = 2 (s/(s+2))^(d/2) (1 - exp(-m^2 / (2 (s +
    /// 2)))), s = width^2 (Gaussian integrals).
    @Test
    void meanDiscrepancyOfNormals() {
        int n = 1500;
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        double[] z = Key.of(3).normals(4 * n);
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {z[4 * i], z[4 * i + 1]};
            y[i] = new double[] {z[4 * i + 2] + 1, z[4 * i + 3]};
        }
        double known = 2 * (1.0 / 3) * (1 - Math.exp(-1.0 / 6));
        assertThat(Mmd.of(x, y, 1).unbiased().value()).isCloseTo(known, within(0.02));
        assertThat(EnergyDistance.test(x, y, 19, Key.of(1)).p()).isEqualTo(0.05);
    }

    @Test
    void pointsOfOneDimension() {
        assertThatThrownBy(() -> EnergyDistance.of(new double[][] {{1}}, new double[][] {{1, 2}}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("points of 1 and of 2 coordinates");
        assertThat(Mmd.of(column(1, 2), column(1, 2), 0).biased().remark()).contains("width 0");
        assertThat(Wasserstein.of(new double[0], new double[1]).remark()).contains("no numbers");
    }

    private static double[][] column(double... x) {
        double[][] points = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            points[i] = new double[] {x[i]};
        }
        return points;
    }
}
