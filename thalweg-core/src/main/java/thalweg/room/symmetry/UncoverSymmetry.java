package thalweg.room.symmetry;

import java.util.Arrays;
import java.util.List;
import thalweg.flow.Ending;
import thalweg.room.symmetry.hidden.Disguise;
import thalweg.room.symmetry.hidden.Slices;
import thalweg.study.Axis;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// A symmetry that shows only after an invertible change of variables: the map of least violation. Liu and Tegmark,
/// Phys. Rev. Lett. 128 (2022) 180201.
@Experiment.Named(
        value = "uncover symmetry",
        says = "Finds a change of variables after which a hidden symmetry shows.",
        examples = {
            "uncover symmetry --system schwarzschild --seek translation",
            "uncover symmetry schwarzschild",
            "uncover symmetry oscillator --seek rotation"
        })
public record UncoverSymmetry(
        @Knob(value = "what hides a symmetry", positional = true)
        Disguised system,

        @Knob("which symmetry; auto takes the one it hides") Seek seek,

        @Knob(value = "degree of the map", min = 1, max = 20)
        int degree)
        implements Experiment {
    private static final double SHOWN = 1e-3;

    /// What hides a symmetry.
    public enum Disguised {
        SCHWARZSCHILD,
        OSCILLATOR
    }

    /// Which symmetry is sought.
    public enum Seek {
        AUTO,
        TRANSLATION,
        ROTATION
    }

    /// Schwarzschild's metric.
    public UncoverSymmetry() {
        this(Disguised.SCHWARZSCHILD, Seek.AUTO, 14);
    }

    public UncoverSymmetry {
        Seek hidden = system == Disguised.SCHWARZSCHILD ? Seek.TRANSLATION : Seek.ROTATION;
        if (seek != Seek.AUTO && seek != hidden) {
            throw new thalweg.array.Misuse(
                    "the " + seek.name().toLowerCase(java.util.Locale.ROOT) + " of "
                            + system.name().toLowerCase(java.util.Locale.ROOT),
                    hidden.name().toLowerCase(java.util.Locale.ROOT),
                    "leave --seek out");
        }
    }

    @Override
    public Report run(Lab lab) {
        Report.Draft draft = lab.report(this);
        return system == Disguised.SCHWARZSCHILD ? slices(draft) : disguise(draft, lab);
    }

    private Report slices(Report.Draft draft) {
        Slices.Found found = new Slices(1, 3, 12, Math.max(degree, 1)).find();
        double ratio = found.after() / found.before();
        double off = 0;
        for (int i = 0; i < found.slope().length; i++) {
            off = Math.max(off, Math.abs(found.slope()[i] / found.known()[i] - 1));
        }
        draft.text(
                "verdict",
                (ratio < SHOWN ? "uncovered" : "not uncovered")
                        + ": with T = t + h(r) the slices of constant T keep "
                        + Rounding.number(ratio, 2) + " of the violation of translations; h' is within "
                        + Rounding.number(off, 2)
                        + " of sqrt(2 M/r) / (1 - 2 M/r), the time of Gullstrand and Painlevé.");
        draft.number("residual ratio", ratio).number("violation before", found.before());
        draft.number("violation after", found.after()).number("map error", off);
        draft.add(new Figure.Picture(
                "map",
                "The change of time T = t + h(r)",
                "h'(r) as found, and that of Gullstrand and Painlevé; radii in units of the mass.",
                Axis.linear("r", ""),
                Axis.linear("h'", ""),
                List.of(
                        new Layer.Line("found", Layer.Ink.MODEL, found.radius(), found.slope()),
                        new Layer.Line("known", Layer.Ink.REFERENCE, found.radius(), found.known()))));
        return draft.ended(new Ending.Converged("the violation fell to " + Rounding.number(ratio, 2)));
    }

    private Report disguise(Report.Draft draft, Lab lab) {
        Disguise.Found found = new Disguise(Math.min(degree, 6)).find(lab.key().fold(7));
        double ratio = found.after() / found.before();
        double[] a = found.matrix();
        double trace = a[0] + a[3];
        double frequency = Math.sqrt(Math.max(0, a[0] * a[3] - a[1] * a[2] - trace * trace / 4));
        draft.text(
                "verdict",
                (ratio < SHOWN ? "uncovered" : "not uncovered")
                        + ": in the new variables the motion is a turn of frequency " + Rounding.number(frequency, 6)
                        + " to " + Rounding.number(ratio, 2) + " of the violation before.");
        draft.number("residual ratio", ratio).number("violation before", found.before());
        draft.number("violation after", found.after()).number("frequency", frequency);
        draft.add(new Figure.Picture(
                "map",
                "The same places in disguise and uncovered",
                "Places of an oscillator seen through a random invertible map, and in the variables found.",
                Axis.linear("first variable", ""),
                Axis.linear("second variable", ""),
                List.of(
                        Layer.Points.of("in disguise", Layer.Ink.DATA, found.u()[0], found.u()[1]),
                        Layer.Points.of("uncovered", Layer.Ink.MODEL, found.w()[0], found.w()[1]))));
        draft.add(Figure.Table.of(
                "motion",
                List.of("row", "first", "second"),
                List.of(Arrays.asList(1.0, a[0], a[1]), Arrays.asList(2.0, a[2], a[3]))));
        return draft.ended(new Ending.Converged("the violation fell to " + Rounding.number(ratio, 2)));
    }
}
