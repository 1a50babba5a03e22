package thalweg.flow.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Checkpoint;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.measure.Draws;
import thalweg.measure.Ess;
import thalweg.measure.Rhat;

class HamiltonianTest {
    private static final Key KEY = Key.of(11);

    /// A normal law with scales 0.01 .. 100 and correlation 0.9 of neighbours.
    private static final int D = 5;

    private static final double[] SCALE = {0.01, 0.1, 1, 10, 100};

    private static final Energy<Tensor> NORMAL = x -> {
        Tensor z = x.over(Tensor.vector(SCALE));
        Tensor first = z.slice(0, 0, 1);
        Tensor rest = z.slice(0, 1, D).minus(z.slice(0, 0, D - 1).times(0.9)).over(Math.sqrt(1 - 0.81));
        return first.square().sum().plus(rest.square().sum()).times(0.5);
    };

    private static double[][] draws(Flow<Tensor, Swing> flow, int warmup, int draws, int chains, int coordinate) {
        Key[] keys = KEY.split(chains);
        return IntStream.range(0, chains)
                .mapToObj(c -> {
                    double[] z = keys[c].fold(-1).uniforms(D);
                    Tensor start = Tensor.vector(
                            IntStream.range(0, D).mapToDouble(i -> 4 * z[i] - 2).toArray());
                    double[] all = Run.of(flow, start, keys[c])
                            .every(1)
                            .withoutPlaces()
                            .meter("x", swing -> swing.place()[coordinate])
                            .steps(warmup + draws)
                            .of("x");
                    return Arrays.copyOfRange(all, warmup + 1, all.length);
                })
                .toArray(double[][]::new);
    }

    static Stream<Flow<Tensor, Swing>> flows() {
        return Stream.of(
                new Nuts(new Warmup(400, Mass.DRAWS, 0.8)).on(NORMAL, Tensor.zeros(D)),
                new Nuts(new Warmup(400)).on(NORMAL, Tensor.zeros(D)),
                new Nuts(new Warmup(400, Mass.LOW_RANK, 0.8)).on(NORMAL, Tensor.zeros(D)),
                new Nuts(new Warmup(400, Mass.DENSE, 0.8)).on(NORMAL, Tensor.zeros(D)),
                new Hmc(new Warmup(400), 8).on(NORMAL, Tensor.zeros(D)));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void samplesANormalLaw(Flow<Tensor, Swing> flow) {
        for (int i : new int[] {0, 2, 4}) {
            double[][] x = draws(flow, 400, 1000, 4, i);
            double ess = Ess.ofMean(Draws.of(x)).value();
            assertThat(Rhat.of(Draws.of(x)).value().value()).isLessThan(1.02);
            double mean =
                    Arrays.stream(x).flatMapToDouble(Arrays::stream).average().orElseThrow() / SCALE[i];
            double square = Arrays.stream(x)
                            .flatMapToDouble(Arrays::stream)
                            .map(v -> v * v)
                            .average()
                            .orElseThrow()
                    / (SCALE[i] * SCALE[i]);
            assertThat(Math.abs(mean) * Math.sqrt(ess)).isLessThan(4);
            double ess2 = Ess.of(Draws.of(x), v -> v * v).value();
            assertThat(Math.abs(square - 1) / Math.sqrt(2 / ess2)).isLessThan(4);
        }
    }

    /// Detailed balance has no room for a wrong weight: the energies of a standard normal law in two dimensions are
    /// exponential with mean 1, whatever the step.
    @Test
    void energiesFollowTheirLaw() {
        Energy<Tensor> round = x -> x.square().sum().times(0.5);
        for (double step : new double[] {0.3, 1.2}) {
            Flow<Tensor, Swing> flow =
                    new Nuts(Warmup.none(), 6).on(Flat.of(round, Tensor.zeros(2)), step, Metric.identity(2));
            double[] heights = Run.of(flow, Tensor.vector(0.5, 0.5), KEY)
                    .every(1)
                    .withoutPlaces()
                    .steps(40_000)
                    .heights();
            double[][] chain = {Arrays.copyOfRange(heights, 1, heights.length)};
            double error = 1 / Math.sqrt(Ess.ofMean(Draws.of(chain)).value());
            assertThat((Arrays.stream(chain[0]).average().orElseThrow() - 1) / error)
                    .isBetween(-4.0, 4.0);
            double above =
                    Arrays.stream(chain[0]).map(e -> e > 2 ? 1 : 0).average().orElseThrow();
            double expected = StrictMath.exp(-2);
            double[][] tail = {Arrays.stream(chain[0]).map(e -> e > 2 ? 1 : 0).toArray()};
            assertThat((above - expected)
                            / Math.sqrt(expected
                                    * (1 - expected)
                                    / Ess.ofMean(Draws.of(tail)).value()))
                    .isBetween(-4.0, 4.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Mass.class)
    void cutAnywhereAndResumedItIsTheSameBits(Mass mass) {
        Flow<Tensor, Swing> flow = new Nuts(new Warmup(60, mass, 0.8)).on(NORMAL, Tensor.zeros(D));
        Run<Tensor, Swing> run = Run.of(flow, Tensor.full(0.1, D), KEY);
        byte[] whole = run.steps(90).checkpoint().state();
        for (int cut : new int[] {1, 33, 60, 77}) {
            Checkpoint checkpoint = run.steps(cut).checkpoint();
            assertThat(run.from(checkpoint).steps(90).checkpoint().state()).isEqualTo(whole);
        }
    }

    @Test
    void threadsChangeNoBit() {
        Flow<Tensor, Swing> flow = new Nuts(new Warmup(50)).on(NORMAL, Tensor.zeros(D));
        List<Tensor> starts =
                IntStream.range(0, 4).mapToObj(i -> Tensor.full(0.1 * i, D)).toList();
        List<byte[]> one =
                Run.each(flow, starts, KEY, 1, run -> run.steps(80).checkpoint().state());
        List<byte[]> four =
                Run.each(flow, starts, KEY, 4, run -> run.steps(80).checkpoint().state());
        for (int i = 0; i < 4; i++) {
            assertThat(four.get(i)).isEqualTo(one.get(i));
        }
    }

    /// Neal, Ann. Stat. 31 (2003) 705: no step size fits the neck and the mouth of the funnel.
    @Test
    void aFunnelIsSeenByDivergences() {
        Energy<Tensor> funnel = x -> {
            Tensor v = x.get(0);
            Tensor rest = x.slice(0, 1, 10);
            return v.square()
                    .over(18)
                    .plus(rest.square().sum().times(v.neg().exp()).times(0.5))
                    .plus(v.times(4.5));
        };
        Flow<Tensor, Swing> flow = new Nuts(new Warmup(300)).on(funnel, Tensor.zeros(10));
        double divergent = 0;
        for (int chain = 0; chain < 4; chain++) {
            Trajectory<Tensor> path = Run.of(flow, Tensor.full(0.5, 10), KEY.fold(chain))
                    .every(1)
                    .withoutPlaces()
                    .meter("divergent", swing -> swing.last().divergent() ? 1 : 0)
                    .steps(1300);
            divergent += Arrays.stream(path.of("divergent")).skip(301).sum();
        }
        assertThat(divergent).isGreaterThan(0);
    }

    @Test
    void aBadStartIsSaid() {
        Energy<Tensor> half = x -> x.log().sum().neg();
        var flow = new Nuts(new Warmup(10)).on(half, Tensor.zeros(2));
        assertThatThrownBy(() -> Run.of(flow, Tensor.vector(1, -1), KEY).steps(1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("start");
    }
}
