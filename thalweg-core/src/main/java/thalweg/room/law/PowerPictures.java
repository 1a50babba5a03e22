package thalweg.room.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import thalweg.data.Dataset;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prediction;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// Data and law in double logarithms, and the residuals; of a long table every n-th row is shown.
final class PowerPictures {
    private static final int MOST = 600;
    private static final int CURVE = 100;

    private final PowerQuestion.Answer answer;
    private final PowerLaw law;
    private final Map<String, double[]> rows;
    private final double[] target;
    private final double[] fitted;
    private final double[] residual;

    PowerPictures(PowerQuestion.Answer answer) {
        this.answer = answer;
        this.law = answer.law();
        this.rows = shown(answer);
        this.target = column(law.target());
        this.fitted = new double[target.length];
        this.residual = new double[target.length];
        for (int i = 0; i < fitted.length; i++) {
            int row = i;
            fitted[i] = law.at(law.inputs().stream()
                            .mapToDouble(input -> column(input)[row])
                            .toArray())
                    .value();
            residual[i] = target[i] / fitted[i] - 1;
        }
    }

    /// The columns in use, read in one pass.
    private static Map<String, double[]> shown(PowerQuestion.Answer answer) {
        LinkedHashSet<String> names = new LinkedHashSet<>(List.of(answer.law().target()));
        names.addAll(answer.law().inputs());
        names.addAll(answer.errors().values());
        Dataset table = answer.table();
        int stride = (int) Math.max(1, (table.rows() + MOST - 1) / MOST);
        double[][] kept = new double[names.size()][(int) ((table.rows() + stride - 1) / stride)];
        table.stream(List.copyOf(names), (first, count, block) -> {
            for (long row = (first + stride - 1) / stride * stride; row < first + count; row += stride) {
                for (int c = 0; c < kept.length; c++) {
                    kept[c][(int) (row / stride)] = block[c][(int) (row - first)];
                }
            }
        });
        Map<String, double[]> rows = new LinkedHashMap<>();
        names.forEach(name -> rows.put(name, kept[rows.size()]));
        return rows;
    }

    /// Empty for a column that is not in use.
    private double[] column(String name) {
        return rows.getOrDefault(name, new double[0]);
    }

    private double[] error(String name) {
        return column(answer.errors().getOrDefault(name, ""));
    }

    /// The median size of `target / law - 1` over the rows shown.
    double deviation() {
        double[] size = Arrays.stream(residual).map(Math::abs).sorted().toArray();
        return (size[(size.length - 1) / 2] + size[size.length / 2]) / 2;
    }

    List<Figure.Picture> figures() {
        return List.of(law.inputs().size() == 1 ? curve(law.inputs().getFirst()) : against(), residuals());
    }

    private Axis axis(String name, String label) {
        return Axis.log(label, answer.table().column(name).unitText());
    }

    private String count() {
        long all = answer.table().rows();
        return target.length < all ? " " + target.length + " of " + all + " rows are shown." : "";
    }

    private Figure.Picture curve(String input) {
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
        String bars = answer.errors().isEmpty() ? "" : " Bars are one standard error.";
        return new Figure.Picture(
                "plot",
                law.target() + " against " + input,
                "Data (points) and fitted power law (line) in double logarithms; the band is the law's 95 % interval."
                        + bars + count(),
                axis(input, input),
                axis(law.target(), law.target()),
                List.of(
                        new Layer.Band("95 % of the law", Layer.Ink.MODEL, at, lower, upper),
                        new Layer.Line("power law", Layer.Ink.MODEL, at, value),
                        new Layer.Points(
                                "data", Layer.Ink.DATA, column(input), target, error(input), error(law.target()))));
    }

    private Figure.Picture against() {
        double[] ends = ends(fitted);
        double[] bars = error(law.target());
        return new Figure.Picture(
                "plot",
                law.target() + " against its power law",
                "Measured against fitted values in double logarithms; on the line both are equal."
                        + (bars.length > 0 ? " Bars are one standard error." : "") + count(),
                axis(law.target(), law.target() + " by the law"),
                axis(law.target(), law.target() + " measured"),
                List.of(
                        new Layer.Line("equal", Layer.Ink.MODEL, ends, ends),
                        new Layer.Points("data", Layer.Ink.DATA, fitted, target, new double[0], bars)));
    }

    private static double[] ends(double[] values) {
        return new double[] {
            Arrays.stream(values).min().orElse(1), Arrays.stream(values).max().orElse(1)
        };
    }

    private Figure.Picture residuals() {
        boolean one = law.inputs().size() == 1;
        double[] at = one ? column(law.inputs().getFirst()) : fitted;
        double[] bars = relative();
        boolean inputs = law.inputs().stream().anyMatch(answer.errors()::containsKey);
        return new Figure.Picture(
                "residuals",
                "What the power law leaves",
                "Relative deviation of " + law.target() + " from the law"
                        + (bars.length == 0 ? "." : "; bars are one standard error")
                        + (bars.length == 0 ? "" : inputs ? ", those of the inputs carried over." : ".") + count(),
                one
                        ? axis(law.inputs().getFirst(), law.inputs().getFirst())
                        : axis(law.target(), law.target() + " by the law"),
                Axis.linear(law.target() + " / law - 1", ""),
                List.of(
                        new Layer.Line("", Layer.Ink.REFERENCE, ends(at), new double[2]),
                        new Layer.Points("residual", Layer.Ink.DATA, at, residual, new double[0], bars)));
    }

    /// The standard error of `ln y - ln law`, errors of the inputs included; empty where none were given.
    private double[] relative() {
        double[] squares = new double[answer.errors().isEmpty() ? 0 : target.length];
        add(squares, law.target(), 1);
        law.exponents().forEach(e -> add(squares, e.input(), e.determined() ? e.value() : 0));
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private void add(double[] squares, String name, double power) {
        double[] error = error(name);
        for (int i = 0; i < error.length; i++) {
            double moved = power * error[i] / column(name)[i];
            squares[i] += moved * moved;
        }
    }
}
