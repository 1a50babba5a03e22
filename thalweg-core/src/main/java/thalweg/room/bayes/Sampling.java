package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToDoubleFunction;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.flow.chain.Metric;
import thalweg.flow.chain.Swing;
import thalweg.flow.chain.Warmup;
import thalweg.room.bayes.draw.ChainTable;
import thalweg.room.bayes.draw.Chains;
import thalweg.room.bayes.draw.Gauge;
import thalweg.study.Lab;

/// Chains on a posterior: each finds a start, warms up, and draws; on the lab's threads, with the same bits at any
/// number of them.
final class Sampling {
    private static final long GLANCE = 50;
    private static final String LOST = "lost ";
    private static final Map<Gauge, ToDoubleFunction<Swing>> METERS = meters();

    private final Posterior posterior;
    private final Plan plan;
    private final Lab lab;
    private final AtomicLongArray done;

    /// How chains are run.
    ///
    /// @param tuned states of earlier warm-ups to draw from; empty to warm up
    record Plan(Sampler sampler, Warmup warmup, int chains, int draws, int thin, Start start, List<Tuned> tuned) {}

    /// One chain as it ended.
    ///
    /// @param free free coordinates of its draws
    /// @param lost free coordinates where diverged paths were last well, by draw
    private record Chain(
            Tuned tuned, List<double[]> free, Map<Gauge, double[]> gauges, Map<Integer, double[]> lost, Ending ending) {
        static Chain failed(String why) {
            return new Chain(
                    new Tuned(new double[0], 1, Metric.identity(0)),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    new Ending.Diverged("no start with a finite energy and slope in 100 tries: " + why, 0, why));
        }
    }

    /// What all chains came to.
    ///
    /// @param divergent chain, draw and quantities where diverged paths were last well
    record Result(Chains chains, List<Tuned> tuned, List<Divergence> divergent, Ending ending) {}

    /// Where a path diverged.
    record Divergence(int chain, int draw, double[] quantities) {}

    Sampling(Posterior posterior, Plan plan, Lab lab) {
        this.posterior = posterior;
        this.plan = plan;
        this.lab = lab;
        this.done = new AtomicLongArray(plan.chains);
    }

    private static Map<Gauge, ToDoubleFunction<Swing>> meters() {
        Map<Gauge, ToDoubleFunction<Swing>> meters = new EnumMap<>(Gauge.class);
        meters.put(Gauge.HEIGHT, swing -> -swing.height());
        meters.put(Gauge.ACCEPTANCE, swing -> swing.last().acceptance());
        meters.put(Gauge.STEP, swing -> swing.last().step());
        meters.put(Gauge.DEPTH, swing -> swing.last().depth());
        meters.put(Gauge.LEAPFROGS, swing -> swing.last().leapfrogs());
        meters.put(Gauge.DIVERGENT, swing -> swing.last().divergent() ? 1 : 0);
        meters.put(Gauge.ENERGY, swing -> swing.last().energy());
        return meters;
    }

