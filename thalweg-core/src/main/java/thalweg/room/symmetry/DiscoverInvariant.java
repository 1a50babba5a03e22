package thalweg.room.symmetry;

import java.nio.file.Path;
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

/// What does not change along trajectories or from before to after an event: `Q = sum_i c_i phi_i` with the least
/// variance within groups over that in all.
@Experiment.Named(
        value = "discover invariant",
        says = "Finds what is conserved in trajectories or collisions, and says where nothing is.",
        examples = {
            "discover invariant data/collisions.csv",
            "discover invariant data/orbits.csv --trajectory id --time t --library monomial:3,reciprocal-distance",
            "discover invariant collision --restitution 0 --events 400 --dimension 1",
            "discover invariant kepler --noise 0.01 --trajectories 40 --points 200",
            "discover invariant lorenz"
        })
public record DiscoverInvariant(
        @Knob(
                value = "table of trajectories or events, or a system such as kepler, collision or lorenz",
                positional = true,
                required = true)
        @Nullable
        Data data,

        InvariantColumns columns,

        EventColumns body,

        @Knob("what laws are made of: monomial:N, reciprocal-distance, log, cos, sin, powers, or formulas")
        List<String> library,

        @Knob("units of columns, as x=km; they replace those in the header")
        Map<String, String> units,

        @Knob("which velocity goes with which place, as x:vx,y:vy; recognised by name")
        List<String> pairs,

        Making made,

        @Knob(value = "how often samples are dealt to groups anew", min = 100, max = 100_000)
        int permutations,

        @Knob(value = "how often groups are weighted anew", min = 20, max = 100_000)
        int bootstraps)
        implements Experiment {
    /// No data yet.
    public DiscoverInvariant() {
        this(null, new InvariantColumns(), new EventColumns(), List.of(), Map.of(), List.of(), new Making(), 200, 200);
    }

    /// A table whose columns are recognised.
    public DiscoverInvariant(Data data, List<String> library) {
        this(data, new InvariantColumns(), new EventColumns(), library, Map.of(), List.of(), new Making(), 200, 200);
    }

    /// A named system with measuring errors.
    public static DiscoverInvariant made(String system, double noise) {
        return new DiscoverInvariant(
                Data.of(Path.of(system)),
                new InvariantColumns(),
                new EventColumns(),
                List.of(),
                Map.of(),
                List.of(),
                new Making(40, 200, 400, 1, "0", noise),
                200,
                200);
    }

    private InvariantQuestion question() {
        return new InvariantQuestion(this);
    }

    @Override
    public List<Problem> check(Lab lab) {
        return question().check(lab);
    }

    @Override
    public Report run(Lab lab) {
        InvariantQuestion question = question();
        Refused.unlessEmpty(question.check(lab));
        lab.progress(0, 0, "looking for laws");
        return new InvariantFigures(question.answer(lab), lab.report(this)).write();
    }
}
