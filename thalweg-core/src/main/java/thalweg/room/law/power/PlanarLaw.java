package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.List;

/// A power law that is a plane in natural logarithms, one slope an input.
final class PlanarLaw implements PowerLaw {
    private final Regression regression;

    PlanarLaw(Regression regression) {
        this.regression = regression;
    }

    @Override
    public String target() {
        return regression.names().getFirst();
    }

    @Override
    public List<String> inputs() {
        return regression.names().subList(1, regression.names().size());
    }

    @Override
    public List<Exponent> exponents() {
        Plane plane = regression.plane();
        List<Exponent> exponents = new ArrayList<>();
        for (int k = 0; k < plane.factors(); k++) {
            boolean alone = regression.dependence().determines(k);
            double value = alone ? plane.slope(k) : Double.NaN;
            double error = alone ? plane.slopeError(k) : Double.NaN;
            exponents.add(Exponent.measured(inputs().get(k), value, error, this));
        }
        return exponents;
    }

    @Override
    public Prefactor prefactor() {
        double[] zero = new double[inputs().size()];
        boolean alone = Identified.of(regression).prefactor();
        double log = alone ? regression.plane().height(zero) : Double.NaN;
        double error = alone ? regression.plane().error(zero) : Double.NaN;
        return Prefactor.measured(log, error, this);
    }

    @Override
    public List<Combination> combinations() {
        return Identified.of(regression).combinations();
    }

    @Override
    public Goodness goodness() {
        return regression.goodness();
    }

    @Override
    public long rows() {
        return regression.rows();
    }

    @Override
    public long degreesOfFreedom() {
        return regression.degreesOfFreedom();
    }

    @Override
    public double scatter() {
        return Math.sqrt(regression.squares() / degreesOfFreedom());
    }

    @Override
    public boolean weighted() {
        return regression.known();
    }

    @Override
    public double[] covariance() {
        return regression.plane().covarianceAtZero();
    }

    @Override
    public double low(int k) {
        return regression.low()[k];
    }

    @Override
    public double high(int k) {
        return regression.high()[k];
    }

    @Override
    public Prediction at(double... x) {
        double[] u = new double[x.length];
        boolean outside = false;
        for (int k = 0; k < u.length; k++) {
            u[k] = StrictMath.log(x[k]);
            outside |= !(x[k] >= low(k) && x[k] <= high(k));
        }
        double height = regression.plane().height(u);
        double error = regression.plane().error(u);
        boolean stretched = !Double.isNaN(scaled(error));
        double used = stretched ? scaled(error) : error;
        double reach =
                used * (stretched ? new Confidence(degreesOfFreedom()) : confidence()).quantile(Confidence.LEVEL);
        double value = StrictMath.exp(height);
        return new Prediction(
                value, value * used, StrictMath.exp(height - reach), StrictMath.exp(height + reach), outside);
    }
}
