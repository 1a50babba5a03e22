package thalweg.room.law;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A given formula `y = f(x; b)` fitted to a table by least squares: `sum ((f(x_i; b) - y_i) / sigma_i)^2` is least.
///
/// What stands in the formula and is no column is a parameter.
@Experiment.Named(
        value = "fit formula",
        says = "Fits the parameters of a given formula to a table, with their errors.",
        examples = {
            "fit formula data/misra.csv --formula 'y=b1*(1-exp(-b2*x))'",
            "fit formula data/misra.csv --formula 'b1*(1-exp(-b2*x))' --target y --start b1=500,b2=0.0001 --sigma 0.1",
            "fit formula data/thurber.csv"
                    + " --formula 'y=(b1+b2*x+b3*x^2+b4*x^3)/(1+b5*x+b6*x^2+b7*x^3)' --fixed b7=0.05 --lower b1=0"
        })
public record FitFormula(
        @Knob(value = "table with a header line", positional = true, required = true) @Nullable
        Data data,

        @Knob(value = "formula of columns and parameters, with or without its left side", required = true) @Nullable
        String formula,

        @Knob("column to explain; not needed where the formula has a left side") @Nullable
        String target,

        @Knob("where the search begins, as b1=500,b2=1e-4; parameters left out are searched for")
        Map<String, Double> start,

        @Knob("least values of parameters, as b1=0") Map<String, Double> lower,

        @Knob("greatest values of parameters") Map<String, Double> upper,

        @Knob("parameters that are known, as b3=1") Map<String, Double> fixed,

        @Knob("column of standard errors, or a number, or auto for NAME_error of the target")
        Map<String, String> sigma,

        @Knob(value = "random places tried where a parameter that is not linear has no start", min = 1, max = 1_000_000)
        int tries)
        implements Experiment.Applicable {
    /// No data and no formula yet; no starts, no bounds.
    public FitFormula() {
        this(null, null, null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 3000);
    }

    /// An equation fitted to data from given or, where empty, searched starts.
    public FitFormula(Data data, String equation, Map<String, Double> start) {
        this(data, equation, null, start, Map.of(), Map.of(), Map.of(), Map.of(), 3000);
    }

    @Override
    public List<Problem> check(Lab lab) {
        return new FormulaQuestion(this, lab).problems();
    }

    @Override
    public Report run(Lab lab) {
        FormulaQuestion question = new FormulaQuestion(this, lab);
        Refused.unlessEmpty(question.problems());
        lab.progress(0, 0, "fitting");
        return new FormulaFigures(question.answer(), lab).write(lab.report(this));
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        return new FormulaApplied(this, found).to(lab, rows);
    }
}
