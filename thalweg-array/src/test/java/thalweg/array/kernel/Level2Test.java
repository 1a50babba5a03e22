package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;

class Level2Test {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 12, 13, 29, 100})
    void twinsAgreeWithEachOtherAndWithTheDefinition(int n) {
        int stride = n + 3;
        double[] a = Key.of(1).normals(7 + n * stride);
        double[] x = Key.of(2).normals(n + 2);
        double[] scalar = new double[n + 1];
        double[] vector = new double[n + 1];
        Level2.symv(n, n, a, 7, stride, x, 2, scalar, 1);
        double[] rows = new double[n + 1];
        double[] columns = new double[n + 1];
        Level2.gemv(n, n, a, 7, stride, x, 2, rows, 1);
        Level2.gevm(n, n, x, 2, a, 7, stride, columns, 1);
        for (int i = 0; i < n; i++) {
            double symmetric = 0;
            double row = 0;
            double column = 0;
            for (int j = 0; j < n; j++) {
                symmetric += a[7 + Math.min(i, j) * stride + Math.max(i, j)] * x[2 + j];
                row += a[7 + i * stride + j] * x[2 + j];
                column += a[7 + j * stride + i] * x[2 + j];
            }
            assertThat(scalar[1 + i]).isEqualTo(symmetric, within(1e-13));
            assertThat(rows[1 + i]).isEqualTo(row, within(1e-13));
            assertThat(columns[1 + i]).isEqualTo(column, within(1e-13));
        }
        if (Gate.vectors()) {
            Level2Lanes.symv(n, n, a, 7, stride, x, 2, vector, 1);
            assertThat(vector).isEqualTo(scalar);
            Level2Lanes.gemv(n, n, a, 7, stride, x, 2, vector, 1);
            assertThat(vector).isEqualTo(rows);
        }
    }
}
