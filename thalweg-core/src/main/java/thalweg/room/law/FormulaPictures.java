package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Rows;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// Data and fitted curve, or fitted against measured where there are several inputs, and the residuals.
final class FormulaPictures {
    private static final int MOST = 600;
    private static final int CURVE = 240;
    private static final double DECADES = 300;

    private final FormulaResult result;
    private final FormulaQuestion.Answer answer;
    private final CurveFit fit;
    private final double[] target;
    private final double[] fitted;
    private final double[] error;
    private final double[][] inputs;

    FormulaPictures(FormulaResult result) {
        this.result = result;
        this.answer = result.answer();
        this.fit = result.fit();
        Rows rows = fit.rows();
        this.target = thinned(rows.target());
        this.fitted = thinned(result.fitted());
        this.inputs = Arrays.stream(rows.inputs()).map(FormulaPictures::thinned).toArray(double[][]::new);
        this.error = result.weighted()
                ? Arrays.stream(thinned(rows.weights())).map(w -> 1 / w).toArray()
                : new double[0];
    }

    List<Figure.Picture> figures() {
        return List.of(inputs.length == 1 ? curve() : against(), residuals());
    }

    private static double[] thinned(double[] all) {
        int stride = Math.max(1, (all.length + MOST - 1) / MOST);
        double[] kept = new double[(all.length + stride - 1) / stride];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = all[i * stride];
        }
        return kept;
    }

    private String shown() {
        int rows = fit.rows().count();
        return (error.length > 0 ? " Bars are one standard error." : "")
                + (target.length < rows ? " " + target.length + " of " + rows + " rows are shown." : "");
    }

    private String response() {
        return answer.model().left().text();
    }

    private String unit() {
        return answer.model().left() instanceof Formula.Name(String name)
                ? answer.table().column(name).unitText()
                : "";
    }

    /// Ratios where numbers are positive and span decades.
    private static Axis axis(String label, String unit, double[]... shown) {
        double low = Arrays.stream(shown).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high = Arrays.stream(shown).flatMapToDouble(Arrays::stream).max().orElse(0);
        return low > 0 && high / low > DECADES ? Axis.log(label, unit) : Axis.linear(label, unit);
    }

    private Axis inputAxis() {
        String name = answer.model().inputs().getFirst();
        return axis(name, answer.table().column(name).unitText(), inputs[0]);
    }

    private Figure.Picture curve() {
        Axis x = inputAxis();
        double[] at = places(x.scale() == Axis.Scale.LOG, inputs[0]);
        double[] value = fit.curve().values(new double[][] {at}, CURVE, fit.place());
        double[][] slopes = fit.curve().slopes(new double[][] {at}, CURVE, fit.place());
        double reach = result.confidence().quantile(0.95) * Math.sqrt(result.variance());
        double[] lower = new double[CURVE];
        double[] upper = new double[CURVE];
        for (int i = 0; i < CURVE; i++) {
            double[] slope = new double[slopes.length];
            for (int j = 0; j < slope.length; j++) {
                slope[j] = slopes[j][i];
            }
            double half = reach * Math.sqrt(fit.variance(slope));
            lower[i] = value[i] - half;
            upper[i] = value[i] + half;
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Band("95 % of the curve", Layer.Ink.MODEL, at, lower, upper));
        layers.add(new Layer.Line("fit", Layer.Ink.MODEL, at, value));
        layers.add(new Layer.Points("data", Layer.Ink.DATA, inputs[0], target, new double[0], error));
        return new Figure.Picture(
                "plot",
                response() + " against " + answer.model().inputs().getFirst(),
                "Data (points) and fitted formula (line); the band is the curve's 95 % interval." + shown(),
                x,
                axis(response(), unit(), target, lower),
                layers);
    }

    private static double[] places(boolean ratios, double[] x) {
        double low = Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(x).max().orElse(1);
        double[] at = new double[CURVE];
        for (int i = 0; i < CURVE; i++) {
            double share = i / (CURVE - 1.0);
            at[i] = ratios ? low * StrictMath.pow(high / low, share) : low + (high - low) * share;
        }
        return at;
    }

    private Figure.Picture against() {
        double low = Arrays.stream(fitted).min().orElse(0);
        double high = Arrays.stream(fitted).max().orElse(1);
        double[] ends = {low, high};
        return new Figure.Picture(
                "plot",
                response() + " against the formula",
                "Measured against fitted values; on the line both are equal." + shown(),
                axis(response() + " by the formula", unit(), fitted, target),
                axis(response() + " measured", unit(), fitted, target),
                List.of(
                        new Layer.Line("equal", Layer.Ink.MODEL, ends, ends),
                        new Layer.Points("data", Layer.Ink.DATA, fitted, target, new double[0], error)));
    }

    private Figure.Picture residuals() {
        double[] residual = new double[target.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = target[i] - fitted[i];
        }
        boolean one = inputs.length == 1;
        double[] at = one ? inputs[0] : fitted;
        double low = Arrays.stream(at).min().orElse(0);
        double high = Arrays.stream(at).max().orElse(1);
        return new Figure.Picture(
                "residuals",
                "What the formula leaves",
                "Measured less fitted " + response() + "." + shown(),
                one ? inputAxis() : axis(response() + " by the formula", unit(), fitted, target),
                Axis.linear(response() + " - fit", unit()),
                List.of(
                        new Layer.Line("", Layer.Ink.REFERENCE, new double[] {low, high}, new double[] {0, 0}),
                        new Layer.Points("residual", Layer.Ink.DATA, at, residual, new double[0], error)));
    }
}
