package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Every product against the sum over `k` in twice the precision.
class ProductLawTest {
    private static final int[][] SHAPES = {
        {1, 1, 1},
        {1, 7, 3},
        {5, 1, 9},
        {6, 24, 8},
        {7, 25, 9},
        {64, 64, 64},
        {13, 29, 300},
        {3, 700, 17},
        {200, 33, 515}
    };

    static Stream<Product> products() throws InterruptedException {
        PackedProduct packed = new PackedProduct();
        assertThat(packed.gate().await()).isEqualTo(Gate.vectors() && Level2Lanes.fit());
        List<Product> all = new ArrayList<>(List.of(new PlainProduct(), packed));
        if (OpenBlasLibrary.SYMBOLS != null) {
            all.add(new OpenBlas(OpenBlasLibrary.SYMBOLS));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("products")
    void multipliesEveryShapeAndTransposition(Product product) {
        for (int[] s : SHAPES) {
            for (int flags = 0; flags < 4; flags++) {
                check(product, (flags & 1) != 0, (flags & 2) != 0, s[0], s[1], s[2], -1.25, 0.5);
            }
            check(product, false, false, s[0], s[1], s[2], 1, 0);
            check(product, false, true, s[0], s[1], s[2], 1, 1);
        }
    }

    /// What OpenBLAS would leave out and we would not: 0 * NaN in A B is NaN; with beta 0 a NaN in C is
    /// overwritten.
    @ParameterizedTest
    @MethodSource("products")
    void nanOfAGoesOnAndNanOfCDoesNot(Product product) {
        double[] c = {Double.NaN, Double.NaN};
        product.gemm(false, false, 1, 2, 1, 1, new double[] {1}, 0, 1, new double[] {2, 3}, 0, 2, 0, c, 0, 2);
        assertThat(c).containsExactly(2, 3);
        product.gemm(false, false, 1, 2, 1, 1, new double[] {Double.NaN}, 0, 1, new double[] {0, 3}, 0, 2, 0, c, 0, 2);
        assertThat(c).containsOnly(Double.NaN);
    }

    @Test
    void ourTwoProductsAgreeInEveryBit() throws InterruptedException {
        PackedProduct packed = new PackedProduct();
        packed.gate().await();
        for (int[] s : SHAPES) {
            for (int flags = 0; flags < 4; flags++) {
                boolean ta = (flags & 1) != 0;
                boolean tb = (flags & 2) != 0;
                double[] a = Key.of(1).normals(s[0] * s[2]);
                double[] b = Key.of(2).normals(s[2] * s[1]);
                double[] c = Key.of(3).normals(s[0] * s[1]);
                double[] d = c.clone();
                int aStride = ta ? s[0] : s[2];
                int bStride = tb ? s[2] : s[1];
                new PlainProduct().gemm(ta, tb, s[0], s[1], s[2], 1.5, a, 0, aStride, b, 0, bStride, 0.3, c, 0, s[1]);
                packed.gemm(ta, tb, s[0], s[1], s[2], 1.5, a, 0, aStride, b, 0, bStride, 0.3, d, 0, s[1]);
                assertThat(d).isEqualTo(c);
            }
        }
    }

    @Test
    void theProductInUseSaysSo() {
        assertThat(Blas.inUse()).startsWith("products: ");
    }

    private static void check(Product product, boolean ta, boolean tb, int m, int n, int k, double alpha, double beta) {
        int aStride = (ta ? m : k) + 3;
        int bStride = (tb ? k : n) + 1;
        int cStride = n + 2;
        double[] a = Key.of(1).normals(5 + (ta ? k : m) * aStride);
        double[] b = Key.of(2).normals(7 + (tb ? n : k) * bStride);
        double[] c = Key.of(3).normals(2 + m * cStride);
        double[] found = c.clone();
        product.gemm(ta, tb, m, n, k, alpha, a, 5, aStride, b, 7, bStride, beta, found, 2, cStride);
        for (int at = 0; at < c.length; at++) {
            int i = Math.floorDiv(at - 2, cStride);
            int j = Math.floorMod(at - 2, cStride);
            if (i < 0 || j >= n) {
                assertThat(found[at]).as("outside of C").isEqualTo(c[at]);
                continue;
            }
            double sum = 0;
            double error = 0;
            double size = 0;
            for (int p = 0; p < k; p++) {
                double x = a[5 + (ta ? p * aStride + i : i * aStride + p)];
                double y = b[7 + (tb ? j * bStride + p : p * bStride + j)];
                double next = Math.fma(x, y, sum);
                double part = next - sum;
                error += (sum - (next - part)) + (x * y - part);
                sum = next;
                size += Math.abs(x * y);
            }
            assertThat(found[at])
                    .as("%s %s %s %d %d %d at %d %d", product.name(), ta, tb, m, n, k, i, j)
                    .isEqualTo(alpha * (sum + error) + beta * c[at], within(4e-16 * (k + 2) * (size + 1)));
        }
    }
}
