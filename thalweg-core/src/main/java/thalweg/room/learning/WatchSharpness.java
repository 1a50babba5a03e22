package thalweg.room.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Gradient descent on the whole loss, and the largest curvature along it, which rises to `2 / step` and stays there:
/// Cohen, Kaur, Li, Kolter and Talwalkar (2021), arXiv:2103.00065.
@Experiment.Named(
        value = "watch sharpness",
        says = "Trains a network by gradient descent on all rows and watches the largest curvature of its loss.",
        examples = {
            "watch sharpness",
            "watch sharpness --step 0.1 --steps 3000 --runs 1",
            "watch sharpness --data data/iris.csv --target species --hidden 32 --step 0.5"
        })
public record WatchSharpness(
        @Knob(value = "a network in a file: net.npz, or net.json with its data", positional = true) @Nullable
        String network,

        @Knob("table that it learns; a Chebyshev polynomial if left out") @Nullable
        Data data,

        @Knob("column that it predicts") @Nullable String target,

        @Knob("columns it predicts from; all other numeric ones if left out")
        List<String> inputs,

        @Knob("widths of the hidden layers") List<Integer> hidden,

        @Knob(value = "step of gradient descent", min = 1e-12, max = 1e6)
        double step,

        @Knob(value = "steps", min = 10, max = 10_000_000)
        long steps,

        @Knob(value = "how often to look; 100 times in all if 0", min = 0)
        long every,

        @Knob(value = "independent starts", min = 1, max = 100)
        int runs,

        @Knob(value = "degree of the polynomial", min = 1, max = 30)
        int degree,

        @Knob(value = "points of the polynomial", min = 2, max = 10_000)
        int points)
        implements Experiment {
    /// Three networks 1-100-1 on 20 points of a polynomial of degree 4.
    public WatchSharpness() {
        this(null, null, null, List.of(), List.of(100), 0.05, 8000, 0, 3, 4, 20);
    }

    public WatchSharpness {
        if (hidden.stream().anyMatch(width -> width < 1)) {
            throw new Misuse("hidden widths " + hidden, "widths of 1 or more", "correct --hidden");
        }
    }

    long interval() {
        return every > 0 ? every : Math.max(1, steps / 100);
    }

    NetworkChoice choice() {
        return new NetworkChoice(network, data, target, inputs, hidden);
    }

    @Override
    public List<Problem> check(Lab lab) {
        if (!choice().given()) {
            return List.of();
        }
        try {
            choice().open(lab);
        } catch (Misuse e) {
            return List.of(Problem.of(data == null || network != null ? "network" : "data", e));
        }
        return List.of();
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        return new SharpnessWatch(this, lab).run();
    }
}
