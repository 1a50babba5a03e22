package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Misuse;

class LuTest {
    @Test
    void solvesTwoByTwoThatNeedsAnExchange() {
        Lu lu = Lu.of(new double[] {0, 2, 3, 4}, 2);
        assertThat(lu.solve(new double[] {2, 10}, 1)).containsExactly(2, 1);
        assertThat(lu.solveTransposed(new double[] {3, 8}, 1)).containsExactly(2, 1);
        assertThat(lu.sign()).isEqualTo(-1);
        assertThat(lu.logDeterminant()).isEqualTo(StrictMath.log(6), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 32, 33, 64, 100, 203})
    void solvesBothWays(int n) {
        double[] a = Matrices.random(n, n, n);
        double[] b = Matrices.random(7, n, 3);
        Lu lu = Lu.of(a, n);
        double scale = 1e-15 * lu.condition() + 1e-14;
        assertThat(Matrices.distance(Matrices.product(a, lu.solve(b, 3), n, n, 3), b))
                .isLessThan(scale);
        double[] t = Matrices.transposed(a, n, n);
        assertThat(Matrices.distance(Matrices.product(t, lu.solveTransposed(b, 3), n, n, 3), b))
                .isLessThan(scale);
        if (n <= 100) {
            double determinant = CommonOps_DDRM.det(DMatrixRMaj.wrap(n, n, a));
            assertThat(lu.sign()).isEqualTo((int) Math.signum(determinant));
            assertThat(lu.logDeterminant()).isEqualTo(StrictMath.log(Math.abs(determinant)), within(1e-10));
        }
    }

    /// The determinant of the Hilbert matrix of order 5 is 1 / 266716800000 and its 1-norm condition 943656 (Todd
    /// 1961).
    @Test
    void hilbertMatrixOfOrderFive() {
        Lu lu = Lu.of(Matrices.hilbert(5), 5);
        assertThat(lu.logDeterminant()).isEqualTo(-StrictMath.log(266716800000.0), within(1e-10));
        assertThat(lu.condition()).isEqualTo(943656, within(1e-3));
    }

    @Test
    void conditionIsThatOfTheInverse() {
        for (int seed = 0; seed < 20; seed++) {
            double[] a = Matrices.random(seed, 20, 20);
            DMatrixRMaj inverse = new DMatrixRMaj(20, 20);
            CommonOps_DDRM.invert(DMatrixRMaj.wrap(20, 20, a.clone()), inverse);
            double exact = NormOps_DDRM.inducedP1(DMatrixRMaj.wrap(20, 20, a)) * NormOps_DDRM.inducedP1(inverse);
            assertThat(Lu.of(a, 20).condition()).isBetween(exact / 3, exact * (1 + 1e-10));
        }
    }

    @Test
    void aSingularMatrixSaysSo() {
        Lu lu = Lu.of(new double[] {1, 2, 3, 2, 4, 6, 1, 1, 1}, 3);
        assertThat(lu.singular()).isTrue();
        assertThat(lu.sign()).isZero();
        assertThat(lu.logDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(lu.condition()).isInfinite();
        assertThatThrownBy(() -> lu.solve(new double[3], 1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("singular");
    }

    @Test
    void infinityIsRefused() {
        assertThatThrownBy(() -> Lu.of(new double[] {Double.POSITIVE_INFINITY}, 1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("Infinity in the matrix at row 0, column 0");
    }
}
