package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;

class SubstitutionTest {
    private static final int COLUMNS = 43;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 32})
    void twinsAgreeWithEachOtherAndWithTheDefinition(int n) {
        int stride = n + 3;
        double[] t = Key.of(1).normals(2 + n * stride);
        for (int i = 0; i < t.length; i++) {
            t[i] *= 0.1;
        }
        for (int i = 0; i < n; i++) {
            t[2 + i * (stride + 1)] += 2;
        }
        double[] b = Key.of(2).normals(5 + n * (COLUMNS + 2));
        for (int flags = 0; flags < 8; flags++) {
            boolean down = (flags & 1) != 0;
            boolean unit = (flags & 2) != 0;
            int across = (flags & 4) != 0 ? 1 : stride;
            int along = (flags & 4) != 0 ? stride : 1;
            double[] scalar = b.clone();
            Substitution.solve(down, unit, t, 2, across, along, n, scalar, 5, COLUMNS + 2, COLUMNS);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < COLUMNS; j++) {
                    double sum = (unit ? 1 : t[2 + i * (stride + 1)]) * scalar[5 + i * (COLUMNS + 2) + j];
                    for (int k = down ? 0 : i + 1; k < (down ? i : n); k++) {
                        sum += t[2 + i * across + k * along] * scalar[5 + k * (COLUMNS + 2) + j];
                    }
                    assertThat(sum).isEqualTo(b[5 + i * (COLUMNS + 2) + j], within(1e-12));
                }
            }
            if (Gate.vectors() && Level2Lanes.fit()) {
                double[] vector = b.clone();
                SubstitutionLanes.solve(down, unit, t, 2, across, along, n, vector, 5, COLUMNS + 2, COLUMNS);
                assertThat(vector).isEqualTo(scalar);
            }
        }
    }
}
