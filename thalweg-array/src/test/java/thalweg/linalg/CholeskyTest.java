package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Misuse;
import thalweg.array.kernel.Workers;

class CholeskyTest {
    @Test
    void factorsThreeByThree() {
        Cholesky c = Cholesky.of(new double[] {4, 12, -16, 12, 37, -43, -16, -43, 98}, 3);
        assertThat(c.l()).containsExactly(2, 0, 0, 6, 1, 0, -8, 5, 3);
        assertThat(c.logDeterminant()).isEqualTo(StrictMath.log(36), within(1e-15));
        assertThat(c.positive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 32, 33, 64, 65, 100, 257})
    void multipliesBackAndSolves(int n) {
        double[] a = Matrices.positive(n, n);
        Cholesky c = Cholesky.of(a, n);
        double[] l = c.l();
        double scale = 1e-14 * (n + 1);
        assertThat(Matrices.distance(Matrices.product(l, Matrices.transposed(l, n, n), n, n, n), a))
                .isLessThan(4 * scale);
        double[] b = Matrices.random(3, n, 5);
        assertThat(Matrices.distance(Matrices.product(a, c.solve(b, 5), n, n, 5), b))
                .isLessThan(scale);
    }

    @Test
    void severalThreadsHaveTheSameBits() {
        double[] a = Matrices.positive(9, 700);
        Workers several =
                (pieces, piece) -> IntStream.range(0, pieces).parallel().forEach(piece);
        assertThat(Cholesky.of(a, 700, several).l())
                .isEqualTo(Cholesky.of(a, 700).l());
    }

    /// Only the upper triangle is read.
    @Test
    void theLowerTriangleIsNotRead() {
        double[] a = Matrices.positive(1, 70);
        double[] upper = a.clone();
        for (int i = 0; i < 70; i++) {
            for (int j = 0; j < i; j++) {
                upper[i * 70 + j] = 1e9;
            }
        }
        assertThat(Cholesky.of(upper, 70).l()).isEqualTo(Cholesky.of(a, 70).l());
    }

    /// `det(min(i, j)) = 1` and its inverse is the second difference, so `|A| |A^-1| = n (n + 1) / 2 * 4`.
    @Test
    void conditionOfMinIJ() {
        int n = 50;
        double[] a = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            a[i] = Math.min(i / n, i % n) + 1;
        }
        Cholesky c = Cholesky.of(a, n);
        assertThat(c.logDeterminant()).isEqualTo(0, within(1e-12));
        assertThat(c.condition()).isEqualTo(n * (n + 1) / 2.0 * 4, within(1e-6));
    }

    @Test
    void anIndefiniteMatrixIsNamedByItsRow() {
        int n = 100;
        double[] a = Matrices.positive(2, n);
        a[71 * n + 71] = -1;
        Cholesky c = Cholesky.of(a, n);
        assertThat(c.positive()).isFalse();
        assertThat(c.failed()).isEqualTo(71);
        assertThatThrownBy(c::logDeterminant).isInstanceOf(Misuse.class).hasMessageContaining("row 71");
        assertThat(Cholesky.factor(a, 0, n)).isEqualTo(71);
        assertThat(a[71 * n + 3]).isNaN();
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> Cholesky.of(new double[] {1, 0, 0, Double.NaN}, 2))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in the matrix at row 1, column 1");
    }
}
