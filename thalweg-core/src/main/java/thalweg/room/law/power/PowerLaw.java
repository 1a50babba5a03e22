package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.data.Dataset;

/// A fitted power law, `y = A * product over k of x_k^n_k`: a plane in natural logarithms turned back into
/// exponents and a prefactor, with their errors.
///
/// Three ways to fit it: [#plain] (errors unknown: standard errors, Student's t), [#weighted] (errors of any
/// columns known: greatest likelihood, normal errors, not scaled), [#robust] (outliers held off).
public final class PowerLaw {
    private static final double LEVEL = 0.95;
    private static final double STRICT = 0.99;

    private final Regression regression;

    private PowerLaw(Regression regression) {
        this.regression = regression;
    }

    /// Least squares in logarithms, in one pass and constant memory.
    ///
    /// @throws thalweg.array.Misuse for a number that is not positive, or fewer rows than inputs and 2
    public static PowerLaw plain(Dataset table, String target, List<String> inputs) {
        List<String> names = names(target, inputs);
        Ordinary fit = new Ordinary(names);
        table.stream(names, fit);
        return new PowerLaw(fit.fit());
    }

    /// Greatest likelihood with errors in any columns; rows are held in memory.
    ///
    /// @param errors name of a column (the target, inputs) to the name of the column with its standard errors
    /// @throws thalweg.array.Misuse as [#plain], and for a negative error or a row without any
    public static PowerLaw weighted(Dataset table, String target, List<String> inputs, Map<String, String> errors) {
        return new PowerLaw(EffectiveVariance.fit(read(table, names(target, inputs), errors)));
    }

    /// Least squares that outliers in the target do not pull; rows are held in memory.
    public static PowerLaw robust(Dataset table, String target, List<String> inputs, Loss loss) {
        return new PowerLaw(Robust.fit(read(table, names(target, inputs), Map.of()), loss));
    }

    private static List<String> names(String target, List<String> inputs) {
        List<String> names = new ArrayList<>(List.of(target));
        names.addAll(inputs);
        return names;
    }

    private static LogTable read(Dataset table, List<String> names, Map<String, String> errors) {
        List<Integer> erring = IntStream.range(0, names.size())
                .filter(i -> errors.containsKey(names.get(i)))
                .boxed()
                .toList();
        List<String> columns = new ArrayList<>(names);
        erring.forEach(i -> columns.add(errors.getOrDefault(names.get(i), "")));
        LogTable logs = new LogTable(names, erring, Math.toIntExact(table.rows()));
        table.stream(columns, logs);
        return logs;
    }

    public String target() {
        return regression.names().getFirst();
    }

    public List<String> inputs() {
        return regression.names().subList(1, regression.names().size());
    }

    /// One exponent an input, in their order.
    public List<Exponent> exponents() {
        Plane plane = regression.plane();
        Confidence scaledLaw = new Confidence(degreesOfFreedom());
        List<Exponent> exponents = new ArrayList<>();
        for (int k = 0; k < plane.factors(); k++) {
            String input = inputs().get(k);
            boolean alone = regression.dependence().determines(k);
            double value = alone ? plane.slope(k) : Double.NaN;
            double error = alone ? plane.slopeError(k) : Double.NaN;
            double scaled = scaled(error);
            double reach = confidence().quantile(LEVEL) * error;
            Ratio ratio = Double.isNaN(scaled)
                    ? Ratio.nearest(value, error, confidence().quantile(STRICT))
                    : Ratio.nearest(value, scaled, scaledLaw.quantile(STRICT));
            exponents.add(new Exponent(input, value, error, scaled, value - reach, value + reach, ratio));
        }
        return exponents;
    }

    public Prefactor prefactor() {
        double[] zero = new double[inputs().size()];
        boolean alone = Identified.of(regression).prefactor();
        double log = alone ? regression.plane().height(zero) : Double.NaN;
        double error = alone ? regression.plane().error(zero) : Double.NaN;
        double value = StrictMath.exp(log);
        double reach = confidence().quantile(LEVEL) * error;
        return new Prefactor(
                value,
                value * error,
                value * scaled(error),
                StrictMath.exp(log - reach),
                StrictMath.exp(log + reach),
                log,
                error);
    }

    /// What the data determine instead of exponents that they cannot tell apart; empty where they can.
    public List<Combination> combinations() {
        return Identified.of(regression).combinations();
    }

    /// Whether the law explains the data.
    public Goodness goodness() {
        return regression.goodness();
    }

    public long rows() {
        return regression.rows();
    }

    public long degreesOfFreedom() {
        return regression.degreesOfFreedom();
    }

    /// `sqrt(S / degrees of freedom)`: the standard deviation of `ln y` about the law where errors were not
    /// known, the Birge factor where they were.
    public double scatter() {
        return Math.sqrt(regression.squares() / degreesOfFreedom());
    }

    /// Whether errors were given.
    public boolean weighted() {
        return regression.known();
    }

    /// The law of the estimates in units of their (unscaled) errors.
    public Confidence confidence() {
        return regression.known() ? Confidence.NORMAL : new Confidence(degreesOfFreedom());
    }

    /// Covariance of `(ln A, n_1, .., n_K)`, row-major; zero for exponents that are not determined.
    public double[] covariance() {
        return regression.plane().covarianceAtZero();
    }

    /// The smallest value of input `k` in the data.
    public double low(int k) {
        return StrictMath.exp(regression.low()[k]);
    }

    /// The largest value of input `k` in the data.
    public double high(int k) {
        return StrictMath.exp(regression.high()[k]);
    }

    /// What the law says at a point; its errors are scaled where the given ones do not explain the scatter.
    ///
    /// @param x one positive number an input
    public Prediction at(double... x) {
        double[] u = new double[x.length];
        boolean outside = false;
        for (int k = 0; k < u.length; k++) {
            u[k] = StrictMath.log(x[k]);
            outside |= !(u[k] >= regression.low()[k] && u[k] <= regression.high()[k]);
        }
        double height = regression.plane().height(u);
        double error = regression.plane().error(u);
        boolean stretched = !Double.isNaN(scaled(error));
        double used = stretched ? scaled(error) : error;
        double reach = used * (stretched ? new Confidence(degreesOfFreedom()) : confidence()).quantile(LEVEL);
        double value = StrictMath.exp(height);
        return new Prediction(
                value, value * used, StrictMath.exp(height - reach), StrictMath.exp(height + reach), outside);
    }

    private double scaled(double error) {
        return regression.known() && !goodness().explains() ? error * scatter() : Double.NaN;
    }
}
