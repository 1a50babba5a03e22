package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.Ending;
import thalweg.flow.Reference;

/// NIST/ITL Statistical Reference Datasets, nonlinear regression: certified parameters and standard deviations
/// of 11 digits, two starts each (https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml, public domain).
class StrdTest {
    private static final Reference SETS = Reference.read("nist_strd.json").at("datasets");

    private interface Model {
        Tensor at(Tensor[] b, Tensor x, Tensor x2);
    }

    private static final Model EXPONENTIALS =
            (b, x, _) -> b[0].times(b[1].neg().times(x).exp())
                    .plus(b[2].times(b[3].neg().times(x).exp()))
                    .plus(b[4].times(b[5].neg().times(x).exp()));
    private static final Model PEAKS =
            (b, x, _) -> b[0].times(b[1].neg().times(x).exp())
                    .plus(b[2].times(x.minus(b[3]).over(b[4]).square().neg().exp()))
                    .plus(b[5].times(x.minus(b[6]).over(b[7]).square().neg().exp()));
    private static final Model CHWIRUT = (b, x, _) -> b[0].neg().times(x).exp().over(b[1].plus(b[2].times(x)));
    private static final Model CUBICS =
            (b, x, _) -> polynomial(x, b[0], b[1], b[2], b[3]).over(polynomial(x, Tensor.of(1), b[4], b[5], b[6]));

    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry(
                    "Misra1a",
                    (b, x, _) -> b[0].times(b[1].neg().times(x).expm1().neg())),
            Map.entry("Chwirut2", CHWIRUT),
            Map.entry("Chwirut1", CHWIRUT),
            Map.entry("Lanczos1", EXPONENTIALS),
            Map.entry("Lanczos2", EXPONENTIALS),
            Map.entry("Lanczos3", EXPONENTIALS),
            Map.entry("Gauss1", PEAKS),
            Map.entry("Gauss2", PEAKS),
            Map.entry("Gauss3", PEAKS),
            Map.entry("DanWood", (b, x, _) -> b[0].times(x.pow(b[1]))),
            Map.entry(
                    "Misra1b",
                    (b, x, _) -> b[0].times(
                            b[1].times(x).over(2).plus(1).pow(-2).neg().plus(1))),
            Map.entry(
                    "Kirby2",
                    (b, x, _) -> polynomial(x, b[0], b[1], b[2]).over(polynomial(x, Tensor.of(1), b[3], b[4]))),
            Map.entry("Hahn1", CUBICS),
            Map.entry("Thurber", CUBICS),
            Map.entry(
                    "Nelson",
                    (b, x, x2) ->
                            b[0].minus(b[1].times(x).times(b[2].neg().times(x2).exp()))),
            Map.entry(
                    "MGH17",
                    (b, x, _) -> b[0].plus(b[1].times(x.neg().times(b[3]).exp()))
                            .plus(b[2].times(x.neg().times(b[4]).exp()))),
            Map.entry(
                    "Misra1c",
                    (b, x, _) -> b[0].times(
                            b[1].times(x).times(2).plus(1).pow(-0.5).neg().plus(1))),
            Map.entry(
                    "Misra1d",
                    (b, x, _) -> b[0].times(b[1]).times(x).over(b[1].times(x).plus(1))),
            Map.entry(
                    "Roszman1",
                    (b, x, _) -> b[0].minus(b[1].times(x))
                            .minus(b[2].over(x.minus(b[3])).atan().over(Math.PI))),
            Map.entry("ENSO", (b, x, _) -> {
                Tensor angle = x.times(2 * Math.PI);
                return b[0].plus(b[1].times(angle.over(12).cos()))
                        .plus(b[2].times(angle.over(12).sin()))
                        .plus(b[4].times(angle.over(b[3]).cos()))
                        .plus(b[5].times(angle.over(b[3]).sin()))
                        .plus(b[7].times(angle.over(b[6]).cos()))
                        .plus(b[8].times(angle.over(b[6]).sin()));
            }),
            Map.entry(
                    "MGH09",
                    (b, x, _) -> b[0].times(x.square().plus(x.times(b[1])))
                            .over(x.square().plus(x.times(b[2])).plus(b[3]))),
            Map.entry(
                    "Rat42",
                    (b, x, _) -> b[0].over(b[1].minus(b[2].times(x)).exp().plus(1))),
            Map.entry(
                    "Rat43",
                    (b, x, _) ->
                            b[0].over(b[1].minus(b[2].times(x)).exp().plus(1).pow(b[3].reciprocal()))));

    private static Tensor polynomial(Tensor x, Tensor... c) {
        Tensor sum = c[c.length - 1].times(Tensor.ones(x.count()));
        for (int k = c.length - 2; k >= 0; k--) {
            sum = sum.times(x).plus(c[k]);
        }
        return sum;
    }

    private record Fitted(Model model, Tensor y, Tensor x, Tensor x2, int parameters) implements Residuals {
        private Tensor at(Tensor b) {
            Tensor[] parts = new Tensor[parameters];
            for (int j = 0; j < parameters; j++) {
                parts[j] = b.get(j);
            }
            return model.at(parts, x, x2).minus(y);
        }

        @Override
        public int count() {
            return y.count();
        }

        @Override
        public void residual(double[] b, double[] residual) {
            System.arraycopy(at(Tensor.vector(b)).toArray(), 0, residual, 0, residual.length);
        }

        @Override
        public void jacobian(double[] b, double[] jacobian) {
            double[] slopes =
                    Calculus.jacobian(this::at).apply(Tensor.vector(b)).toArray();
            System.arraycopy(slopes, 0, jacobian, 0, slopes.length);
        }
    }

    static Stream<String> sets() {
        return SETS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void certifiedDigitsFromBothStarts(String name) {
        for (String start : List.of("start1", "start2")) {
            Reference set = SETS.at(name);
            double[] begin = set.at(start).numbers();
            Fit fit = new LevenbergMarquardt().fit(problem(name, begin.length), begin);
            assertThat(fit.ending()).as(start).isInstanceOf(Ending.Converged.class);
            assertThat(digits(fit.place(), set.at("certified").numbers()))
                    .as("digits from " + start)
                    .isGreaterThanOrEqualTo(9);
            double[] errors = new double[begin.length];
            for (int j = 0; j < errors.length; j++) {
                errors[j] = fit.standardError(j);
            }
            // Lanczos1's residuals are rounding noise of the model, 3e4 times the certified sum of squares
            if (!name.equals("Lanczos1")) {
                assertThat(digits(errors, set.at("certified_sd").numbers())).isGreaterThanOrEqualTo(6);
                assertThat(digits(
                                new double[] {fit.sumOfSquares()},
                                new double[] {set.at("rss").number()}))
                        .isGreaterThanOrEqualTo(7);
            }
            if (Boolean.getBoolean("thalweg.print")) {
                System.out.printf(
                        "%-10s %s digits %.1f steps %d evaluations %d %s%n",
                        name,
                        start,
                        digits(fit.place(), set.at("certified").numbers()),
                        fit.steps(),
                        fit.evaluations(),
                        fit.ending().message());
            }
        }
    }

    private static Fitted problem(String name, int parameters) {
        List<Reference> rows = SETS.at(name).at("data").items();
        double[] y = new double[rows.size()];
        double[] x = new double[rows.size()];
        double[] x2 = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i).numbers();
            y[i] = name.equals("Nelson") ? StrictMath.log(row[0]) : row[0];
            x[i] = row[1];
            x2[i] = row.length > 2 ? row[2] : 0;
        }
        Model model = MODELS.get(name);
        if (model == null) {
            throw new IllegalStateException("no model for " + name);
        }
        return new Fitted(model, Tensor.vector(y), Tensor.vector(x), Tensor.vector(x2), parameters);
    }

    private static double digits(double[] found, double[] certified) {
        double least = 11;
        for (int j = 0; j < found.length; j++) {
            double error = Math.abs(found[j] - certified[j]) / Math.abs(certified[j]);
            least = Math.min(least, -Math.log10(Math.max(error, 1e-300)));
        }
        return least;
    }
}
