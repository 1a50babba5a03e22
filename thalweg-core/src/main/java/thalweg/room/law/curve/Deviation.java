package thalweg.room.law.curve;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import thalweg.flow.descent.Residuals;

/// The weighted deviations of a curve from its rows, `r_i = (f(x_i; b) - y_i) / sigma_i`.
///
/// @param stopping whether the user has had enough: every further place is then outside the domain
record Deviation(Curve curve, Rows rows, BooleanSupplier stopping) implements Residuals {
    @Override
    public int parameters() {
        return curve.parameters().size();
    }

    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public void residual(double[] x, double[] residual) {
        if (stopping.getAsBoolean()) {
            Arrays.fill(residual, Double.NaN);
            return;
        }
        double[] values = curve.values(rows.inputs(), rows.count(), x);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = rows.weights()[i] * (values[i] - rows.target()[i]);
        }
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        double[][] slopes = curve.slopes(rows.inputs(), rows.count(), x);
        for (int j = 0; j < slopes.length; j++) {
            for (int i = 0; i < rows.count(); i++) {
                jacobian[i * slopes.length + j] = rows.weights()[i] * slopes[j][i];
            }
        }
    }
}
