package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.room.law.power.Line;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.tail.Bootstrap;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;
import thalweg.study.Lab;
import thalweg.study.Verification;

/// The known results of this room: York's line, Kepler's planets, published tails, and intervals that cover what they
/// say.
public final class LawVerification implements Verification {
    private static final int SIMULATIONS = 2000;

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
        found("blackouts: p", bootstrap.pValue(distances), 0.79, 0.07, "an independent NumPy program, 600 replicates");
    }

    /// How often the stated 95 % intervals of exponent and prefactor hold the truth, errors known in both axes or not
    /// at all.
    private void coverage(Lab lab) {
        double[] covered = new double[3];
        for (double[] one : lab.map(SIMULATIONS, i -> simulate(lab.key().fold(1).fold(i)))) {
            for (int k = 0; k < covered.length; k++) {
                covered[k] += one[k] / SIMULATIONS;
            }
        }
        String source = "the interval's own statement";
        found("95 % interval of the exponent, errors unknown", covered[0], 0.95, 0.02, source);
        found("95 % interval of the prefactor, errors unknown", covered[1], 0.95, 0.02, source);
        found("95 % interval of the exponent, errors in both axes", covered[2], 0.95, 0.02, source);
    }

    private static double[] simulate(Key key) {
        int n = 12;
        double[] noise = key.normals(2 * n);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] xError = new double[n];
        double[] yError = new double[n];
        double[] only = new double[n];
        for (int i = 0; i < n; i++) {
            double exact = StrictMath.pow(10, i / 6.0);
            double law = 3 * StrictMath.pow(exact, 1.5);
            x[i] = exact * StrictMath.exp(0.02 * noise[i]);
            y[i] = law * StrictMath.exp(0.05 * noise[n + i]);
            xError[i] = 0.02 * x[i];
            yError[i] = 0.05 * y[i];
            only[i] = exact;
        }
        Dataset table = Dataset.of(Map.of("x", x, "y", y, "sx", xError, "sy", yError, "exact", only));
        PowerLaw plain = PowerLaw.plain(table, "y", List.of("exact"));
        PowerLaw both = PowerLaw.weighted(table, "y", List.of("x"), Map.of("x", "sx", "y", "sy"));
        return new double[] {
            holds(
                    plain.exponents().getFirst().low(),
                    plain.exponents().getFirst().high(),
                    1.5),
            holds(plain.prefactor().low(), plain.prefactor().high(), 3),
            holds(both.exponents().getFirst().low(), both.exponents().getFirst().high(), 1.5),
        };
    }

    private static double holds(double low, double high, double truth) {
        return low <= truth && truth <= high ? 1 : 0;
    }

    /// `y = 2 + 3 x` with noise on x: least squares tends to a slope of 2.4, errors in variables to 3.
    private void attenuation(Lab lab) {
        int runs = 1000;
        double[] slopes = lab
                .map(runs, i -> {
                    Key key = lab.key().fold(2).fold(i);
                    double[] x = key.fold(0).normals(200);
                    double[] noise = key.fold(1).normals(400);
                    double[] y = new double[200];
                    double[] half = new double[200];
                    Arrays.fill(half, 0.5);
                    for (int k = 0; k < 200; k++) {
                        y[k] = 2 + 3 * x[k] + 0.5 * noise[k];
                        x[k] += 0.5 * noise[200 + k];
                    }
                    return new double[] {
                        Line.fit(x, y).slope(), Line.fit(x, y, half, half).slope()
                    };
                })
                .stream()
                .reduce(new double[2], (a, b) -> new double[] {a[0] + b[0] / runs, a[1] + b[1] / runs});
        found("attenuated slope, least squares", slopes[0], 2.4, 0.02, "3 / (1 + 0.25)");
        found("attenuated slope, errors in both axes", slopes[1], 3, 0.006, "exact");
    }
}
