package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlasTest {
    @Test
    void multipliesTwoByTwo() {
        double[] c = new double[4];
        Blas.product(2, 2, 2, new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}, c);
        assertThat(c).containsExactly(19, 22, 43, 50);
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
