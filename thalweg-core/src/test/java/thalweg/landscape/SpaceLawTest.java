package thalweg.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.linalg.Lu;

/// Every constraint map: there and back, and its Jacobian against the determinant of its derivative.
final class SpaceLawTest {
    /// A space and which of its numbers are free to vary (the others follow).
    record Case(String name, Space space, int[] independent, double shift) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static int[] first(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }

    static Stream<Case> cases() {
        Tensor zero = Tensor.of(0);
        return Stream.of(
                new Case("real", Space.real(2), first(2), 0),
                new Case("above", Space.above(Tensor.of(-1), 3), first(3), 0),
                new Case("below", Space.below(Tensor.vector(1, 2), 2), first(2), 0),
                new Case("between", Space.between(zero, Tensor.of(3), 2), first(2), 0),
                new Case("scaled", Space.scaled(Tensor.of(2), Tensor.of(5), 3), first(3), 0),
                new Case("simplex", Space.simplex(4), first(3), 0),
                new Case("sticks", Space.sticks(4), first(3), 0),
                new Case("ordered", Space.ordered(3), first(3), 0),
                new Case("positive ordered", Space.positiveOrdered(3), first(3), 0),
                new Case("array of sticks", Space.sticks(3).array(2), new int[] {0, 1, 3, 4}, 0),
                new Case("correlation", Space.correlation(3), new int[] {3, 6, 7}, 0),
                new Case("correlation factor", Space.correlationFactor(3), new int[] {3, 6, 7}, 0),
                new Case("covariance factor", Space.covarianceFactor(3, 2), new int[] {0, 2, 3, 4, 5}, 0),
                new Case("covariance", Space.covariance(2), new int[] {0, 2, 3}, 0));
    }

    private static double[] point(int n) {
        double[] u = Key.of(5).normals(n);
        for (int i = 0; i < n; i++) {
            u[i] *= 0.7;
        }
        return u;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void jacobianIsTheDeterminant(Case one) {
        double[] u = point(one.space().free());
        Tensor slopes = Calculus.jacobian(x -> one.space()
                        .at(x)
                        .place()
                        .reshape(one.space().at(x).place().count()))
                .apply(Tensor.vector(u));
        int n = u.length;
        double[] square = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                square[i * n + j] = slopes.at(one.independent()[i], j);
            }
        }
        double log = Lu.of(square, n).logDeterminant();
        assertThat(one.space().at(Tensor.vector(u)).logJacobian().value()).isCloseTo(log, offset(1e-11));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thereAndBack(Case one) {
        double[] u = point(one.space().free());
        double[] back =
                one.space().free(one.space().at(Tensor.vector(u)).place().toArray());
        for (int i = 0; i < u.length; i++) {
            assertThat(back[i]).isCloseTo(u[i], offset(1e-12));
        }
    }

    @Test
    void theSimplexOfEqualParts() {
        double[] x = Space.simplex(4).at(Tensor.zeros(3)).place().toArray();
        double[] y = Space.sticks(4).at(Tensor.zeros(3)).place().toArray();
        for (int i = 0; i < 4; i++) {
            assertThat(x[i]).isCloseTo(0.25, offset(1e-15));
            assertThat(y[i]).isCloseTo(0.25, offset(1e-15));
        }
    }

    @Test
    void sumsAndLengths() {
        Tensor balanced = Space.sumToZero(5).at(Tensor.vector(point(4))).place();
        Tensor direction = Space.unit(5).at(Tensor.vector(point(5))).place();
        assertThat(balanced.sum().value()).isCloseTo(0, offset(1e-14));
        assertThat(direction.square().sum().value()).isCloseTo(1, offset(1e-14));
    }
}
