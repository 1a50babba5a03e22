package thalweg.workbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.folder.RunFolder;
import thalweg.workbench.index.Entry;
import thalweg.workbench.index.Runs;
import thalweg.workbench.terminal.Grid;
import thalweg.workbench.terminal.ProgressLine;
import thalweg.workbench.terminal.ReportText;
import thalweg.workbench.terminal.Safe;
import thalweg.workbench.terminal.Style;

/// `runs`, `runs list`, `runs show RUN`, `runs open RUN`, `runs index`.
final class RunsCommand {
    private static final List<String> VERBS = List.of("list", "show", "open", "index");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Call call;
    private final Runs runs;

    RunsCommand(Call call) {
        this.call = call;
        this.runs = new Runs(call.flags().out(), sentence -> {
            call.shell().error().println("warning: " + Safe.line(sentence));
            call.shell().error().flush();
        });
    }

    int run() {
        List<String> words = call.plainWords(2);
        String verb = words.isEmpty() ? "list" : words.getFirst();
        return switch (verb) {
            case "list" -> list();
            case "index" -> index();
            case "show" -> show(named(words));
            case "open" -> open(named(words));
            default ->
                throw new Misuse(
                        "no verb \"" + verb + "\" of runs",
                        "one of " + String.join(", ", VERBS),
                        Nearest.advice(verb, VERBS, "choose one of these"));
        };
    }

    private RunFolder named(List<String> words) {
        return new RunNamed(call)
                .find(call.words(2, "runs " + words.getFirst() + " RUN").get(1));
    }

    private int list() {
        call.plainWords(1);
        List<Entry> entries = runs.entries();
        if (call.flags().json()) {
            call.printJson(entries.stream().map(RunsCommand::plain).toList());
            return Exit.DONE;
        }
        if (entries.isEmpty()) {
            call.print("no runs in " + Safe.line(call.shell().shown(call.flags().out())) + " yet\n");
            return Exit.DONE;
        }
        Grid grid = new Grid()
                .column("run", false)
                .column("experiment", true)
                .column("ending", true)
                .column("began", true)
                .column("time", false)
                .column("found", true);
        for (Entry entry : entries) {
            boolean bad = entry.ending().equals("diverged") || entry.state().equals("unreadable");
            grid.row()
                    .cell(Integer.toString(entry.number()), Style.STRONG)
                    .cell(entry.experiment())
                    .cell(entry.ending().isEmpty() ? entry.state() : entry.ending(), bad ? Style.ALARM : Style.PLAIN)
                    .cell(when(entry.began()), Style.QUIET)
                    .cell(Double.isNaN(entry.seconds()) ? "" : ProgressLine.time(entry.seconds()))
                    .cell(entry.verdict());
        }
        call.print(grid.lines(call.screen()));
        return Exit.DONE;
    }

    private static Map<String, @Nullable Object> plain(Entry entry) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", (long) entry.number());
        map.put("experiment", entry.experiment());
        map.put("state", entry.state());
        map.put("ending", entry.ending());
        map.put("seed", entry.seed());
        map.put("began", entry.began());
        map.put("seconds", Double.isNaN(entry.seconds()) ? null : entry.seconds());
        map.put("verdict", entry.verdict());
        return map;
    }

    private static String when(String began) {
        try {
            return began.isEmpty() ? "" : WHEN.format(Instant.parse(began).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException e) {
            return began;
        }
    }

    private int index() {
        call.plainWords(1);
        int count = runs.rebuild();
        call.print(count + (count == 1 ? " run" : " runs") + " in the index of "
                + Safe.line(call.shell().shown(call.flags().out())) + "\n");
        return Exit.DONE;
    }

    private int show(RunFolder folder) {
        if (call.flags().json()) {
            call.print(folder.read("report.json"));
            return Exit.DONE;
        }
        List<String> lines =
                new ArrayList<>(ReportText.lines(folder.report(map -> RunCommand.bound(folder)), call.screen()));
        lines.add("");
        lines.add(call.shell().shown(folder.path().resolve("report.html")));
        call.print(lines);
        return Exit.DONE;
    }

    private int open(RunFolder folder) {
        Path page = folder.path().resolve("report.html");
        if (!Files.exists(page)) {
            throw new Misuse(
                    "no report in " + call.shell().shown(folder.path()) + " ("
                            + Entry.of(folder).state() + ")",
                    "a finished run",
                    "`thalweg resume " + folder.number() + "` finishes a run that was broken off");
        }
        call.print(page.toAbsolutePath().normalize() + "\n");
        browse(page);
        return Exit.DONE;
    }

    /// Shows the page where there is a desktop and somebody before it.
    private void browse(Path page) {
        boolean desktop = call.shell().environment().containsKey("DISPLAY")
                || call.shell().environment().containsKey("WAYLAND_DISPLAY");
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        if (call.shell().seen() && (desktop || mac)) {
            try {
                new ProcessBuilder(mac ? "open" : "xdg-open", page.toUri().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                call.shell().error().println("no browser was found; open the page by its path");
            }
        }
    }
}
