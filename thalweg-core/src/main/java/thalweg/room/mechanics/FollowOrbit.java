package thalweg.room.mechanics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.room.mechanics.orbit.Mechanism;
import thalweg.room.mechanics.orbit.Method;
import thalweg.room.mechanics.orbit.OrbitFigures;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// An orbit of Hamilton's equations `dq/dt = dH/dp, dp/dt = -dH/dq`, followed and judged by what it must conserve.
///
/// The system has a name, or its Hamiltonian is a formula. States are places, then momenta.
@Experiment.Named(
        value = "follow orbit",
        says = "Follows a mechanical motion and shows how well it keeps its energy and whether it returns.",
        examples = {
            "follow orbit kepler --eccentricity 0.6 --by kahan-li8 --step 0.05 --turns 100",
            "follow orbit arenstorf",
            "follow orbit double-pendulum --by gauss6 --time 15",
            "follow orbit --hamiltonian 'vx^2/2 + vy^2/2 - 1/sqrt(x^2 + y^2)' --pairs x:vx,y:vy --start 0.4,0,0,2"
                    + " --order"
        })
public record FollowOrbit(
        @Knob(value = "system with a name; or give --hamiltonian", positional = true) @Nullable
        Mechanism system,

        @Knob("energy as a formula of places and momenta, as p^2/2 - cos(q)") @Nullable
        String hamiltonian,

        @Knob("each place with its momentum, as x:vx,y:vy") List<String> pairs,

        @Knob("values of other names in the formula, as m=2,k=1")
        Map<String, Double> constants,

        @Knob("where it starts: all places, then all momenta, in the order of --pairs (0.4,0,0,2), or by name"
                + " (x=0.4,vy=2)")
        List<String> start,

        @Knob("table with a column for each place and momentum, to start from one of its rows") @Nullable
        Data from,

        @Knob(value = "row of that table, the first is 1", min = 1)
        int row,

        @Knob("integrator; auto takes one that fits the law")
        Method by,

        @Knob("size of a step, for methods of fixed steps; chosen if left out") @Nullable
        Double step,

        @Knob(value = "relative and absolute error of a step, for dp5, dp8 and radau", min = 1e-14, max = 0.1)
        double tolerance,

        @Knob("for how long") @Nullable Double time,

        @Knob("for how many turns, where the orbit closes") @Nullable
        Double turns,

        @Knob("records every so many steps; chosen if left out") @Nullable
        Long record,

        @Knob("whether to measure the order of the method on this motion")
        boolean order,

        @Knob(value = "most steps to make", min = 1, max = 1e12)
        long budget)
        implements Experiment {
    /// No system yet; a method, a step and a length that fit it.
    public FollowOrbit() {
        this(null, null, Method.AUTO);
    }

    /// A named system by a method, all else chosen.
    public FollowOrbit(Mechanism system, Method by) {
        this(system, null, by);
    }

    private FollowOrbit(@Nullable Mechanism system, @Nullable String hamiltonian, Method by) {
        this(
                system,
                hamiltonian,
                List.of(),
                Map.of(),
                List.of(),
                null,
                1,
                by,
                null,
                1e-12,
                null,
                null,
                null,
                false,
                200_000_000);
    }

    @Override
    public List<Problem> check(Lab lab) {
        return new OrbitQuestion(this, lab).problems();
    }

    @Override
    public Report run(Lab lab) {
        OrbitQuestion question = new OrbitQuestion(this, lab);
        Refused.unlessEmpty(question.problems());
        lab.progress(0, 0, "looking ahead");
        return new OrbitFigures(question.answer()).write(lab.report(this));
    }
}
