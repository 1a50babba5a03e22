package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Every diagnostic that cannot be computed is a NaN with a sentence, never an exception; what is not finite is
/// named by its place.
class ReasonLawTest {
    /// Of what can also be too short, or all equal.
    static Stream<Named<Function<double[], Outcome>>> diagnostics() {
        return Stream.of(
                Named.of("rhat", x -> Rhat.of(Draws.of(x)).value()),
                Named.of("rhat split", x -> Rhat.of(Draws.of(x)).split()),
                Named.of("rhat basic", x -> Rhat.of(Draws.of(x, x)).basic()),
                Named.of("rhat nested", x -> Rhat.nested(Draws.of(x, x), 1)),
                Named.of("ess bulk", x -> Ess.of(Draws.of(x)).bulk()),
                Named.of("ess tail", x -> Ess.of(Draws.of(x)).tail()),
                Named.of("ess mean", x -> Ess.ofMean(Draws.of(x))),
                Named.of("ess quantile", x -> Ess.quantile(Draws.of(x), 0.4)),
                Named.of("ess local", x -> Ess.local(Draws.of(x), 0.2, 0.4)),
                Named.of("ess basic", x -> Ess.basic(Draws.of(x))),
                Named.of("mcse mean", x -> error(Mcse.mean(Draws.of(x)))),
                Named.of("mcse sd", x -> error(Mcse.sd(Draws.of(x)))),
                Named.of("mcse quantile", x -> error(Mcse.quantile(Draws.of(x), 0.5))),
                Named.of("summary", x -> error(Summary.of(Draws.of(x)).q95())),
                Named.of("geyer", x -> error(IntegratedTime.geyer(x).time())),
                Named.of("sokal", x -> error(IntegratedTime.sokal(x).time())),
                Named.of("wolff", x -> error(IntegratedTime.wolff(x).time())),
                Named.of("binning", x -> error(Binning.of(x).mean())),
                Named.of("bfmi", x -> Bfmi.of(x).getFirst()),
                Named.of(
                        "density",
                        x -> new Outcome(
                                Density.of(x).bandwidth(), Density.of(x).remark())));
    }

    static Stream<Named<Function<double[], Outcome>>> others() {
        return Stream.of(
                Named.of("autocorrelation", x -> {
                    Autocorrelation rho = Autocorrelation.of(x, 0);
                    return new Outcome(rho.at(0), rho.remark());
                }),
                Named.of("interval", x -> {
                    Interval interval = Interval.shortest(x, 0.5);
                    return new Outcome(interval.low(), interval.remark());
                }),
                Named.of("weights", x -> Weights.of(x).effectiveSize()),
                Named.of(
                        "weighted mean",
                        x -> error(Weights.of(new double[x.length]).mean(x))),
                Named.of("psis", x -> Psis.of(x).shape()),
                Named.of("loo", x -> error(Loo.of(new double[][] {x, x}).elpd())),
                Named.of("wasserstein", x -> Wasserstein.of(x, new double[] {1, 2})),
                Named.of("energy distance", x -> EnergyDistance.of(x, new double[] {1, 2})),
                Named.of("energy of points", x -> EnergyDistance.of(column(x), column(1, 2))),
                Named.of("mmd", x -> Mmd.of(column(x), column(1, 2), 1).biased()),
                Named.of("ks", x -> p(KolmogorovSmirnov.of(x, v -> 0.5))),
                Named.of("ks two", x -> p(KolmogorovSmirnov.of(x, new double[] {1, 2}))),
                Named.of("anderson", x -> p(AndersonDarling.of(x, v -> 0.5))),
                Named.of("blocks", x -> error(Blocks.of(x, 2).mean())),
                Named.of(
                        "jackknife",
                        x -> error(
                                Jackknife.of(new double[][] {x}, 2, m -> m[0]).estimate())));
    }

    static Stream<Named<Function<double[], Outcome>>> all() {
        return Stream.concat(diagnostics(), others());
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void numbersThatAreEqual(Function<double[], Outcome> diagnostic) {
        Outcome outcome = diagnostic.apply(filled(100, 2.5));
        assertThat(outcome.value()).isNaN();
        assertThat(outcome.remark()).contains("equal to 2.5");
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void tooFewNumbers(Function<double[], Outcome> diagnostic) {
        for (double[] few : List.of(new double[0], new double[] {1})) {
            Outcome outcome = diagnostic.apply(few);
            assertThat(outcome.value()).isNaN();
            assertThat(outcome.remark()).contains("at least").contains("needed");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersThatAreNotFinite(Function<double[], Outcome> diagnostic) {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] x = Key.of(1).normals(50);
            x[16] = odd;
            Outcome outcome = diagnostic.apply(x);
            assertThat(outcome.value()).isNaN();
            assertThat(outcome.remark()).contains("17").contains(Double.toString(odd));
        }
    }

    private static Outcome error(Estimate estimate) {
        return new Outcome(estimate.error(), estimate.remark());
    }

    private static Outcome p(Verdict verdict) {
        return new Outcome(verdict.p(), verdict.remark());
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        java.util.Arrays.fill(x, value);
        return x;
    }

    private static double[][] column(double... x) {
        double[][] points = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            points[i] = new double[] {x[i]};
        }
        return points;
    }
}
