package thalweg.room.learning.valley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.study.Lab;
import thalweg.system.Landscape;

class LowestPathTest {
    private static LowestPath between(Terrain terrain, int from, int to, boolean known) {
        Landmarks found = Landmarks.of(terrain, Lab.quiet());
        List<CriticalPoint> minima = found.minima();
        Landmarks given = known ? found : new Landmarks(List.of(), Double.NaN, false, new double[0], 0, false);
        return Objects.requireNonNull(
                LowestPath.between(terrain, given, minima.get(from), minima.get(to), Lab.quiet()));
    }

    /// Both saddles by a string alone; energies by an independent computation.
    @Test
    void muellerBrown() {
        LowestPath path = between(Terrain.of(Landscape.of("mueller-brown")), 0, 1, false);
        assertThat(path.passes()).hasSize(2);
        assertThat(path.top().value()).isCloseTo(-40.664843508657, within(1e-6));
        assertThat(path.passes().getLast().saddle().value()).isCloseTo(-72.248940112325, within(1e-6));
        assertThat(path.stations().get(2).value()).isCloseTo(-80.767818129659, within(1e-6));
        assertThat(path.across()).isLessThanOrEqualTo(1e-4);
    }

    /// The straight line between the wells leads over the maximum of the ring road; the lowest path goes round.
    @Test
    void aPathGoesRoundAMountain() {
        Formula ring = Formula.parse("(x^2 + y^2 - 1)^2 + y^2*x/4 - x^2/20");
        Terrain terrain = Terrain.of(ring, Box.cube(2, -2, 2), new double[] {0.5, 0.5});
        LowestPath path = between(terrain, 0, 1, true);
        assertThat(path.top().index()).isEqualTo(1);
        assertThat(path.places()).allSatisfy(p -> assertThat(terrain.height(p)).isLessThan(0.6));
    }

    /// In the quartic double well the path is the straight line; the barrier is 1/4.
    @Test
    void doubleWell() {
        LowestPath path = between(Terrain.of(Landscape.of("double-well")), 0, 1, false);
        assertThat(path.top().value() - path.stations().getFirst().value()).isCloseTo(0.25, within(1e-14));
        assertThat(path.places()).allSatisfy(p -> assertThat(Math.abs(p[1])).isLessThan(1e-9));
    }

    /// Coupled wells in five coordinates: the barrier of one flip is known from the product form.
    @Test
    void fiveCoordinates() {
        Formula wells = Formula.parse("(a^2 - 1)^2 + b^2 + 2*c^2 + (d - a)^2 + 3*f^2");
        Terrain terrain = Terrain.of(wells, Box.cube(5, -2, 2), new double[] {0.5, 0.1, 0.2, 0.3, 0.4});
        LowestPath path = between(terrain, 0, 1, false);
        assertThat(path.top().value()).isCloseTo(1, within(1e-12));
        assertThat(path.across()).isLessThanOrEqualTo(1e-4);
    }
}
