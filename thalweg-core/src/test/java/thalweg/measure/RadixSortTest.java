package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Against the sort of the JDK.
class RadixSortTest {
    static Stream<double[]> numbers() {
        double[] normal = Key.of(1).normals(30_000);
        double[] near = normal.clone();
        double[] wide = normal.clone();
        double[] few = normal.clone();
        for (int i = 0; i < normal.length; i++) {
            near[i] = 1e9 + 1e-3 * normal[i];
            wide[i] = Math.copySign(StrictMath.exp(200 * normal[i]), normal[(i * 7) % normal.length]);
            few[i] = Math.rint(2 * normal[i]);
        }
        double[] edges = {
            0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1, -1, 1, -0.0
        };
        return Stream.of(new double[0], new double[] {3}, new double[] {2, 1}, edges, normal, near, wide, few);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void sortsAndKeepsOrder(double[] x) {
        RadixSort sort = RadixSort.of(x);
        double[] known = Arrays.stream(x).map(v -> v + 0.0).sorted().toArray();
        assertThat(sort.sorted()).isEqualTo(known);
        for (int i = 0; i < x.length; i++) {
            assertThat(x[sort.order()[i]]).isEqualTo(known[i] + 0.0, org.assertj.core.api.Assertions.within(0.0));
            if (i > 0 && known[i - 1] == known[i]) {
                assertThat(sort.order()[i]).isGreaterThan(sort.order()[i - 1]);
            }
        }
        assertThat(Arrays.stream(sort.order()).distinct().count()).isEqualTo(x.length);
    }
}
