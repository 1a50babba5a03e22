package thalweg.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.chain.Listed;
import thalweg.flow.chain.Metropolis;
import thalweg.flow.descent.Adam;
import thalweg.flow.descent.GradientDescent;
import thalweg.flow.descent.Lbfgs;
import thalweg.flow.descent.Momentum;
import thalweg.flow.descent.NewtonCg;
import thalweg.flow.descent.RmsProp;
import thalweg.flow.motion.Composition;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.EulerMaruyama;
import thalweg.flow.motion.Gauss;
import thalweg.flow.motion.Langevin;
import thalweg.flow.motion.Radau;
import thalweg.flow.motion.RungeKutta;
import thalweg.flow.motion.Verlet;
import thalweg.landscape.Energy;
import thalweg.system.HenonHeiles;
import thalweg.system.Landscape;

/// Every flow is held to its promise: one test, by a switch over what can be promised. Orders of trajectories
/// are held in `OrderLawTest`.
class FlowLawTest {
    private static final Key KEY = Key.of(20);

    /// A flow at a step, on each law it is tried on.
    record Case(String name, List<Trial<?, ?>> trials) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// @param at the flow at a step
    /// @param step the step to try first
    /// @param energy the height of a place
    record Trial<S, X>(DoubleFunction<Flow<S, X>> at, double step, S start, Energy<S> energy) {}

    interface Descent {
        Flow<Tensor, ?> on(Landscape landscape);
    }

    private static Case descent(String name, Descent method) {
        return new Case(
                name,
                Landscape.all().stream()
                        .<Trial<?, ?>>map(l -> descent(method.on(l), l))
                        .toList());
    }

    private static <X> Trial<Tensor, X> descent(Flow<Tensor, X> flow, Landscape landscape) {
        return new Trial<>(_ -> flow, 1, Tensor.vector(landscape.start()), landscape);
    }

    private static <X> Case motion(String name, double step, DoubleFunction<Flow<Phase<Tensor>, X>> flow) {
        Phase<Tensor> start = new Phase<>(Tensor.vector(0.3, 0), Tensor.vector(0, 0.3));
        return new Case(
                name, List.of(new Trial<>(flow, step, start, HenonHeiles.law().energy())));
    }

    /// Many wells of `V = q^2 / 2 + cos 1.5 q`, each a walker of its own; curvatures between -1.3 and 3.3.
    private static final Energy<Tensor> WELLS =
            q -> q.square().times(0.5).plus(q.times(1.5).cos()).sum();

    private static final int WALKERS = 10_000;

