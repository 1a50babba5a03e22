package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;
import thalweg.array.Misuse;

class InertiaTest {
    /// Critical points of the plane: a bowl, a pass, a top, a trough.
    @Test
    void plane() {
        assertThat(counts(new double[][] {{2, 1}, {1, 2}})).containsExactly(0, 0, 2);
        assertThat(counts(new double[][] {{1, 2}, {2, 1}})).containsExactly(1, 0, 1);
        assertThat(counts(new double[][] {{-2, 1}, {1, -2}})).containsExactly(2, 0, 0);
        assertThat(counts(new double[][] {{1, 1}, {1, 1}})).containsExactly(0, 1, 1);
        assertThat(counts(new double[][] {{0, 1}, {1, 0}})).containsExactly(1, 0, 1);
        assertThat(counts(new double[][] {{0, 0}, {0, 0}})).containsExactly(0, 2, 0);
        assertThat(counts(new double[][] {{-4}})).containsExactly(1, 0, 0);
        assertThat(counts(new double[0][])).containsExactly(0, 0, 0);
    }

    /// Eigenvalues chosen, turned by reflections: negative, zero and positive ones over eleven decades are
    /// counted.
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 40, 120})
    void chosenEigenvalues(int n) {
        double[] eigenvalue = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.pow(10, -(i % 11));
            eigenvalue[i] = i % 3 == 0 ? -size : i % 3 == 1 ? size : 0;
        }
        double[][] a = turned(eigenvalue, Key.of(n));
        Inertia inertia = Inertia.of(a);
        assertThat(inertia.negative()).isEqualTo((n + 2) / 3);
        assertThat(inertia.zero()).isEqualTo(n / 3);
        assertThat(inertia.positive()).isEqualTo((n + 1) / 3);
        // A tolerance above an eigenvalue makes it flat.
        assertThat(Inertia.of(a, 2).zero()).isEqualTo(n);
    }

    /// Against the eigenvalues of Hipparchus.
    @Test
    void randomMatrices() {
        for (int r = 0; r < 40; r++) {
            int n = 1 + r;
            double[] z = Key.of(r).normals(n * n);
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] = z[Math.max(i, j) * n + Math.min(i, j)];
                }
            }
            double[] known = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(a)).getEigenvalues();
            assertThat(Inertia.of(a).negative())
                    .isEqualTo((int) Arrays.stream(known).filter(v -> v < 0).count());
            double middle = 0.5;
            assertThat(Inertia.of(a, middle).positive()).isEqualTo((int)
                    Arrays.stream(known).filter(v -> v > middle).count());
        }
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> Inertia.of(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("row 2");
        assertThatThrownBy(() -> Inertia.of(new double[][] {{1, 0}, {Double.NaN, 1}}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("element 1 is NaN in row 2");
        assertThatThrownBy(() -> Inertia.of(new double[][] {{1}}, -1)).isInstanceOf(Misuse.class);
    }

    private static int[] counts(double[][] a) {
        Inertia inertia = Inertia.of(a);
        return new int[] {inertia.negative(), inertia.zero(), inertia.positive()};
    }

    private static double[][] turned(double[] eigenvalue, Key key) {
        int n = eigenvalue.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = eigenvalue[i];
        }
        for (int r = 0; r < 3; r++) {
            double[] u = key.fold(r).normals(n);
            double h = Moments.squares(u, 0, n, 0) / 2;
            double[] p = new double[n];
            double along = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    p[i] += a[i][j] * u[j] / h;
                }
            }
            for (int i = 0; i < n; i++) {
                along += u[i] * p[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] -= u[i] * p[j] + p[i] * u[j] - along / h * u[i] * u[j];
                }
            }
        }
        return a;
    }
}
