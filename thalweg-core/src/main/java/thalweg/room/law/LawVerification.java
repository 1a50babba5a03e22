package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.room.law.power.Line;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.tail.Bootstrap;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;
import thalweg.room.law.trial.Attenuation;
import thalweg.room.law.trial.Coverage;
import thalweg.study.Lab;
import thalweg.study.Verification;

/// The known results of this room: York's line, Kepler's planets, published tails, and intervals that cover what they
/// say.
public final class LawVerification implements Verification {
    private static final int SIMULATIONS = 4000;
    private static final int BLOCKS = 8;
    private static final String STATED = "the interval's own statement";

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String room() {
        return "law";
    }

    @Override
    public List<Finding> run(Lab lab) {
        findings.clear();
        List<Runnable> parts = List.of(
                LawVerification.this::york,
                LawVerification.this::kepler,
                LawVerification.this::tails,
                () -> plausible(lab),
                () -> coverage(lab),
                () -> attenuation(lab));
        for (int i = 0; i < parts.size() && !lab.stopping(); i++) {
            lab.progress(i, parts.size(), "measuring");
            parts.get(i).run();
        }
        return List.copyOf(findings);
    }

    private void found(String what, double measured, double reference, double tolerance, String source) {
        findings.add(new Finding(what, measured, reference, tolerance, source));
    }

    private void york() {
        Dataset table = Dataset.ours("york.csv");
        double[] sx = errors(table.numbers("weight_x"));
        double[] sy = errors(table.numbers("weight_y"));
        Line line = Line.fit(table.numbers("x"), table.numbers("y"), sx, sy);
        String source = "York et al., Am. J. Phys. 72 (2004) 367";
        found("York: slope", line.slope(), -0.480533407446202, 1e-10, source);
        found("York: intercept", line.intercept(), 5.479910224032865, 1e-9, source);
        found("York: S", line.chi2(), 11.8663531940614, 1e-9, source);
        found("York: slope error", line.slopeError(), 0.0579850090007744, 1e-11, source);
        found("York: intercept error", line.interceptError(), 0.294970735493109, 1e-10, source);
    }

    private static double[] errors(double[] weights) {
        return Arrays.stream(weights).map(w -> 1 / Math.sqrt(w)).toArray();
    }

    private void kepler() {
        String source = "40-digit computation";
        PowerLaw six = PowerLaw.plain(Dataset.ours("planets-1618.csv"), "period", List.of("axis"));
        found("Kepler 1618: exponent", six.exponents().getFirst().value(), 1.50313534778, 5e-12, source);
        found("Kepler 1618: its error", six.exponents().getFirst().error(), 0.00106875, 5e-9, source);
        Dataset planets = Dataset.ours("planets.csv");
        PowerLaw eight = PowerLaw.plain(planets, "period", List.of("axis"));
        found("eight planets: exponent", eight.exponents().getFirst().value(), 1.49986623313, 5e-12, source);
        found("eight planets: its error", eight.exponents().getFirst().error(), 6.11637e-5, 5e-11, source);
        found("eight planets: ln prefactor", eight.prefactor().log(), 5.90056329567, 1e-11, source);
        Map<String, String> sigma = Map.of("period", "period_error", "axis", "axis_error");
        PowerLaw both = PowerLaw.weighted(planets, "period", List.of("axis"), sigma);
        found("both axes: exponent", both.exponents().getFirst().value(), 1.4998790822, 5e-11, source);
        found("both axes: its error", both.exponents().getFirst().error(), 4.14e-6, 5e-9, source);
    }

    private static Sample words() {
        Dataset table = Dataset.ours("words.csv");
        double[] count = table.numbers("count");
        double[] times = table.numbers("words");
        double[] all = new double[(int) Arrays.stream(times).sum()];
        int at = 0;
        for (int i = 0; i < count.length; i++) {
            Arrays.fill(all, at, at + (int) times[i], count[i]);
            at += (int) times[i];
        }
        return Sample.discrete(all);
    }

