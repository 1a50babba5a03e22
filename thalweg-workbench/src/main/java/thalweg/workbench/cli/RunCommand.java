package thalweg.workbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.Catalog;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.Json;
import thalweg.study.page.Version;

/// The ways to an experiment: a line, a file, a run that was broken off, a run whose finding is applied.
final class RunCommand {
    private final Call call;

    RunCommand(Call call) {
        this.call = call;
    }

    /// `VERB NOUN [FILE] [--knob value ...]`
    int fromLine(Card card, List<String> line) {
        KnobReader reader = new KnobReader(card, call.shell(), true).read(line);
        Knobs knobs = new Knobs(card)
                .lay(call.flags().knobs().getOrDefault(card.name(), Map.of()), "thalweg.json")
                .layTexts(reader.texts(), "flag");
        return new Work(call, bind(card, knobs, reader), call.flags().seed(), knobs.origins()).inNewFolder();
    }

    /// `run FILE.json [--knob value ...]`
    int fromFile() {
        List<String> words = call.words();
        if (words.isEmpty() || words.getFirst().startsWith("--")) {
            throw new Misuse("nothing", "thalweg run FILE.json", "name a file");
        }
        String name = words.getFirst();
        Path file = name.equals("-") ? Path.of("/dev/stdin") : call.shell().path(name);
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(Json.object(text(file), name));
        Card card = card(asked, name);
        long seed = seed(asked.remove("seed"), name);
        asked.remove("version");
        place(card, asked, file);
        KnobReader reader = new KnobReader(card, call.shell(), false).read(words.subList(1, words.size()));
        Knobs knobs = new Knobs(card)
                .lay(call.flags().knobs().getOrDefault(card.name(), Map.of()), "thalweg.json")
                .lay(asked, name)
                .layTexts(reader.texts(), "flag");
        Experiment experiment = bind(card, knobs, reader);
        boolean told = "flag".equals(call.flags().origins().get(Flag.SEED.word()));
        return new Work(call, experiment, told ? call.flags().seed() : seed, knobs.origins()).inNewFolder();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Misuse(file + " is no text in UTF-8", "an experiment in JSON", "choose another file");
        } catch (IOException e) {
            throw new Misuse(
                    file + " cannot be read (" + (Files.isDirectory(file) ? "a folder" : reason(e)) + ")",
                    "an experiment in JSON",
                    "check the path");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
    }

    private static Card card(Map<String, @Nullable Object> asked, String source) {
        if (asked.remove("name") instanceof String name) {
            return Catalog.card(name);
        }
        throw new Misuse(
                "no \"name\" in " + source,
                "the name of an experiment, as \"name\": \"VERB NOUN\"",
                "`thalweg list` shows the names");
    }

    private static long seed(@Nullable Object seed, String source) {
        try {
            return seed == null ? 0 : Long.parseLong(seed.toString());
        } catch (NumberFormatException e) {
            throw new Misuse("\"seed\": " + seed + " in " + source, "a 64-bit integer in quotes", "correct it");
        }
    }

    /// A relative path in a JSON file begins here or, where nothing is found, beside the file.
    private void place(Card card, Map<String, @Nullable Object> asked, Path file) {
        card.settings().stream()
                .filter(s -> s.kind() == thalweg.study.Setting.Kind.DATA)
                .forEach(s -> asked.computeIfPresent(s.path(), (knob, value) -> placed(value, file)));
    }

    private @Nullable Object placed(Object value, Path file) {
        if (value instanceof Map<?, ?> map && map.get("file") instanceof String path) {
            Map<Object, @Nullable Object> moved = new LinkedHashMap<>(map);
            moved.put("file", placed(path, file));
            return moved;
        }
        if (value instanceof String path) {
            Path here = call.shell().path(path);
            Path beside = file.resolveSibling(path);
            return Files.exists(here) || !Files.exists(beside) ? here.toString() : beside.toString();
        }
        return value;
    }

    /// `resume RUN`
    int resume() {
        RunFolder folder = new RunNamed(call).find(call.words(1, "resume RUN").getFirst());
        switch (folder.state()) {
            case RUNNING ->
                throw new Misuse(
                        "run " + folder.path() + " at work in another process",
                        "a run that was broken off or stopped",
                        "wait for it");
            case FINISHED -> {
                Report report = folder.report(map -> bound(folder));
                if (!(report.ending() instanceof Ending.Stopped)) {
                    throw new Misuse(
                            "run " + folder.path() + ", which has come to its end: "
                                    + report.ending().kind(),
                            "a run that was broken off or stopped",
                            "`thalweg runs show " + folder.number() + "` shows what it found");
                }
            }
            case BROKEN_OFF -> {}
        }
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(folder.asked());
        Object version = asked.get("version");
        if (!Version.TEXT.equals(version)) {
            throw new Misuse(
                    "a run of version " + version,
                    "one of this version, " + Version.TEXT,
                    "begin anew: thalweg run " + folder.path().resolve("experiment.json"));
        }
        long seed = seed(asked.get("seed"), "experiment.json");
        return new Work(call, bound(folder), seed, Map.of()).again(folder);
    }

    /// `apply RUN TABLE`
    int apply() {
        List<String> words = call.words(2, "apply RUN TABLE");
        RunFolder folder = new RunNamed(call).find(words.getFirst());
        Experiment experiment = bound(folder);
        Report found = folder.report(map -> experiment);
        if (!(experiment instanceof Experiment.Applicable applicable)) {
            throw new Misuse(
                    "a run of " + Card.of(experiment.getClass()).name(),
                    "an experiment whose finding can be applied to new rows",
                    "choose another run; `thalweg runs` lists them");
        }
        String table = words.get(1).equals("-")
                ? "/dev/stdin"
                : call.shell().path(words.get(1)).toString();
        return new Work(call, experiment, found.seed(), Map.of()).apply(applicable, found, Data.of(Path.of(table)));
    }

    /// The experiment of a run, its data where they were read.
    static Experiment bound(RunFolder folder) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(folder.asked());
        Card card = card(asked, folder.path().resolve("experiment.json").toString());
        asked.remove("seed");
        asked.remove("version");
        return card.bind(asked);
    }

    /// Binds what was given, or says all that is wrong with it at once.
    private static Experiment bind(Card card, Knobs knobs, KnobReader reader) {
        List<Problem> problems = new ArrayList<>(reader.problems());
        try {
            Experiment experiment = card.bind(knobs.nested());
            Refused.unlessEmpty(problems);
            return experiment;
        } catch (Refused e) {
            e.problems().stream()
                    .filter(p -> !problems.contains(p))
                    .filter(p -> !(p.found().equals("nothing") && reader.suspects(p.knob())))
                    .forEach(problems::add);
            throw new Refused(problems);
        }
    }
}
