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

/// A ladder of laws, the simplest first; its first rung is the power law.
@Experiment.Named(
        value = "discover law",
        says = "Finds the law that gives one column from the others, starting with power laws.",
        examples = {
            "discover law data/planets.csv --target period",
            "discover law data/planets.csv --target period --sigma auto"
        })
public record DiscoverLaw(
        @Knob(value = "table with a header line", positional = true, required = true) @Nullable
        Data data,

        @Knob(value = "column to explain", required = true) @Nullable
        String target,

        @Knob("columns that explain it; all other numeric ones if left out")
        List<String> inputs,

        @Knob("columns of standard errors, as period=period_error; auto takes NAME_error for NAME")
        Map<String, String> sigma,

        @Knob("units of columns, as P=Pa,V=m3; they replace those in the header")
        Map<String, String> units,

        @Knob("dimensionless ones restrict the exponents to those that units allow")
        Constants constants)
        implements Experiment.Applicable {
    private static final String ONWARD =
            "The power law is the first rung; the search for other formulas is not part of this version.";

    /// No data and no target yet.
    public DiscoverLaw() {
        this(null, null, List.of(), Map.of(), Map.of(), Constants.ANY);
    }

    private PowerQuestion question() {
        return new PowerQuestion(data, target, inputs, sigma, null, Map.of(), false, new PowerUnits(units, constants));
    }

    @Override
    public List<Problem> check(Lab lab) {
        return question().check(lab);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        lab.progress(0, 0, "trying a power law");
        return new PowerFigures(question().answer(lab), lab.report(this)).write(ONWARD);
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        return new PowerApplied(found, "power law").to(lab, rows, lab.open(rows));
    }
}
