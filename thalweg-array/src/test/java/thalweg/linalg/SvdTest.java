package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Misuse;

class SvdTest {
    /// Golub and Van Loan, *Matrix Computations*, 4th ed., section 2.4: the image of the unit circle.
    @Test
    void twoByTwoInClosedForm() {
        Svd svd = Svd.of(new double[] {0.96, 1.72, 2.28, 0.96}, 2, 2);
        assertThat(svd.values()).containsExactly(new double[] {3, 1}, within(1e-15));
        assertThat(svd.condition()).isEqualTo(3, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 3", "3, 5", "40, 40", "60, 17", "9, 30", "0, 3"})
    void multipliesBackAndAgreesWithEjml(int rows, int columns) {
        double[] a = Matrices.random(rows + 3, rows, columns);
        check(a, rows, columns, 1e-13);
        if (rows > 0) {
            SingularValueDecomposition_F64<DMatrixRMaj> ejml =
                    DecompositionFactory_DDRM.svd(rows, columns, false, false, true);
            ejml.decompose(DMatrixRMaj.wrap(rows, columns, a.clone()));
            double[] expected = Arrays.copyOf(ejml.getSingularValues(), Math.min(rows, columns));
            Arrays.sort(expected);
            double[] found = Svd.of(a, rows, columns).values();
            Arrays.sort(found);
            assertThat(Matrices.distance(found, expected)).isLessThan(1e-13);
        }
    }

    @Test
    void aMatrixOfRankTwoHasTwoValuesAndFullBases() {
        double[] a = Matrices.product(Matrices.random(1, 8, 2), Matrices.random(2, 2, 6), 8, 2, 6);
        check(a, 8, 6, 1e-13);
        assertThat(Svd.of(a, 8, 6).rank()).isEqualTo(2);
        check(new double[12], 4, 3, 0);
        assertThat(Svd.of(new double[12], 4, 3).rank()).isZero();
        assertThat(Svd.of(new double[12], 4, 3).condition()).isNaN();
    }

    /// Columns of sizes 1, 1e-8, 1e-16 at right angles but for a little: small values keep their digits.
    @Test
    void smallValuesOfScaledColumnsAreAccurate() {
        double[] a = {1, 1e-8, 1e-16, 1, -1e-8, 1e-16, 1, 0, -2e-16};
        double[] values = Svd.of(a, 3, 3).values();
        double[] expected = {Math.sqrt(3), Math.sqrt(2) * 1e-8, Math.sqrt(6) * 1e-16};
        for (int i = 0; i < 3; i++) {
            assertThat(values[i]).isEqualTo(expected[i], within(4e-16 * expected[i]));
        }
    }

    @Test
    void extremeSizesDoNotOverflow() {
        double[] a = Arrays.stream(Matrices.random(4, 6, 4)).map(x -> x * 1e300).toArray();
        assertThat(Svd.of(a, 6, 4).values()[0]).isBetween(1e300, 1e301);
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> Svd.of(new double[] {Double.NaN}, 1, 1)).isInstanceOf(Misuse.class);
    }

    private static void check(double[] a, int rows, int columns, double tolerance) {
        Svd svd = Svd.of(a, rows, columns);
        int k = Math.min(rows, columns);
        double[] scaled = svd.u();
        double[] s = svd.values();
        for (int i = 0; i < rows * k; i++) {
            scaled[i] *= s[i % k];
        }
        double[] back = Matrices.product(scaled, Matrices.transposed(svd.v(), columns, k), rows, k, columns);
        assertThat(Matrices.distance(back, a)).isLessThanOrEqualTo(tolerance);
        orthonormal(svd.u(), rows, k);
        orthonormal(svd.v(), columns, k);
        for (int i = 1; i < k; i++) {
            assertThat(s[i]).isLessThanOrEqualTo(s[i - 1]);
        }
    }

    private static void orthonormal(double[] q, int rows, int k) {
        double[] gram = Matrices.product(Matrices.transposed(q, rows, k), q, k, rows, k);
        for (int i = 0; i < k * k; i++) {
            assertThat(gram[i]).isEqualTo(i % (k + 1) == 0 ? 1 : 0, within(1e-13));
        }
    }
}
