package thalweg.room.symmetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The linear symmetries of a function or of a motion: matrices with `grad f(x) . A x = 0`, or `Df(x) A x = A f(x)`.
@Experiment.Named(
        value = "discover symmetry",
        says = "Finds the linear symmetries of a function or a motion and names their algebra.",
        examples = {
            "discover symmetry data/orbits.csv --of motion --degree 1",
            "discover symmetry minkowski --points 2000",
            "discover symmetry sphere --noise 0.01",
            "discover symmetry isotropic --of motion"
        })
public record DiscoverSymmetry(
        @Knob(
                value = "table, or a name such as sphere, minkowski, kepler-energy or isotropic",
                positional = true,
                required = true)
        @Nullable
        Data data,

        @Knob("what is symmetric: a function of the columns, or the motion along trajectories")
        Of of,

        @Knob("column of the function's values; f if left out") @Nullable
        String target,

        InvariantColumns columns,

        @Knob(value = "degree of the polynomial fitted to the function or to the velocity", min = 1, max = 8)
        int degree,

        @Knob(value = "how many points of a named function", min = 10, max = 10_000_000)
        int points,

        @Knob(value = "errors of coordinates and values, over their standard deviation", min = 0, max = 1)
        double noise)
        implements Experiment {
    /// What is symmetric.
    public enum Of {
        FUNCTION,
        MOTION
    }

    /// No data yet; a function, fitted by a quadratic form.
    public DiscoverSymmetry() {
        this(null, Of.FUNCTION, null, new InvariantColumns(), 2, 2000, 0);
    }

    /// A named function or system with measuring errors.
    public static DiscoverSymmetry made(String name, Of of, double noise) {
        return new DiscoverSymmetry(
                Data.of(java.nio.file.Path.of(name)), of, null, new InvariantColumns(), 2, 2000, noise);
    }

    @Override
    public List<Problem> check(Lab lab) {
        return new SymmetryQuestion(this).check(lab);
    }

    @Override
    public Report run(Lab lab) {
        SymmetryQuestion question = new SymmetryQuestion(this);
        Refused.unlessEmpty(question.check(lab));
        return new SymmetryFigures(question.answer(), lab.report(this)).write();
    }
}