    /// Walkers that already have the law: of places by inversion on a grid, of momenta normal.
    private static Tensor places() {
        int cells = 4000;
        double[] sum = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            double q = -8 + 16 * (i + 0.5) / cells;
            sum[i + 1] = sum[i] + StrictMath.exp(-well(q));
        }
        double[] places = new double[WALKERS];
        for (int w = 0; w < WALKERS; w++) {
            double u = (w + 0.5) / WALKERS * sum[cells];
            int i = java.util.Arrays.binarySearch(sum, u);
            i = Math.min(i >= 0 ? i : -i - 2, cells - 1);
            places[w] = -8 + 16 * (i + (u - sum[i]) / (sum[i + 1] - sum[i])) / cells;
        }
        return Tensor.wrap(places, thalweg.array.Shape.of(WALKERS));
    }

    private static double well(double q) {
        return q * q / 2 + StrictMath.cos(1.5 * q);
    }

    /// The mean of V and its variance under `exp(-V)`, by the midpoint rule (exact to rounding for this integrand).
    private static double[] moments() {
        double[] sums = new double[3];
        for (int i = 0; i < 4000; i++) {
            double v = well(-10 + 20 * (i + 0.5) / 4000);
            double weight = StrictMath.exp(-v);
            sums[0] += weight;
            sums[1] += weight * v;
            sums[2] += weight * v * v;
        }
        double mean = sums[1] / sums[0];
        return new double[] {mean, sums[2] / sums[0] - mean * mean};
    }

    private static <X> Case bath(String name, DoubleFunction<Flow<Phase<Tensor>, X>> flow) {
        Phase<Tensor> start = new Phase<>(places(), Tensor.vector(Key.of(4).normals(WALKERS)));
        Energy<Phase<Tensor>> mean = at -> WELLS.at(at.place()).over(WALKERS);
        return new Case(name, List.of(new Trial<>(flow, 0.9, start, mean)));
    }

    static Stream<Case> flows() {
        Mechanics<Tensor> mechanics = Mechanics.langevin(WELLS, 1, 1);
        Energy<Tensor> mean = at -> WELLS.at(at).over(WALKERS);
        Listed space = Listed.flips(6, s -> 0.5 * Integer.bitCount(s ^ (s >> 1)) - 0.2 * Integer.bitCount(s));
        return Stream.of(
                descent("gradient descent", l -> new GradientDescent(2e-4).on(l)),
                descent("heavy ball", l -> Momentum.heavyBall(2e-5, 0.9).on(l)),
                descent("Nesterov", l -> Momentum.nesterov(2e-5, 0.9).on(l)),
                descent("Adam", l -> new Adam(1e-2).on(l)),
                descent("AdamW", l -> Adam.decaying(1e-2, 1e-3).on(l)),
                descent("RMSprop", l -> new RmsProp(1e-3).on(l)),
                descent("L-BFGS", l -> new Lbfgs().on(l)),
                descent("Newton-CG", l -> new NewtonCg().on(l)),
                descent("gradient flow by Dormand-Prince", l -> new DormandPrince(1e-8).on(Dynamics.descent(l))),
                descent("gradient flow by Radau", l -> new Radau(1e-8).on(Dynamics.descent(l))),
                descent(
                        "gradient flow by Runge-Kutta 4",
                        l -> RungeKutta.classical(1e-4).on(Dynamics.descent(l))),
                motion("symplectic Euler", 0.02, h -> Verlet.euler(h).on(HenonHeiles.law())),
                motion("Verlet", 0.1, h -> Verlet.kickFirst(h).on(HenonHeiles.law())),
                motion("Yoshida 4", 0.2, h -> Composition.yoshida4(h).on(HenonHeiles.law())),
                motion("Suzuki 4", 0.3, h -> Composition.suzuki4(h).on(HenonHeiles.law())),
                motion("PEFRL", 0.3, h -> Composition.pefrl(h).on(HenonHeiles.law())),
                motion("Yoshida 6", 0.3, h -> Composition.yoshida6(h).on(HenonHeiles.law())),
                motion(
                        "Kahan-Li 8",
                        0.6,
                        h -> Composition.kahanLi8(h).withCompensation().on(HenonHeiles.law())),
                motion(
                        "Suzuki-Umeno 8",
                        0.3,
                        h -> Composition.suzukiUmeno8(h).withCompensation().on(HenonHeiles.law())),
                motion(
                        "implicit midpoint",
                        0.1,
                        h -> Gauss.midpoint(h).on(HenonHeiles.law().dynamics())),
                motion("Gauss 4", 0.2, h -> Gauss.fourth(h).on(HenonHeiles.law().dynamics())),
                motion("Gauss 6", 0.4, h -> Gauss.sixth(h).on(HenonHeiles.law().dynamics())),
                bath("BAOAB", h -> Langevin.baoab(h).on(mechanics)),
                bath("ABOBA", h -> Langevin.aboba(h).on(mechanics)),
                bath("OBABO", h -> Langevin.obabo(h).on(mechanics)),
                new Case(
                        "Euler-Maruyama",
                        List.of(new Trial<>(
                                h -> new EulerMaruyama(h / 6).on(Dynamics.langevin(WELLS, 1)), 0.9, places(), mean))),
                new Case(
                        "Metropolis",
                        List.of(new Trial<>(
                                _ -> new Metropolis(0.8).on(space),
                                1,
                                0,
                                (Integer s) -> Tensor.of(space.energy()[s])))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void keepsItsPromise(Case flow) {
        flow.trials().forEach(FlowLawTest::hold);
    }

    private static <S, X> void hold(Trial<S, X> trial) {
        Flow<S, X> flow = trial.at().apply(trial.step());
        switch (flow.promise()) {
            case Promise.Descends(boolean always) -> descends(trial, flow, always);
            case Promise.Conserves(String what, int order) -> {
                assertThat(what).isEqualTo("energy");
                conserves(trial, order);
            }
            case Promise.Samples(double temperature, int order) -> samples(trial, temperature, order);
            case Promise.Follows _, Promise.None _ -> throw new AssertionError("nothing promised: " + flow);
        }
    }

    private static <S, X> void descends(Trial<S, X> trial, Flow<S, X> flow, boolean always) {
        double[] heights = Run.of(flow, trial.start(), KEY)
                .every(1)
                .withoutPlaces()
                .observe("height", at -> trial.energy().at(at).value())
                .steps(300)
                .of("height");
        assertThat(heights[heights.length - 1]).isLessThan(heights[0]);
        for (int i = 1; i < heights.length && always; i++) {
            double slack = 1e-14 * Math.max(Math.abs(heights[i]), Math.abs(heights[i - 1]));
            assertThat(heights[i]).as("step " + i).isLessThanOrEqualTo(heights[i - 1] + slack);
        }
    }

    /// The oscillation falls as `h^order`, and over 10^5 steps a line through the series rises by less than a
    /// tenth of it.
    private static <S, X> void conserves(Trial<S, X> trial, int order) {
        double coarse = spread(series(trial, trial.step(), 20_000));
        double fine = spread(series(trial, trial.step() / 2, 40_000));
        double found = Math.log(coarse / fine) / Math.log(2);
        assertThat(found).isGreaterThan(order - 0.25);
        double[] energy = series(trial, trial.step(), 100_000);
        double n = energy.length;
        double mean = java.util.Arrays.stream(energy).average().orElseThrow();
        double across = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            across += (i - (n - 1) / 2) * (energy[i] - mean);
            square += (i - (n - 1) / 2) * (i - (n - 1) / 2);
        }
        assertThat(Math.abs(across / square * n)).isLessThan(0.1 * spread(energy));
    }

    private static <S, X> double[] series(Trial<S, X> trial, double step, long steps) {
        return Run.of(trial.at().apply(step), trial.start(), KEY)
                .every(23)
                .withoutPlaces()
                .observe("height", at -> trial.energy().at(at).value())
                .steps(steps)
                .of("height");
    }

    private static double spread(double[] series) {
        return java.util.Arrays.stream(series).max().orElseThrow()
                - java.util.Arrays.stream(series).min().orElseThrow();
    }

    /// Exact chains: counts of states by chi-square, thinned beyond their memory. Others: the bias of the mean
    /// potential falls at least as `h^order`.
    @SuppressWarnings("unchecked")
    private static <S, X> void samples(Trial<S, X> trial, double temperature, int order) {
        if (order == 0) {
            chiSquare((Trial<Integer, X>) trial, temperature);
            return;
        }
        assertThat(temperature).isEqualTo(1);
        double exact = moments()[0];
        double[] coarse = bias(trial, trial.step(), 150, exact);
        double[] fine = bias(trial, trial.step() / 2, 300, exact);
        if (Boolean.getBoolean("thalweg.print")) {
            System.out.printf("bias %.5f +- %.5f, %.5f +- %.5f%n", coarse[0], coarse[1], fine[0], fine[1]);
        }
        double expected = Math.abs(coarse[0]) * Math.pow(2, -order);
        assertThat(Math.abs(fine[0])).isLessThan(1.3 * expected + 3 * (fine[1] + coarse[1]));
    }

    private static <S, X> double[] bias(Trial<S, X> trial, double step, long steps, double exact) {
        double[] all = Run.of(trial.at().apply(step), trial.start(), KEY)
                .every(1)
                .withoutPlaces()
                .observe("height", at -> trial.energy().at(at).value())
                .steps(steps)
                .of("height");
        double sum = 0;
        int from = all.length / 3;
        for (int i = from; i < all.length; i++) {
            sum += all[i];
        }
        // wells remember about 3 units of time
        double error = Math.sqrt(moments()[1] / (WALKERS * (all.length - from) * step / 3));
        return new double[] {sum / (all.length - from) - exact, error};
    }

    private static <X> void chiSquare(Trial<Integer, X> trial, double temperature) {
        int states = 64;
        double[] law = new double[states];
        double sum = 0;
        for (int s = 0; s < states; s++) {
            law[s] = StrictMath.exp(-trial.energy().at(s).value() / temperature);
            sum += law[s];
        }
        double total = 0;
        int seeds = 20;
        for (int seed = 0; seed < seeds; seed++) {
            double[] counts = new double[states];
            int draws = 5000;
            Run.of(trial.at().apply(1), trial.start(), KEY.fold(seed))
                    .every(60)
                    .withoutPlaces()
                    .observe("count", s -> counts[s]++)
                    .steps(60L * draws);
            double chi = 0;
            for (int s = 0; s < states; s++) {
                double expected = (draws + 1) * law[s] / sum;
                chi += (counts[s] - expected) * (counts[s] - expected) / expected;
            }
            total += (chi - (states - 1)) / Math.sqrt(2.0 * (states - 1));
        }
        assertThat(total / seeds).isBetween(-0.7, 0.7);
    }
}
