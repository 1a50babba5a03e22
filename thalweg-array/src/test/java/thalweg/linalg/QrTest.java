package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Key;
import thalweg.array.Misuse;

class QrTest {
    @ParameterizedTest
    @CsvSource({"1,1", "5,3", "3,5", "40,40", "200,7", "0,3", "3,0"})
    void multipliesBackWithOrthonormalQ(int rows, int columns) {
        double[] a = Key.of(rows).normals(rows * columns);
        Qr qr = Qr.of(a, rows, columns);
        int steps = Math.min(rows, columns);
        DMatrixRMaj q = DMatrixRMaj.wrap(rows, steps, qr.q());
        DMatrixRMaj product = new DMatrixRMaj(rows, columns);
        CommonOps_DDRM.mult(q, DMatrixRMaj.wrap(steps, columns, qr.r()), product);
        int[] pivot = qr.pivot();
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < columns; p++) {
                assertThat(product.get(i, p)).isEqualTo(a[i * columns + pivot[p]], within(1e-13));
            }
        }
        DMatrixRMaj gram = new DMatrixRMaj(steps, steps);
        CommonOps_DDRM.multTransA(q, q, gram);
        for (int i = 0; i < steps * steps; i++) {
            assertThat(gram.data[i]).isEqualTo(i % (steps + 1) == 0 ? 1 : 0, within(1e-14));
        }
        assertThat(qr.rank()).isEqualTo(steps);
    }

    @Test
    void diagonalOfRFalls() {
        double[] r = Qr.of(Key.of(2).normals(600), 30, 20).r();
        for (int k = 1; k < 20; k++) {
            assertThat(Math.abs(r[k * 21])).isLessThanOrEqualTo(Math.abs(r[(k - 1) * 21]) * 2);
        }
    }

    /// A Hilbert matrix of order 12 has 2-norm condition 1.6e16 (Todd 1954), so its last column counts as
    /// dependent; order 8 has condition 1.526e10.
    @Test
    void hilbertMatrixLosesRankAtTwelve() {
        assertThat(Qr.of(Matrices.hilbert(8), 8, 8).rank()).isEqualTo(8);
        assertThat(Qr.of(Matrices.hilbert(14), 14, 14).rank()).isLessThan(14);
    }

    @Test
    void rankIsThatOfTheSingularValues() {
        for (int rank = 0; rank <= 6; rank++) {
            DMatrixRMaj left = DMatrixRMaj.wrap(9, rank, Key.of(rank).normals(9 * rank));
            DMatrixRMaj right = DMatrixRMaj.wrap(rank, 6, Key.of(rank + 10).normals(6 * rank));
            DMatrixRMaj a = new DMatrixRMaj(9, 6);
            CommonOps_DDRM.mult(left, right, a);
            assertThat(Qr.of(a.data, 9, 6).rank()).isEqualTo(rank);
            if (rank > 0) { // EJML gives a matrix of zeros full rank
                assertThat(SingularOps_DDRM.rank(a)).isEqualTo(rank);
            }
        }
    }

    @Test
    void unitsOfAColumnChangeNothing() {
        double[] a = Key.of(4).normals(30);
        double[] scaled = a.clone();
        for (int i = 0; i < 30; i++) {
            scaled[i] = Math.scalb(a[i], i % 3 * 400 - 500);
        }
        assertThat(Qr.of(scaled, 10, 3).rank()).isEqualTo(3);
        assertThat(Qr.of(scaled, 10, 3).pivot()).isEqualTo(Qr.of(a, 10, 3).pivot());
        assertThat(Qr.of(scaled, 10, 3).condition()).isEqualTo(Qr.of(a, 10, 3).condition());
    }

    /// What is left of the second column squares to nothing: no reflection is made of it.
    @Test
    void remaindersThatSquareToNothing() {
        Qr qr = Qr.of(new double[] {1, 1, 0, 1e-170, 0, -3e-170}, 3, 2);
        assertThat(qr.rank()).isEqualTo(1);
        assertThat(qr.q()).containsExactly(1, 0, 0, 1, 0, 0);
    }

    /// Two columns at angle t, unit norms 1: R = (1 cos t; 0 sin t), so |R| |R^-1| = (cos + sin)(1 + cos) / sin.
    @Test
    void conditionInClosedForm() {
        double t = 0.01;
        double cos = StrictMath.cos(t);
        double sin = StrictMath.sin(t);
        Qr qr = Qr.of(new double[] {1, cos, 0, sin}, 2, 2);
        assertThat(qr.condition()).isEqualTo((cos + sin) * (1 + cos) / sin, within(1e-9));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Qr.of(new double[] {1, 2, Double.NaN, 4}, 2, 2))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in the matrix at row 1, column 0");
        assertThatThrownBy(() -> Qr.of(new double[5], 2, 2))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("5 elements for 2 rows and 2 columns");
    }
}
