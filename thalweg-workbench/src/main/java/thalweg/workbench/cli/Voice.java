package thalweg.workbench.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import thalweg.study.Event;
import thalweg.workbench.terminal.EventLines;
import thalweg.workbench.terminal.ProgressLine;
import thalweg.workbench.terminal.Safe;

/// What a run says on standard error while it is at work, in the way that was asked for.
final class Voice implements Consumer<Event> {
    private final Call call;
    private final ProgressLine line;
    private final boolean drawn;
    private @Nullable EventLines events;

    Voice(Call call) {
        this.call = call;
        Flags.Progress way = call.flags().progress();
        boolean live = call.screen().live() && way == Flags.Progress.AUTO;
        this.line = new ProgressLine(call.shell().error(), call.screen(), live);
        this.drawn = !call.flags().quiet() && (way == Flags.Progress.AUTO || way == Flags.Progress.LINES);
    }

    /// A run has its folder and begins.
    void begin(long run, String experiment) {
        if (call.flags().progress() == Flags.Progress.JSON) {
            EventLines lines = new EventLines(call.shell().error(), run);
            lines.started(experiment);
            events = lines;
        }
    }

    void end(String ending, int exit, String folder) {
        if (events != null) {
            events.ended(ending, exit, folder);
        }
        clear();
    }

    /// Something worth a line, unless quiet was asked for.
    void say(String sentence) {
        if (drawn) {
            line.say(sentence);
        }
    }

    /// Something that went wrong beside the run.
    void warn(String sentence) {
        line.clear();
        call.shell().error().println("warning: " + Safe.line(sentence));
        call.shell().error().flush();
    }

    @Override
    public void accept(Event event) {
        EventLines lines = events;
        if (lines != null) {
            lines.accept(event);
        } else if (event instanceof Event.Warning warning && call.flags().json()) {
            warn(warning.sentence());
        } else if (drawn) {
            line.accept(event);
        }
    }

    /// Takes the progress line away.
    void clear() {
        line.clear();
    }
}
