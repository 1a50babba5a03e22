package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Misuse;
import thalweg.array.kernel.Workers;

class SymmetricEigenTest {
    record Family(String name, IntFunction<double[]> matrix) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// Random, all equal, tiny and huge, glued (deflation), one large eigenvalue, graded.
    static Stream<Family> families() {
        return Stream.of(
                new Family("random", n -> Matrices.symmetric(n, n)),
                new Family("positive", n -> Matrices.positive(n, n)),
                new Family("zero", n -> new double[n * n]),
                new Family("identity", n -> filled(n, (i, j) -> i == j ? 1 : 0)),
                new Family("second difference", n -> filled(n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0)),
                new Family("ones", n -> filled(n, (i, j) -> 1)),
                new Family("tiny", n -> filled(n, (i, j) -> 1e-200 * (i + j))),
                new Family("huge", n -> filled(n, (i, j) -> 1e200 / (1 + i + j))),
                new Family("Hilbert", Matrices::hilbert),
                new Family("graded", n -> filled(n, (i, j) -> Math.scalb(1.0, -i - j) + (i == j ? 1e-9 : 0))),
                new Family("glued Wilkinson", n -> filled(n, (i, j) -> wilkinson(Math.min(i, j), Math.max(i, j)))));
    }

    @ParameterizedTest
    @MethodSource("families")
    void vectorsAreOrthogonalAndResidualsSmall(Family family) {
        for (int n : new int[] {0, 1, 2, 3, 24, 25, 49, 130, 201}) {
            double[] a = family.matrix.apply(n);
            SymmetricEigen e = SymmetricEigen.of(a, n);
            double[] v = e.vectors();
            double[] w = e.values();
            double size = Arrays.stream(w).map(Math::abs).max().orElse(0);
            double[] scaled = v.clone();
            for (int i = 0; i < n * n; i++) {
                scaled[i] *= w[i % n];
            }
            double tolerance = 1e-15 * (n + 10);
            assertThat(Matrices.distance(Matrices.product(a, v, n, n, n), scaled))
                    .as("residual, order %d", n)
                    .isLessThanOrEqualTo(tolerance * size);
            double[] gram = Matrices.product(Matrices.transposed(v, n, n), v, n, n, n);
            assertThat(Matrices.distance(gram, filled(n, (i, j) -> i == j ? 1 : 0)))
                    .as("orthogonality, order %d", n)
                    .isLessThan(tolerance);
            assertThat(w).isSorted();
        }
    }

    /// `2 - 2 cos(k pi / (n + 1))`: the vibrating string.
    @ParameterizedTest
    @ValueSource(ints = {5, 24, 60, 300})
    void secondDifferenceInClosedForm(int n) {
        double[] a = filled(n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0);
        double[] w = SymmetricEigen.of(a, n).values();
        for (int k = 1; k <= n; k++) {
            assertThat(w[k - 1]).isEqualTo(2 - 2 * StrictMath.cos(k * Math.PI / (n + 1)), within(1e-14));
        }
    }

    @Test
    void valuesAgreeWithEjml() {
        double[] a = Matrices.symmetric(5, 90);
        EigenDecomposition_F64<DMatrixRMaj> ejml = DecompositionFactory_DDRM.eig(90, false, true);
        ejml.decompose(DMatrixRMaj.wrap(90, 90, a.clone()));
        double[] expected = new double[90];
        Arrays.setAll(expected, i -> ejml.getEigenvalue(i).getReal());
        Arrays.sort(expected);
        assertThat(Matrices.distance(SymmetricEigen.of(a, 90).values(), expected))
                .isLessThan(1e-12);
    }

    @Test
    void severalThreadsHaveTheSameBits() {
        double[] a = Matrices.symmetric(3, 500);
        Workers several =
                (pieces, piece) -> IntStream.range(0, pieces).parallel().forEach(piece);
        SymmetricEigen here = SymmetricEigen.of(a, 500);
        SymmetricEigen there = SymmetricEigen.of(a, 500, several);
        assertThat(there.values()).isEqualTo(here.values());
        assertThat(there.vectors()).isEqualTo(here.vectors());
        double[] v = here.vectors();
        double[] gram = Matrices.product(Matrices.transposed(v, 500, 500), v, 500, 500, 500);
        assertThat(Matrices.distance(gram, filled(500, (i, j) -> i == j ? 1 : 0)))
                .isLessThan(1e-13);
    }

    @Test
    void conditionAndUpperTriangle() {
        SymmetricEigen e = SymmetricEigen.of(new double[] {2, 1, 99, 2}, 2);
        assertThat(e.values()).containsExactly(new double[] {1, 3}, within(1e-15));
        assertThat(e.condition()).isEqualTo(3, within(1e-14));
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[] {1, Double.NaN, 0, 1}, 2))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in the matrix at row 0, column 1");
    }

    private interface Element {
        double at(int i, int j);
    }

    private static double[] filled(int n, Element element) {
        double[] a = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            a[i] = element.at(i / n, i % n);
        }
        return a;
    }

    /// Wilkinson's matrix of order 21, repeated and joined by 1e-8: pairs and clusters of eigenvalues.
    private static double wilkinson(int i, int j) {
        if (i == j) {
            return Math.abs(i % 21 - 10);
        }
        return j != i + 1 ? 0 : i % 21 == 20 ? 1e-8 : 1;
    }
}
