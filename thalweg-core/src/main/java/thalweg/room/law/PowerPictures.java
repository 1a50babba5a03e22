package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.data.Dataset;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prediction;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// Data and law in double logarithms, and the residuals.
///
/// @param deviation the median size of `target / law - 1` over the rows shown
/// @param figures the pictures
record PowerPictures(double deviation, List<Figure.Picture> figures) {
    private static final int MOST = 600;
    private static final int CURVE = 100;

    static PowerPictures of(PowerQuestion.Answer answer) {
        PowerLaw law = answer.law();
        Dataset table = answer.table();
        int inputs = law.inputs().size();
        double[] y = PowerFigures.sampled(table, law.target(), MOST);
        double[][] x = new double[inputs][];
        for (int k = 0; k < inputs; k++) {
            x[k] = PowerFigures.sampled(table, law.inputs().get(k), MOST);
        }
        double[] fitted = new double[y.length];
        double[] residual = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double[] at = new double[inputs];
            for (int k = 0; k < inputs; k++) {
                at[k] = x[k][i];
            }
            fitted[i] = law.at(at).value();
            residual[i] = y[i] / fitted[i] - 1;
        }
        double[] yError = error(answer, law.target());
        Figure.Picture plot = inputs == 1
                ? curve(answer, x[0], y, error(answer, law.inputs().getFirst()), yError)
                : against(answer, fitted, y, yError);
        double[] relative = new double[yError.length];
        for (int i = 0; i < relative.length; i++) {
            relative[i] = yError[i] / fitted[i];
        }
        return new PowerPictures(
                median(residual), List.of(plot, residuals(answer, inputs == 1 ? x[0] : fitted, residual, relative)));
    }

    private static double median(double[] residual) {
        double[] size = Arrays.stream(residual).map(Math::abs).sorted().toArray();
        return (size[(size.length - 1) / 2] + size[size.length / 2]) / 2;
    }

    private static double[] error(PowerQuestion.Answer answer, String column) {
        String error = answer.errors().get(column);
        return error == null ? new double[0] : PowerFigures.sampled(answer.table(), error, MOST);
    }

    private static Axis axis(PowerQuestion.Answer answer, String column) {
        return Axis.log(column, answer.table().column(column).unitText());
    }

    private static String shown(PowerQuestion.Answer answer, int points) {
        long rows = answer.table().rows();
        return points < rows ? " " + points + " of " + rows + " rows are shown." : "";
    }

    private static Figure.Picture curve(
            PowerQuestion.Answer answer, double[] x, double[] y, double[] xError, double[] yError) {
        PowerLaw law = answer.law();
        String input = law.inputs().getFirst();
        double low = StrictMath.log(law.low(0));
        double high = StrictMath.log(law.high(0));
        double[] at = new double[CURVE];
        double[] value = new double[CURVE];
        double[] lower = new double[CURVE];
        double[] upper = new double[CURVE];
        for (int i = 0; i < CURVE; i++) {
            at[i] = StrictMath.exp(low + (high - low) * i / (CURVE - 1));
            Prediction prediction = law.at(at[i]);
            value[i] = prediction.value();
            lower[i] = prediction.low();
            upper[i] = prediction.high();
        }
        String bars = yError.length + xError.length > 0 ? " Bars are one standard error." : "";
        return new Figure.Picture(
                "plot",
                law.target() + " against " + input,
                "Data (points) and fitted power law (line) in double logarithms; the band is the law's 95 % interval."
                        + bars + shown(answer, y.length),
                axis(answer, input),
                axis(answer, law.target()),
                List.of(
                        new Layer.Band("95 % of the law", Layer.Ink.MODEL, at, lower, upper),
                        new Layer.Line("power law", Layer.Ink.MODEL, at, value),
                        new Layer.Points("data", Layer.Ink.DATA, x, y, xError, yError)));
    }

    private static Figure.Picture against(PowerQuestion.Answer answer, double[] fitted, double[] y, double[] yError) {
        PowerLaw law = answer.law();
        double low = Arrays.stream(fitted).min().orElse(1);
        double high = Arrays.stream(fitted).max().orElse(1);
        String unit = answer.table().column(law.target()).unitText();
        return new Figure.Picture(
                "plot",
                law.target() + " against its power law",
                "Measured against fitted values in double logarithms; on the line both are equal."
                        + (yError.length > 0 ? " Bars are one standard error." : "") + shown(answer, y.length),
                Axis.log(law.target() + " by the law", unit),
                Axis.log(law.target() + " measured", unit),
                List.of(
                        new Layer.Line("equal", Layer.Ink.MODEL, new double[] {low, high}, new double[] {low, high}),
                        new Layer.Points("data", Layer.Ink.DATA, fitted, y, new double[0], yError)));
    }

    private static Figure.Picture residuals(
            PowerQuestion.Answer answer, double[] at, double[] residual, double[] relative) {
        PowerLaw law = answer.law();
        boolean one = law.inputs().size() == 1;
        double low = Arrays.stream(at).min().orElse(1);
        double high = Arrays.stream(at).max().orElse(1);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("", Layer.Ink.REFERENCE, new double[] {low, high}, new double[] {0, 0}));
        layers.add(new Layer.Points("residual", Layer.Ink.DATA, at, residual, new double[0], relative));
        return new Figure.Picture(
                "residuals",
                "What the power law leaves",
                "Relative deviation of " + law.target() + " from the law"
                        + (relative.length > 0 ? "; bars are one standard error." : "."),
                one ? axis(answer, law.inputs().getFirst()) : Axis.log(law.target() + " by the law", ""),
                Axis.linear(law.target() + " / law - 1", ""),
                layers);
    }
}
