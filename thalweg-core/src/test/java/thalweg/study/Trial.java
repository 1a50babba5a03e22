package thalweg.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;

/// An experiment of the tests with a knob of every kind.
@Experiment.Named(value = "try knobs", says = "Shows every kind of knob.", examples = "try knobs data.csv --size 3")
public record Trial(
        @Knob(value = "the data", positional = true) @Nullable
        Data data,

        @Knob(value = "a required word", required = true) @Nullable
        String target,

        @Knob(value = "how many", min = 1, max = 10) int size,
        @Knob(value = "how much", min = 0) double share,
        @Knob("yes or no") boolean robust,
        @Knob("which colour") Colour colour,
        @Knob("columns") List<String> inputs,
        @Knob("errors") Map<String, String> sigma,
        @Knob("the mover") Mover mover,
        @Knob("limits") Limits limits)
        implements Experiment {
    enum Colour {
        RED,
        DARK_BLUE
    }

    sealed interface Mover {
        record Walker(@Knob(value = "step length", min = 0) double step) implements Mover {
            Walker() {
                this(0.5);
            }
        }

        record Jumper(int height, boolean far) implements Mover {
            Jumper() {
                this(2, false);
            }
        }
    }

    record Limits(double low, double high) {
        Limits {
            if (!(low <= high)) {
                throw new thalweg.array.Misuse("low " + low + " above high " + high, "low <= high", "swap them");
            }
        }

        Limits() {
            this(0, 1);
        }
    }

    public Trial() {
        this(null, null, 3, 0.25, false, Colour.RED, List.of(), Map.of(), new Mover.Walker(), new Limits());
    }

    @Override
    public Report run(Lab lab) {
        return lab.report(this).number("size", size).ended(new Ending.Converged("done"));
    }
}
