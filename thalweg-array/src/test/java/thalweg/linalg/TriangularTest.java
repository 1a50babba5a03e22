package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriangularTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "32, 1", "33, 4", "70, 9", "150, 1"})
    void solvesEveryKindAtAnOffset(int n, int columns) {
        for (int flags = 0; flags < 4; flags++) {
            boolean lower = (flags & 1) != 0;
            boolean transposed = (flags & 2) != 0;
            double[] t = Matrices.random(n, n, n);
            for (int i = 0; i < n; i++) {
                t[i * (n + 1)] = n + 5;
            }
            double[] there = new double[n * n + 7];
            System.arraycopy(t, 0, there, 7, n * n);
            double[] b = Matrices.random(5, n, columns);
            double[] x = new double[n * columns + 3];
            System.arraycopy(b, 0, x, 3, b.length);
            Triangular.solve(lower, transposed, there, 7, n, x, 3, columns);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    t[i * n + j] = lower ? (j > i ? 0 : t[i * n + j]) : (j < i ? 0 : t[i * n + j]);
                }
            }
            double[] solution = Arrays.copyOfRange(x, 3, x.length);
            double[] back = Matrices.product(transposed ? Matrices.transposed(t, n, n) : t, solution, n, n, columns);
            assertThat(Matrices.distance(back, b)).isLessThan(2e-14);
        }
    }
}
