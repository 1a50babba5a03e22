package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// Conjugate gradients, Lanczos and Lobpcg on Laplace's operator, whose eigenvalues are known.
class KrylovTest {
    private static final int SIDE = 20;
    private static final int N = SIDE * SIDE;

    @Test
    void conjugateGradientSolvesPoisson() {
        double[] exact = Key.of(1).normals(N);
        double[] b = new double[N];
        plane(exact, b);
        ConjugateGradient cg = ConjugateGradient.solve(KrylovTest::plane, b, 1e-12, 500);
        assertThat(cg.converged()).isTrue();
        assertThat(cg.ending()).startsWith("converged after");
        assertThat(Matrices.distance(cg.x(), exact)).isLessThan(1e-9);
        double c = StrictMath.cos(Math.PI / (SIDE + 1));
        assertThat(cg.condition()).isEqualTo((1 + c) / (1 - c), within(1e-6 * 200));
    }

    @Test
    void aPreconditionerThatIsTheInverseNeedsOneStep() {
        double[] d = Key.of(2).uniforms(50);
        LinearMap map = (x, y) -> times(d, x, y, 1);
        LinearMap inverse = (x, y) -> times(d, x, y, -1);
        double[] b = Key.of(3).normals(50);
        ConjugateGradient cg = ConjugateGradient.solve(map, inverse, b, new double[50], 1e-14, 5);
        assertThat(cg.converged()).isTrue();
        assertThat(cg.steps()).isLessThanOrEqualTo(2);
        assertThat(cg.condition()).isEqualTo(1, within(1e-12));
    }

    @Test
    void endingsAreValues() {
        double[] b = Key.of(3).normals(N);
        ConjugateGradient cg = ConjugateGradient.solve(KrylovTest::plane, b, 1e-14, 3);
        assertThat(cg.converged()).isFalse();
        assertThat(cg.ending()).startsWith("exhausted after 3 steps");
        ConjugateGradient negative =
                ConjugateGradient.solve((x, y) -> times(x, x, y, 0), new double[] {1, 1}, 1e-14, 3);
        assertThat(negative.converged()).isTrue();
        ConjugateGradient indefinite = ConjugateGradient.solve(
                (x, y) -> {
                    y[0] = x[0];
                    y[1] = -x[1];
                },
                new double[] {1, 2},
                1e-14,
                5);
        assertThat(indefinite.ending()).startsWith("not positive definite");
        assertThatThrownBy(() -> ConjugateGradient.solve(KrylovTest::plane, new double[] {Double.NaN}, 1e-9, 3))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in the right-hand side");
    }

    /// The string of 300 beads: `2 - 2 cos(k pi / 301)`.
    @ParameterizedTest
    @EnumSource(Lanczos.End.class)
    void lanczosFindsTheEndsOfTheString(Lanczos.End end) {
        Eigenpairs pairs = Lanczos.solve(KrylovTest::string, Key.of(5).normals(300), 4, end, 1e-11, 20_000);
        assertThat(pairs.converged()).isTrue();
        for (int k = 1; k <= 4; k++) {
            double angle = k * Math.PI / 301;
            double exact = end == Lanczos.End.SMALLEST ? 2 - 2 * StrictMath.cos(angle) : 2 + 2 * StrictMath.cos(angle);
            assertThat(pairs.values()[k - 1]).isEqualTo(exact, within(1e-11));
            residual(KrylovTest::string, pairs, k - 1, 1e-9);
        }
    }

    @Test
    void lanczosOnASmallMapIsExact() {
        LinearMap map = (x, y) -> times(new double[] {3, 1, 2}, x, y, 1);
        Eigenpairs pairs = Lanczos.solve(map, new double[] {1, 1, 1}, 3, Lanczos.End.LARGEST, 1e-14, 100);
        assertThat(pairs.values()).containsExactly(new double[] {3, 2, 1}, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(Lanczos.End.class)
    void lobpcgFindsMultipleEigenvalues(Lanczos.End end) {
        Eigenpairs pairs = Lobpcg.solve(KrylovTest::plane, null, Key.of(6).normals(5 * N), N, end, 1e-10, 20_000);
        assertThat(pairs.ending()).startsWith("converged");
        int[][] modes = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}};
        for (int i = 0; i < 5; i++) {
            double sum = StrictMath.cos(modes[i][0] * Math.PI / (SIDE + 1))
                    + StrictMath.cos(modes[i][1] * Math.PI / (SIDE + 1));
            double exact = end == Lanczos.End.SMALLEST ? 4 - 2 * sum : 4 + 2 * sum;
            assertThat(pairs.values()[i]).isEqualTo(exact, within(1e-9));
            residual(KrylovTest::plane, pairs, i, 1e-8);
        }
    }

    @Test
    void aPreconditionerSparesLobpcgProducts() {
        double[] start = Key.of(7).normals(3 * N);
        Cholesky inverse = Cholesky.of(matrix(), N);
        LinearMap preconditioner = (x, y) -> System.arraycopy(inverse.solve(x, 1), 0, y, 0, N);
        Eigenpairs plain = Lobpcg.solve(KrylovTest::plane, null, start, N, Lanczos.End.SMALLEST, 1e-9, 5000);
        Eigenpairs helped = Lobpcg.solve(KrylovTest::plane, preconditioner, start, N, Lanczos.End.SMALLEST, 1e-9, 5000);
        assertThat(helped.converged()).isTrue();
        assertThat(helped.products()).isLessThan(plain.products() / 2);
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Lanczos.solve(KrylovTest::string, new double[3], 1, Lanczos.End.LARGEST, 1e-9, 9))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("start of zeros");
        assertThatThrownBy(() -> Lanczos.solve(
                        (x, y) -> y[0] = Double.NaN, new double[] {1, 2}, 1, Lanczos.End.LARGEST, 1e-9, 9))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in A x at element 0");
        assertThatThrownBy(() -> Lobpcg.solve(KrylovTest::string, null, new double[4], 2, Lanczos.End.LARGEST, 1e-9, 9))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("a block of 2 vectors");
    }

    private static void residual(LinearMap map, Eigenpairs pairs, int i, double tolerance) {
        double[] v = pairs.vector(i);
        double[] av = new double[v.length];
        map.apply(v, av);
        for (int j = 0; j < v.length; j++) {
            assertThat(av[j]).isEqualTo(pairs.values()[i] * v[j], within(tolerance));
        }
    }

    private static void string(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = 2 * x[i] - (i > 0 ? x[i - 1] : 0) - (i + 1 < x.length ? x[i + 1] : 0);
        }
    }

    private static void plane(double[] x, double[] y) {
        for (int i = 0; i < N; i++) {
            int row = i / SIDE;
            int column = i % SIDE;
            double sum = 4 * x[i];
            sum -= row > 0 ? x[i - SIDE] : 0;
            sum -= row + 1 < SIDE ? x[i + SIDE] : 0;
            sum -= column > 0 ? x[i - 1] : 0;
            sum -= column + 1 < SIDE ? x[i + 1] : 0;
            y[i] = sum;
        }
    }

    private static double[] matrix() {
        double[] a = new double[N * N];
        double[] e = new double[N];
        double[] column = new double[N];
        for (int j = 0; j < N; j++) {
            e[j] = 1;
            plane(e, column);
            System.arraycopy(column, 0, a, j * N, N);
            e[j] = 0;
        }
        return a;
    }

    private static void times(double[] d, double[] x, double[] y, int power) {
        for (int i = 0; i < x.length; i++) {
            y[i] = power == 0 ? x[i] : power > 0 ? d[i] * x[i] : x[i] / d[i];
        }
    }
}
