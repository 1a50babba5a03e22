package thalweg.workbench.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.folder.RunFacts;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.ReportJson;
import thalweg.workbench.index.Runs;
import thalweg.workbench.terminal.ReportText;

/// One experiment from its knobs to its report: data read, checked, run in a folder of its own, printed, registered.
final class Work {
    private final Call call;
    private final Experiment experiment;
    private final Map<String, String> origins;
    private final Voice voice;
    private final Lab lab;

    /// @param origins where each given knob came from
    Work(Call call, Experiment experiment, long seed, Map<String, String> origins) {
        this.call = call;
        this.experiment = experiment;
        this.origins = new HashMap<>(origins);
        this.origins.putAll(call.flags().origins());
        this.voice = new Voice(call);
        double seconds = call.flags().seconds();
        Lab free = Lab.quiet().seed(seed).threads(call.flags().threads()).listen(voice);
        this.lab =
                Double.isInfinite(seconds) ? free : free.within(Duration.ofNanos((long) Math.min(9e18, seconds * 1e9)));
        call.stopper().working(lab);
    }

    /// Runs the experiment in a new folder.
    int inNewFolder() {
        ready();
        return perform(experiment::run, null);
    }

    /// Runs the experiment in the folder of a run that did not come to its end.
    int again(RunFolder folder) {
        ready();
        return perform(experiment::run, folder);
    }

    /// Applies what was found to new rows, in a new folder.
    int apply(Experiment.Applicable applicable, Report found, Data rows) {
        open("", rows);
        return perform(at -> applicable.apply(at, found, rows), null);
    }

    private int perform(Function<Lab, Report> science, @Nullable RunFolder old) {
        Experiment complete = Card.of(experiment.getClass()).complete(experiment, lab);
        RunFolder folder = old == null ? RunFolder.claim(call.flags().out()) : old.reopen();
        Report report;
        Instant began = Instant.now();
        try {
            folder.begin(complete, lab.seed());
            voice.begin(folder.number(), name());
            report = science.apply(lab.keeping(folder.shelf()));
        } catch (Refused | Misuse e) {
            voice.clear();
            if (old == null) {
                folder.abandon();
            } else {
                folder.release();
            }
            throw e;
        } catch (RuntimeException | Error e) {
            voice.end("fault", Exit.FAULT, folder.path().toString());
            folder.release();
            return Crash.report(e, call, folder.path());
        }
        return end(report, folder, began);
    }

    /// Data opened, everything that stands in the way said at once.
    private void ready() {
        openAll();
        Refused.unlessEmpty(experiment.check(lab));
    }

    private String name() {
        return Card.of(experiment.getClass()).name();
    }

    private int end(Report report, RunFolder folder, Instant began) {
        int exit = exit(report.ending());
        voice.clear();
        boolean json = call.flags().json();
        call.print(json ? ReportJson.text(report) : String.join("\n", ReportText.lines(report, call.screen())) + "\n");
        try {
            folder.finish(report, new RunFacts(began, Instant.now(), call.line(), origins, exit));
        } catch (Misuse e) {
            folder.release();
            Problems.say(List.of(Problem.of("out", e)), call);
            voice.end(report.ending().kind(), Exit.MISUSE, folder.path().toString());
            return Exit.MISUSE;
        }
        String page = call.shell().shown(folder.path().resolve("report.html"));
        if (json) {
            voice.say(page);
        } else {
            call.print("\n" + page + "\n");
        }
        voice.end(report.ending().kind(), exit, folder.path().toString());
        new Runs(call.flags().out(), voice::warn).register(folder);
        return exit;
    }

    private int exit(Ending ending) {
        if (call.stopper().exit() != 0) {
            return call.stopper().exit();
        }
        return switch (ending) {
            case Ending.Diverged diverged -> Exit.BADLY;
            case Ending.Exhausted exhausted -> exhausted.missed() ? Exit.BADLY : Exit.DONE;
            case Ending.Converged converged -> Exit.DONE;
            case Ending.Stopped stopped -> Exit.DONE;
        };
    }

    private void openAll() {
        List<Problem> problems = new ArrayList<>();
        Map<String, Data> files = new java.util.LinkedHashMap<>();
        files(Card.of(experiment.getClass()).values(experiment, true), "", files);
        files.forEach((knob, data) -> {
            try {
                open(knob, data);
            } catch (Misuse e) {
                problems.add(Problem.of(knob, e));
            }
        });
        Refused.unlessEmpty(problems);
    }

    private void open(String knob, Data data) {
        Dataset table = lab.open(data);
        String columns = table.columns().stream().map(Work::heading).collect(Collectors.joining(", "));
        voice.say("read " + table.name() + (knob.isEmpty() || knob.equals("data") ? "" : " (" + knob + ")") + ": "
                + count(table.rows(), "row") + ", " + count(table.columns().size(), "column") + ": " + columns);
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String heading(Column column) {
        return column.unitText().isEmpty() ? column.name() : column.name() + " [" + column.unitText() + "]";
    }

    private static void files(Map<?, ?> values, String prefix, Map<String, Data> files) {
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map && map.get("file") instanceof String file) {
                String sha256 = map.get("sha256") instanceof String text ? text : "";
                List<String> columns = map.get("columns") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of();
                long rows = map.get("rows") instanceof Number number ? number.longValue() : 0;
                files.put(prefix + name, new Data.File(file, sha256, columns, rows));
            } else if (value instanceof Map<?, ?> map) {
                files(map, prefix + name + ".", files);
            }
        });
    }
}
