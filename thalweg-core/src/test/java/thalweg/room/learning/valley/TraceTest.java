package thalweg.room.learning.valley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Reference;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.flow.descent.GradientDescent;
import thalweg.formula.Formula;
import thalweg.landscape.Box;
import thalweg.study.Lab;
import thalweg.system.Landscape;

class TraceTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static Terrain formula(String text, double... start) {
        return Terrain.of(Formula.parse(text), Box.cube(start.length, -3, 3), start);
    }

    private static Trace.Way until(Trace.Method by, double tolerance, double time) {
        return new Trace.Way(by, Double.NaN, tolerance, time, 1e-300, 1_000_000);
    }

    static Stream<Landscape> landscapes() {
        return Landscape.all().stream();
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void theHeightLostIsTheSlopeSquared(Landscape landscape) {
        Trace.Way way = new Trace.Way(Trace.Method.RK853, Double.NaN, 1e-11, NEVER, 1e-6, 200_000);
        Trace trace = Trace.of(Terrain.of(landscape), way, Lab.quiet());
        assertThat(trace.ending()).isInstanceOf(Ending.Converged.class);
        assertThat(trace.defect()).isLessThanOrEqualTo(1e-9);
        assertThat(trace.rises()).isZero();
    }

    /// `x(t) = exp(-A t) x0` for `A = ((2, 1), (1, 3))`, by its eigenvectors.
    @ParameterizedTest
    @EnumSource(names = {"RK45", "RK853", "RADAU"})
    void quadraticsDecayAsTheyMust(Trace.Method by) {
        Terrain terrain = formula("x^2 + x*y + 1.5*y^2", 1, -0.5);
        double[] end = Trace.of(terrain, until(by, by == Trace.Method.RADAU ? 1e-12 : 1e-13, 1.5), Lab.quiet())
                .end();
        double root = Math.sqrt(5);
        double[] expected = new double[2];
        for (double value : new double[] {(5 - root) / 2, (5 + root) / 2}) {
            double[] vector = {1, value - 2};
            double part = (1 * vector[0] - 0.5 * vector[1]) / (vector[0] * vector[0] + vector[1] * vector[1]);
            for (int i = 0; i < 2; i++) {
                expected[i] += part * vector[i] * StrictMath.exp(-value * 1.5);
            }
        }
        assertThat(end).containsExactly(expected, within(1e-10));
    }

    /// Saxe, McClelland and Ganguli (2014): `a = u v` of the deep linear mode, and `u^2 - v^2`, which the flow
    /// conserves.
    @Test
    void deepLinearCurves() {
        Reference known = Reference.read("landscapes.json").at("deep_linear_mode");
        double start = Math.sqrt(known.at("a0").number());
        for (Reference value : known.at("values").items()) {
            Terrain terrain = formula("(3 - u*v)^2/2", start, start);
            double[] end = Trace.of(
                            terrain,
                            until(Trace.Method.RK853, 1e-13, value.at("t").number()),
                            Lab.quiet())
                    .end();
            assertThat(end[0] * end[1]).isCloseTo(value.at("a").number(), within(1e-8));
        }
        Trace unequal =
                Trace.of(formula("(3 - u*v)^2/2", 0.1, -0.02), until(Trace.Method.RK853, 1e-13, 3), Lab.quiet());
        double conserved = 0.1 * 0.1 - 0.02 * 0.02;
        assertThat(unequal.places())
                .allSatisfy(p -> assertThat(p[0] * p[0] - p[1] * p[1]).isCloseTo(conserved, within(1e-12)));
    }

    @Test
    void eulerIsGradientDescentBitForBit() {
        Landscape himmelblau = Landscape.of("himmelblau");
        Trace.Way way = new Trace.Way(Trace.Method.EULER, 0.003, 1e-11, NEVER, 1e-300, 500);
        double[] euler = Trace.of(Terrain.of(himmelblau), way, Lab.quiet()).end();
        Trajectory<Tensor> descent = Run.of(
                        new GradientDescent(0.003).on(himmelblau), Tensor.vector(himmelblau.start()), Key.of(0))
                .steps(500);
        assertThat(euler).containsExactly(descent.last().toArray());
    }

    /// The account of Euler's steps is off by the step: half the step, half the defect.
    @Test
    void eulersAccountIsOfFirstOrder() {
        Terrain terrain = Terrain.of(Landscape.of("double-well"));
        double[] defect = new double[2];
        for (int k = 0; k < 2; k++) {
            Trace.Way way = new Trace.Way(Trace.Method.EULER, 0.01 / (k + 1), 1e-11, 2, 1e-300, 100_000);
            defect[k] = Trace.of(terrain, way, Lab.quiet()).defect();
        }
        assertThat(defect[0] / defect[1]).isBetween(1.9, 2.1);
    }

    @Test
    void longStepsEndInWords() {
        Terrain steep = formula("50*x^2 + y^2", 1, 1);
        Trace.Way way = new Trace.Way(Trace.Method.EULER, 0.0201, 1e-11, NEVER, 1e-8, 100_000);
        Trace trace = Trace.of(steep, way, Lab.quiet());
        assertThat(trace.ending()).isInstanceOf(Ending.Diverged.class);
        assertThat(trace.ending().message()).contains("rose for 10 steps").contains("2/lambda_max = 0.02 ");
    }

    @Test
    void almostNoFlowEndsInASaddle() {
        for (String name : new String[] {"himmelblau", "camel", "mueller-brown"}) {
            Terrain terrain = Terrain.of(Landscape.of(name));
            Escape escape = Escape.of(terrain, 150, Lab.quiet());
            assertThat(escape.inSaddles()).isZero();
            assertThat(escape.lost()).isZero();
            assertThat(escape.counts().stream().mapToInt(c -> c).sum()).isEqualTo(150);
        }
    }
}