    Result run() {
        List<Chain> chains = lab.map(plan.chains, this::chain);
        Ending ending = chains.stream()
                .map(Chain::ending)
                .filter(end -> !(end instanceof Ending.Converged))
                .findFirst()
                .orElse(new Ending.Converged(
                        plan.chains + (plan.chains == 1 ? " chain" : " chains") + " of " + plan.draws + " draws"));
        int length = chains.stream().mapToInt(chain -> chain.free.size()).min().orElse(0);
        List<Divergence> divergent = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            for (Map.Entry<Integer, double[]> lost : chains.get(c).lost.entrySet()) {
                if (lost.getKey() < length) {
                    double[] quantities = posterior.report(lost.getValue(), Key.of(0));
                    divergent.add(new Divergence(c + 1, lost.getKey() + 1, quantities));
                }
            }
        }
        return new Result(
                gathered(chains, length), chains.stream().map(Chain::tuned).toList(), divergent, ending);
    }

    private Chains gathered(List<Chain> chains, int length) {
        List<String> names = posterior.names();
        double[][][] values = new double[names.size()][chains.size()][length];
        lab.map(chains.size(), c -> {
            Key key = lab.key().fold(c).fold(3);
            for (int i = 0; i < length; i++) {
                double[] row = posterior.report(chains.get(c).free.get(i), key.fold(i));
                for (int k = 0; k < row.length; k++) {
                    values[k][c][i] = row[k];
                }
            }
            return c;
        });
        Map<Gauge, double[][]> gauges = new EnumMap<>(Gauge.class);
        for (Gauge gauge : METERS.keySet()) {
            gauges.put(
                    gauge,
                    chains.stream()
                            .map(chain ->
                                    java.util.Arrays.copyOf(chain.gauges.getOrDefault(gauge, new double[0]), length))
                            .toArray(double[][]::new));
        }
        return new Chains(names.stream().map(ChainTable::indexed).toList(), values, gauges, plan.sampler.doublings());
    }

    private Chain chain(int c) {
        Key key = lab.key().fold(c);
        Tuned tuned;
        if (!plan.tuned.isEmpty()) {
            tuned = plan.tuned.get(c % plan.tuned.size());
        } else {
            Start.Found found = plan.start.find(posterior, c, key.fold(0));
            if (!found.failure().isEmpty()) {
                return Chain.failed(found.failure());
            }
            Run<Tensor, Swing> warming = Run.of(
                            plan.sampler.warming(posterior.flat(), plan.warmup),
                            Tensor.vector(found.place()),
                            key.fold(1))
                    .watch(GLANCE, glance -> say(c, glance.step()));
            Trajectory<Tensor> path = lab.steps("chain " + (c + 1) + " warm-up", warming, plan.warmup.steps());
            say(c, path.done());
            tuned = Tuned.of(warming.state(path.checkpoint()));
            if (path.done() < plan.warmup.steps()) {
                return new Chain(tuned, List.of(), Map.of(), Map.of(), path.ending());
            }
        }
        return drawn(c, tuned, key.fold(2));
    }

    private Chain drawn(int c, Tuned tuned, Key key) {
        Run<Tensor, Swing> run = Run.of(
                        plan.sampler.drawing(posterior.flat(), tuned.step(), tuned.metric()),
                        Tensor.vector(tuned.place()),
                        key)
                .every(plan.thin)
                .watch(GLANCE, glance -> say(c, warm() + glance.step()));
        for (Map.Entry<Gauge, ToDoubleFunction<Swing>> meter : METERS.entrySet()) {
            run = run.meter(meter.getKey().word(), meter.getValue());
        }
        int d = posterior.flat().size();
        for (int i = 0; i < d; i++) {
            int at = i;
            run = run.meter(LOST + i, swing -> swing.divergence().length > 0 ? swing.divergence()[at] : Double.NaN);
        }
        Trajectory<Tensor> path = lab.steps("chain " + (c + 1), run, (long) plan.draws * plan.thin);
        say(c, warm() + path.done());
        List<double[]> free =
                path.places().stream().skip(1).map(Tensor::toArray).toList();
        Map<Gauge, double[]> gauges = new EnumMap<>(Gauge.class);
        for (Gauge gauge : METERS.keySet()) {
            double[] series = path.of(gauge.word());
            gauges.put(gauge, java.util.Arrays.copyOfRange(series, 1, series.length));
        }
        Map<Integer, double[]> lost = new LinkedHashMap<>();
        double[] flags = gauges.getOrDefault(Gauge.DIVERGENT, new double[0]);
        for (int n = 0; n < flags.length; n++) {
            if (flags[n] > 0) {
                double[] place = new double[d];
                for (int i = 0; i < d; i++) {
                    place[i] = path.of(LOST + i)[n + 1];
                }
                lost.put(n, place);
            }
        }
        return new Chain(tuned, free, gauges, lost, path.ending());
    }

    private long warm() {
        return plan.tuned.isEmpty() ? plan.warmup.steps() : 0;
    }

    private void say(int chain, long step) {
        done.set(chain, step);
        long sum = 0;
        for (int c = 0; c < plan.chains; c++) {
            sum += done.get(c);
        }
        lab.progress(sum, plan.chains * (warm() + (long) plan.draws * plan.thin), "sampling");
    }
}
