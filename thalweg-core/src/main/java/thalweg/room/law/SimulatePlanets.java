package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.law.planet.Planet;
import thalweg.room.law.planet.Sky;
import thalweg.study.Axis;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// A made-up planetary system as a noisy astronomer writes it down, `T = 2 pi sqrt(a^3 / (G (M_sun + m)))`.
@Experiment.Named(
        value = "simulate planets",
        says = "Makes up a planetary system and measures it with noise, a table for laws to be found in.",
        examples = {"simulate planets --bodies 8 --noise 0.01", "simulate planets --bodies 30 --noise 0 --heaviest 0.01"
        })
public record SimulatePlanets(
        @Knob(value = "how many planets", min = 1, max = 100_000)
        int bodies,

        @Knob(value = "relative standard error of distances and periods", min = 0, max = 1)
        double noise,

        @Knob(value = "smallest semi-major axis, in au", min = 1e-6, max = 1e6)
        double nearest,

        @Knob(value = "largest semi-major axis, in au", min = 1e-6, max = 1e6)
        double farthest,

        @Knob(value = "smallest mass, in solar masses", min = 1e-30, max = 1)
        double lightest,

        @Knob(value = "largest mass, in solar masses", min = 1e-30, max = 1)
        double heaviest)
        implements Experiment {
    private static final int MOST = 600;

    /// Eight planets from Mercury's distance to Neptune's, measured to 1 %.
    public SimulatePlanets() {
        this(8, 0.01);
    }

    /// Mercury's to Neptune's distances, Mercury's to Jupiter's masses.
    public SimulatePlanets(int bodies, double noise) {
        this(bodies, noise, 0.3, 40, 1e-7, 1e-3);
    }

    public SimulatePlanets {
        new Sky(bodies, noise, nearest, farthest, lightest, heaviest);
    }

    @Override
    public Report run(Lab lab) {
        List<Planet> planets = new Sky(bodies, noise, nearest, farthest, lightest, heaviest).draw(lab.key());
        Report.Draft draft = lab.report(this);
        draft.text("verdict", verdict());
        if (noise == 0) {
            draft.warn("Without noise all stated errors are 0: find the law without --sigma.");
        }
        return draft.add(sky(planets))
                .add(measured(planets))
                .add(truth(planets))
                .ended(new Ending.Converged("made " + count() + " and measured " + (bodies == 1 ? "it" : "them")));
    }

    private String count() {
        return bodies == 1 ? "1 planet" : bodies + " planets";
    }

    private String verdict() {
        String precision = noise == 0 ? "without noise" : "with a noise of " + Rounding.number(100 * noise) + " %";
        return count() + " measured " + precision + " in distance and period: series/planets.csv in the run folder."
                + (bodies < 3
                        ? ""
                        : " Try `thalweg discover law runs/N/series/planets.csv --target period"
                                + (noise == 0 ? "`." : " --sigma auto`."));
    }

    private static Figure.Table measured(List<Planet> planets) {
        return Figure.Table.of(
                "planets",
                List.of("planet", "axis [au]", "axis_error [au]", "period [d]", "period_error [d]"),
                planets.stream()
                        .map(p -> Arrays.<@Nullable Object>asList(
                                p.name(), p.axis(), p.axisError(), p.period(), p.periodError()))
                        .toList());
    }

    /// What the astronomer does not know, in a table of its own so that no mass is taken for an input.
    private static Figure.Table truth(List<Planet> planets) {
        return Figure.Table.of(
                "truth",
                List.of("planet", "mass [Msun]", "axis [au]", "period [d]"),
                planets.stream()
                        .map(p -> Arrays.<@Nullable Object>asList(p.name(), p.mass(), p.trueAxis(), p.truePeriod()))
                        .toList());
    }

    private static Figure.Picture sky(List<Planet> planets) {
        int stride = (planets.size() + MOST - 1) / MOST;
        List<Planet> shown = new ArrayList<>();
        for (int i = 0; i < planets.size(); i += stride) {
            shown.add(planets.get(i));
        }
        double[] ends = {planets.getFirst().trueAxis(), planets.getLast().trueAxis()};
        double[] kepler =
                Arrays.stream(ends).map(axis -> Planet.period(axis, 0)).toArray();
        return new Figure.Picture(
                "plot",
                "A sky that never was",
                "Measured period against measured distance in double logarithms; bars are one standard error. The"
                        + " line is the law of a planet without mass."
                        + (stride > 1 ? " " + shown.size() + " of " + planets.size() + " planets are shown." : ""),
                Axis.log("axis", "au"),
                Axis.log("period", "d"),
                List.of(
                        new Layer.Line("Newton", Layer.Ink.REFERENCE, ends, kepler),
                        new Layer.Points(
                                "measured",
                                Layer.Ink.DATA,
                                shown.stream().mapToDouble(Planet::axis).toArray(),
                                shown.stream().mapToDouble(Planet::period).toArray(),
                                shown.stream().mapToDouble(Planet::axisError).toArray(),
                                shown.stream().mapToDouble(Planet::periodError).toArray())));
    }
}
