package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;

class BlasTest {
    @Test
    void multipliesTwoByTwo() {
        double[] c = new double[4];
        Blas.product(2, 2, 2, new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}, c);
        assertThat(c).containsExactly(19, 22, 43, 50);
    }

    @Test
    void panelsOnSeveralThreadsHaveTheSameBits() {
        Workers several =
                (pieces, piece) -> IntStream.range(0, pieces).parallel().forEach(piece);
        for (int m : new int[] {7, 384, 385, 900}) {
            double[] a = Key.of(1).normals(m * 150);
            double[] b = Key.of(2).normals(150 * 301);
            double[] c = new double[m * 301];
            double[] d = new double[m * 301];
            Blas.product(m, 301, 150, a, b, c);
            Blas.gemm(several, false, false, m, 301, 150, 1, a, 0, 150, b, 0, 301, 0, d, 0, 301);
            assertThat(d).isEqualTo(c);
            double[] t = new double[m * 150];
            for (int i = 0; i < m * 150; i++) {
                t[i % 150 * m + i / 150] = a[i];
            }
            Blas.gemm(several, true, false, m, 301, 150, 1, t, 0, m, b, 0, 301, 0, d, 0, 301);
            for (int i = 0; i < d.length; i++) {
                assertThat(d[i]).isEqualTo(c[i], within(1e-12));
            }
        }
    }

    @Test
    void anEmptySumLeavesBetaTimesC() {
        double[] c = {1, 2};
        Blas.gemm(false, false, 1, 2, 0, 1, new double[0], 0, 0, new double[0], 0, 2, 3, c, 0, 2);
        assertThat(c).containsExactly(3, 6);
    }

    @Test
    void matricesOutsideTheirArraysAreRefused() {
        double[] x = new double[6];
        assertThatThrownBy(() -> Blas.gemm(false, false, 2, 3, 1, 1, x, 0, 1, x, 0, 3, 0, x, 1, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Blas.gemm(false, false, 2, 3, 1, 1, x, 0, 1, x, 0, 2, 0, x, 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("stride of 2");
        assertThatThrownBy(() -> Blas.gemm(false, false, 2, 3, 1, 1, x, -1, 1, x, 0, 3, 0, x, 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