    private void tails() {
        String source = "exact maximum likelihood, 30 digits";
        Tail words = Tail.fit(words());
        found("Moby Dick: x_min", words.min(), 7, 0, source);
        found("Moby Dick: alpha", words.alpha(), 1.9527275116734, 1e-9, source);
        found("Moby Dick: KS distance", words.ks(), 0.008252953085319, 1e-9, source);
        Tail blackouts =
                Tail.fit(Sample.continuous(Dataset.ours("blackouts.csv").numbers("customers")));
        found("blackouts: x_min", blackouts.min(), 230_000, 0, source);
        found("blackouts: alpha", blackouts.alpha(), 2.272637219830288, 1e-9, source);
        found("blackouts: KS distance", blackouts.ks(), 0.060673796294438, 1e-9, source);
        double[] published = {1.500173326025, 2.500519978074, 3.500866630124};
        for (int k = 0; k < published.length; k++) {
            double alpha = 1.5 + k;
            double[] x = new double[1000];
            Arrays.setAll(x, i -> StrictMath.pow(1 - (i + 0.5) / 1000, -1 / (alpha - 1)));
            found(
                    "quantiles of alpha " + alpha,
                    Tail.fit(Sample.continuous(x), 1).alpha(),
                    published[k],
                    1e-11,
                    source);
        }
    }

    private void plausible(Lab lab) {
        Sample sample = Sample.continuous(Dataset.ours("blackouts.csv").numbers("customers"));
        Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), lab.key());
        double[] distances =
                lab.map(1000, bootstrap::distance).stream().mapToDouble(v -> v).toArray();
        found("blackouts: p", bootstrap.pValue(distances), 0.79, 0.1, "an independent NumPy program, 600 samples");
    }

    /// How often the stated 95 % intervals hold the truth; a share of 4000 is within 0.02 of 95 % but once in a hundred
    /// million times.
    private void coverage(Lab lab) {
        Key key = lab.key().fold(1);
        covered(lab, key.fold(0), Coverage.Errors.UNKNOWN, "errors not known");
        covered(lab, key.fold(1), Coverage.Errors.IN_TARGET, "errors in the target");
        covered(lab, key.fold(2), Coverage.Errors.IN_BOTH, "errors in both axes");
    }

    private void covered(Lab lab, Key key, Coverage.Errors errors, String known) {
        List<Coverage> blocks = lab.map(BLOCKS, block -> Coverage.of(errors, SIMULATIONS / BLOCKS, key.fold(block)));
        double exponent = mean(blocks, Coverage::exponent);
        double prefactor = mean(blocks, Coverage::prefactor);
        found("95 % interval of the exponent, " + known, exponent, 0.95, 0.02, STATED);
        found("95 % interval of the prefactor, " + known, prefactor, 0.95, 0.02, STATED);
    }

    private static <T> double mean(List<T> blocks, ToDoubleFunction<T> share) {
        return blocks.stream().mapToDouble(share).average().orElse(Double.NaN);
    }

    /// `y = 2 + 3 x` with noise on x: least squares tends to a slope of 2.4, errors in variables to 3. The tolerance of
    /// the latter, 0.2 %, is five standard errors of the mean.
    private void attenuation(Lab lab) {
        List<Attenuation> blocks = lab.map(
                BLOCKS,
                block -> Attenuation.of(
                        SIMULATIONS / 2 / BLOCKS, 1000, 0.3, lab.key().fold(2).fold(block)));
        found("attenuated slope, least squares", mean(blocks, Attenuation::plain), 2.4, 0.02, "3 / (1 + 0.25)");
        found("attenuated slope, errors in both axes", mean(blocks, Attenuation::slope), 3, 0.006, "exact");
        found("its 95 % interval", mean(blocks, Attenuation::coverage), 0.95, 0.025, STATED);
    }
}
