package thalweg.room.learning.valley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.flow.Reference;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.study.Lab;
import thalweg.system.Landscape;

/// The critical points of the gallery, by an independent computation (`landscapes.json`), and of formulas whose points
/// are
/// known by hand.
class LandmarksTest {
    private static Landmarks of(String formula, double side) {
        Formula energy = Formula.parse(formula);
        int n = energy.names().size();
        return Landmarks.of(Terrain.of(energy, Box.cube(n, -side, side), new double[n]), Lab.quiet());
    }

    private static double euler(String formula, double side) {
        Formula energy = Formula.parse(formula);
        Box box = Box.cube(energy.names().size(), -side, side);
        Terrain terrain = Terrain.of(energy, box, new double[box.size()]);
        return Landmarks.of(terrain, Lab.quiet()).euler(terrain);
    }

    @ParameterizedTest
    @CsvSource({"himmelblau, himmelblau", "camel, six_hump_camel", "mueller-brown, mueller_brown"})
    void allAreFoundAndNoneInvented(String name, String reference) {
        Reference known = Reference.read("landscapes.json").at("critical_points/" + reference);
        Terrain terrain = Terrain.of(Landscape.of(name));
        Landmarks found = Landmarks.of(terrain, Lab.quiet());
        assertThat(found.points()).hasSize(known.at("points").items().size());
        for (Reference point : known.at("points").items()) {
            double[] place = {point.at("x").number(), point.at("y").number()};
            CriticalPoint near = found.points().stream()
                    .filter(p -> p.distance(place) < 1e-9)
                    .findFirst()
                    .orElseThrow();
            assertThat(near.value()).isCloseTo(point.at("value").number(), within(1e-10));
            assertThat(near.index()).isEqualTo((int) point.at("index").number());
            double[] curvatures = point.at("hessian_eigenvalues").numbers();
            for (int k = 0; k < 2; k++) {
                assertThat(near.curvature().values()[k])
                        .isCloseTo(curvatures[k], within(1e-6 * Math.abs(curvatures[k])));
            }
        }
        assertThat(found.euler(terrain)).isEqualTo(1);
        assertThat(found.demanded()).isEqualTo(1);
    }

    @Test
    void theCountDoesNotDependOnThreads() {
        Terrain terrain = Terrain.of(Landscape.of("camel"));
        List<CriticalPoint> one = Landmarks.of(terrain, Lab.quiet()).points();
        List<CriticalPoint> three =
                Landmarks.of(terrain, Lab.quiet().threads(3)).points();
        assertThat(three).usingRecursiveComparison().isEqualTo(one);
    }

    /// `sin x` over three periods and a half; `sum cos` has its 27 points of each kind by product.
    @Test
    void oneAndThreeCoordinates() {
        assertThat(of("sin(x)", 10).points()).hasSize(6);
        Landmarks cube = of("cos(x) + cos(y) + cos(z)", 4);
        assertThat(cube.points()).hasSize(27);
        assertThat(cube.minima()).hasSize(8);
        assertThat(cube.points().stream().filter(p -> p.index() == 3)).hasSize(1);
    }

    /// The monkey saddle turns the slope twice the wrong way round.
    @Test
    void degeneratePointsAreSaidSo() {
        Landmarks monkey = of("x^3 - 3*x*y^2", 3);
        assertThat(monkey.points()).hasSize(1);
        assertThat(monkey.points().getFirst().kind()).isEqualTo("degenerate");
        assertThat(monkey.points().getFirst().flat()).isEqualTo(2);
        assertThat(euler("x^3 - 3*x*y^2", 3)).isEqualTo(-2);
        assertThat(euler("x^4 + y^2", 3)).isEqualTo(1);
        assertThat(euler("(x - 1)^4 + y^6", 3)).isEqualTo(1);
    }

    @Test
    void valleysOfPointsAreOneEach() {
        Landmarks ring = of("(x^2 + y^2 - 1)^2", 3);
        assertThat(ring.points()).extracting(CriticalPoint::kind).containsExactly("valley of minima", "maximum");
        Landmarks product = of("(3 - u*v)^2/2", 3);
        assertThat(product.points())
                .extracting(CriticalPoint::kind)
                .containsExactly("valley of minima", "valley of minima", "saddle");
        assertThat(product.points().get(2).curvature().values()[0]).isCloseTo(-3, within(1e-12));
        assertThat(product.points().get(2).curvature().values()[1]).isCloseTo(3, within(1e-12));
    }

    /// A kink, a tail and a plateau are no critical points, nor is a least slope that is not zero.
    @ParameterizedTest
    @CsvSource({
        "abs(x) + abs(y), 0",
        "exp(-10*(x^2 + y^2)), 1",
        "exp(-900*(x^2 + y^2)), 1",
        "exp(-x) + y^2, 0",
        "x^3 + x + y^2, 0",
        "1e8*x^2 + y^2, 1",
        "1e-12*(x^2 + 3*y^2), 1",
        "x + y, 0"
    })
    void noneIsInvented(String formula, int count) {
        assertThat(of(formula, 3).points()).hasSize(count);
    }
}
