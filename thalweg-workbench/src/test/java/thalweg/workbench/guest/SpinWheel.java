package thalweg.workbench.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Report;

/// A wheel that turns for as many steps as wanted and comes to whatever end is wanted.
@Experiment.Named(
        value = "spin wheel",
        says = "A wheel that turns until its steps are used up",
        examples = "spin wheel --steps 3")
public record SpinWheel(
        @Knob(value = "turns", min = 1) long steps,
        @Knob(value = "milliseconds a turn", min = 0) int pause,
        @Knob(value = "how it ends") End end,

        @Knob("a file of this name in the run folder becomes a way to a full disk")
        String full,

        @Knob("the collection of runs, for the above") String runs)
        implements Experiment {
    /// How a run ends.
    public enum End {
        CONVERGED,
        EXHAUSTED,
        MISSED,
        DIVERGED,
        FAULT,
        MEMORY,
        MISUSE
    }

    public SpinWheel() {
        this(3, 0, End.CONVERGED, "", "runs");
    }

    @Override
    public Report run(Lab lab) {
        Report.Draft draft = lab.report(this);
        long turn = 0;
        while (turn < steps && !lab.stopping()) {
            turn++;
            lab.progress(turn, steps, "turning", Figure.Quantity.of("angle", (double) turn));
            rest();
        }
        if (!full.isEmpty()) {
            fill();
        }
        draft.number("turns", (double) turn);
        if (turn < steps) {
            return draft.ended(new Ending.Stopped(lab.reason() + " after " + turn + " turns"));
        }
        return draft.ended(
                switch (end) {
                    case CONVERGED -> new Ending.Converged("it rests");
                    case EXHAUSTED -> new Ending.Exhausted("all turns used", false);
                    case MISSED -> new Ending.Exhausted("all turns used, the tolerance missed", true);
                    case DIVERGED -> new Ending.Diverged("the rim came off", turn, "rim");
                    case FAULT -> throw new IllegalStateException("the axle broke");
                    case MEMORY -> throw new OutOfMemoryError("Java heap space");
                    case MISUSE -> throw new Misuse("a square wheel", "a round one", "file its corners");
                });
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next write of that file meets a device that is always full.
    private void fill() {
        String part = "." + full + "." + ProcessHandle.current().pid() + ".part";
        try {
            Files.createSymbolicLink(Path.of(runs, "1", part), Path.of("/dev/full"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
