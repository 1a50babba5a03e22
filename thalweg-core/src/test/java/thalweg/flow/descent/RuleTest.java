package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Ending;
import thalweg.flow.Reference;
import thalweg.flow.Run;
import thalweg.flow.Schedule;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.RungeKutta;
import thalweg.landscape.Source;
import thalweg.system.Himmelblau;
import thalweg.system.Landscape;
import thalweg.system.Rosenbrock;

class RuleTest {
    private static final Key KEY = Key.of(1);
    private static final Reference ITERATES = Reference.read("flow.json").at("descent_iterates/iterates");
    private static final Map<String, Rule> RULES = Map.of(
            "gradient_descent h=1e-3",
            new GradientDescent(1e-3),
            "heavy_ball h=1e-4 momentum=0.9",
            Momentum.heavyBall(1e-4, 0.9),
            "nesterov h=1e-4 momentum=0.9",
            Momentum.nesterov(1e-4, 0.9),
            "adam h=0.1 b1=0.9 b2=0.999 eps=1e-8",
            new Adam(0.1),
            "adamw h=0.1 decay=0.01",
            Adam.decaying(0.1, 0.01),
            "rmsprop h=0.01 a=0.99 eps=1e-8",
            new RmsProp(0.01));

    static Stream<String> rules() {
        return ITERATES.names().stream();
    }

    /// Iterates 1, 2, 5, 10 on Rosenbrock from (-1.2, 1), by torch 1.13 in float64 (`flow.json`).
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void iteratesAreTorchs(String name) {
        Rule rule = Objects.requireNonNull(RULES.get(name), name);
        Trajectory<Tensor> path = Run.of(rule.on(new Rosenbrock(2)), Tensor.vector(-1.2, 1), KEY)
                .every(1)
                .steps(10);
        for (Reference iterate : ITERATES.at(name).items()) {
            int step = (int) iterate.at("step").number();
            double[] x = iterate.at("x").numbers();
            assertThat(path.places().get(step).toArray()).containsExactly(x, within(1e-14));
        }
    }

    @Test
    void gradientDescentIsEulersStepBitForBit() {
        for (Landscape landscape : Landscape.all()) {
            Tensor start = Tensor.vector(landscape.start());
            byte[] descent = bits(Run.of(new GradientDescent(1e-4).on(landscape), start, KEY)
                    .steps(1000)
                    .last());
            byte[] euler = bits(Run.of(RungeKutta.euler(1e-4).on(Dynamics.descent(landscape)), start, KEY)
                    .steps(1000)
                    .last());
            assertThat(descent).as(landscape.name()).isEqualTo(euler);
        }
    }

    private static byte[] bits(Tensor x) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(8 * x.count());
        for (double v : x.toArray()) {
            buffer.putDouble(v);
        }
        return buffer.array();
    }

    @Test
    void aSourceThatIsExactGivesTheSameSteps() {
        Tensor start = Tensor.vector(0.5, 0.5);
        Tensor direct = Run.of(new Adam(0.05).on(new Himmelblau()), start, KEY)
                .steps(200)
                .last();
        Tensor read = Run.of(new Adam(0.05).on(Source.exact(new Himmelblau())), start, KEY)
                .steps(200)
                .last();
        assertThat(read.toArray()).containsExactly(direct.toArray(), within(1e-10));
    }

    /// A line through 64 exact points, by batches of 10: the order of rows changes from epoch to epoch, the end
    /// is the line. Cut and resumed, the bits are the same.
    @Test
    void minibatchesFindALine() {
        double[] x = Key.of(5).normals(64);
        double[] y = new double[64];
        for (int i = 0; i < 64; i++) {
            y[i] = 2 * x[i] - 0.5;
        }
        record Rows(Tensor x, Tensor y) {}
        Source<Tensor, ?> source = Source.minibatch(
                (Tensor line, Rows rows) -> rows.x()
                        .times(line.get(0))
                        .plus(line.get(1))
                        .minus(rows.y())
                        .square()
                        .mean(),
                new Rows(Tensor.vector(x), Tensor.vector(y)),
                10);
        var flow = new Adam(0.05).under(Schedule.cosine(800)).on(source);
        Trajectory<Tensor> whole = Run.of(flow, Tensor.vector(0, 0), KEY).steps(800);
        assertThat(whole.last().toArray()).containsExactly(new double[] {2, -0.5}, within(1e-3));
        var cut = Run.of(flow, Tensor.vector(0, 0), KEY).steps(333).checkpoint();
        var resumed = Run.of(flow, Tensor.vector(0, 0), KEY).from(cut).steps(800);
        assertThat(resumed.checkpoint().state()).isEqualTo(whole.checkpoint().state());
    }

    @Test
    void endsAreSentences() {
        Trajectory<Tensor> wild = Run.of(new GradientDescent(1).on(new Rosenbrock(2)), Tensor.vector(-1.2, 1), KEY)
                .steps(100);
        assertThat(wild.ending()).isInstanceOf(Ending.Diverged.class);
        assertThat(wild.ending().message()).contains("2 over the largest curvature");
        Trajectory<Tensor> found = Run.of(new GradientDescent(0.01).on(new Himmelblau()), Tensor.vector(1, 1), KEY)
                .until(Stop.slopeBelow(1e-8).or(Stop.steps(10_000)));
        assertThat(found.ending()).isInstanceOf(Ending.Converged.class);
        assertThat(found.last().toArray()).containsExactly(new double[] {3, 2}, within(1e-9));
    }
}
