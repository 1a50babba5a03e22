package thalweg.room.law;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.room.law.power.Loss;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A power law `y = A * product over k of x_k^n_k` fitted to a table.
@Experiment.Named(
        value = "fit power",
        says = "Fits a power law to a table: exponents and prefactor with errors, beside the nearest simple fractions.",
        examples = {
            "fit power data/planets.csv --target period",
            "fit power data/planets.csv --target period --inputs axis --sigma axis=axis_error,period=period_error",
            "fit power data/escape.csv --target escape --constants dimensionless"
        })
public record FitPower(
        @Knob(value = "table with a header line", positional = true, required = true) @Nullable
        Data data,

        @Knob(value = "column to explain", required = true) @Nullable
        String target,

        @Knob("columns that explain it; all other numeric ones if left out")
        List<String> inputs,

        @Knob("columns of standard errors, as period=period_error; auto takes NAME_error for NAME")
        Map<String, String> sigma,

        @Knob("how far outliers are believed") Robust robust,

        @Knob("what to subtract from a column first, as t=20.5")
        Map<String, Double> offset,

        @Knob("take the size of negative numbers") boolean abs,

        @Knob("units of columns, as P=Pa,V=m3; they replace those in the header")
        Map<String, String> units,

        @Knob("dimensionless ones restrict the exponents to those that units allow")
        Constants constants)
        implements Experiment.Applicable {
    /// How a fit treats outliers in the target.
    public enum Robust {
        /// least squares
        NONE,
        HUBER,
        BISQUARE;

        @Nullable
        Loss loss() {
            return switch (this) {
                case NONE -> null;
                case HUBER -> Loss.HUBER;
                case BISQUARE -> Loss.BISQUARE;
            };
        }
    }

    /// No data and no target yet; plain least squares.
    public FitPower() {
        this(null, null, List.of(), Map.of(), Robust.NONE, Map.of(), false, Map.of(), Constants.ANY);
    }

    /// All numeric columns as inputs, plain least squares.
    public FitPower(Data data, String target) {
        this(data, target, List.of(), Map.of(), Robust.NONE, Map.of(), false, Map.of(), Constants.ANY);
    }

    private PowerQuestion question() {
        return new PowerQuestion(
                data, target, inputs, sigma, robust.loss(), offset, abs, new PowerUnits(units, constants));
    }

    @Override
    public List<Problem> check(Lab lab) {
        return question().check(lab);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        lab.progress(0, 0, "fitting");
        return new PowerFigures(question().answer(lab), lab.report(this)).write("");
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        return new PowerApplied(found, "power law").to(lab, rows, Shifted.of(lab.open(rows), offset, abs, Map.of()));
    }
}
