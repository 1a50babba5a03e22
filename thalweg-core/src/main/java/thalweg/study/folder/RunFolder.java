package thalweg.study.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.CsvText;
import thalweg.flow.Ending;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Report;
import thalweg.study.Shelf;
import thalweg.study.page.Json;
import thalweg.study.page.Page;
import thalweg.study.page.ReportJson;
import thalweg.study.page.ReportReader;
import thalweg.study.page.Series;
import thalweg.study.page.Svg;
import thalweg.study.page.Version;

/// The folder of one run: `experiment.json`, `report.json`, `report.html`, `run.json`, `figures/`, `series/`,
/// and `checkpoint/` until it has come to its end.
///
/// A run is claimed by creating its folder; `report.json` appears last and whole, so its presence says "finished".
///
/// @param path the folder
/// @param number its name in the collection
public record RunFolder(Path path, int number) {
    private static final String CHECKPOINTS = "checkpoint";

    /// Where a run stands.
    public enum State {
        RUNNING,
        /// its process is gone without a report
        BROKEN_OFF,
        FINISHED
    }

    /// Claims the next number in a collection, whoever else is claiming one.
    ///
    /// @throws Misuse if the collection cannot be written
    public static RunFolder claim(Path collection) {
        try {
            Files.createDirectories(collection);
            int number = highest(collection) + 1;
            while (!created(collection.resolve(Integer.toString(number)))) {
                number++;
            }
            Path folder = collection.resolve(Integer.toString(number));
            Owner.here().write(folder);
            return new RunFolder(folder, number);
        } catch (IOException e) {
            throw Atomic.unwritable(collection, e);
        }
    }

    private static boolean created(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /// The runs of a collection in the order of their numbers.
    public static List<RunFolder> list(Path collection) {
        try (Stream<Path> folders = Files.exists(collection) ? Files.list(collection) : Stream.empty()) {
            return folders.map(p -> new RunFolder(p, number(p)))
                    .filter(run -> run.number > 0)
                    .sorted((a, b) -> Integer.compare(a.number, b.number))
                    .toList();
        } catch (IOException e) {
            throw new Misuse(
                    collection + " cannot be read (" + e.getMessage() + ")", "a folder of runs", "check --out DIR");
        }
    }

    /// The run at a path.
    ///
    /// @throws Misuse if no run is there
    public static RunFolder at(Path path) {
        if (!Files.exists(path.resolve("experiment.json"))) {
            throw new Misuse("no run at " + path, "a folder with experiment.json", "`thalweg runs` lists the runs");
        }
        return new RunFolder(path, Math.max(0, number(path.toAbsolutePath())));
    }

    private static int highest(Path collection) throws IOException {
        try (Stream<Path> folders = Files.list(collection)) {
            return folders.mapToInt(RunFolder::number).max().orElse(0);
        }
    }

    private static int number(Path folder) {
        Path name = folder.getFileName();
        String text = name == null ? "" : name.toString();
        boolean digits = !text.isEmpty() && text.length() < 10 && text.charAt(0) != '0';
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits ? Integer.parseInt(text) : -1;
    }

    /// Writes what is asked, before the run begins.
    public void begin(Experiment experiment, long seed) {
        Map<String, @Nullable Object> plain = ReportJson.experiment(experiment, true);
        plain.replaceAll((knob, value) -> kept(experiment, knob, value));
        Map<String, @Nullable Object> asked = new LinkedHashMap<>(plain);
        asked.put("seed", Long.toString(seed));
        asked.put("version", Version.TEXT);
        Atomic.write(path.resolve("experiment.json"), Json.text(asked));
    }

    /// A table in memory gets a file of its own; a file keeps the absolute path it was read from.
    private @Nullable Object kept(Experiment experiment, String knob, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("file") instanceof String file) {
            Map<Object, Object> absolute = new LinkedHashMap<>(map);
            absolute.put("file", Path.of(file).toAbsolutePath().normalize().toString());
            return absolute;
        }
        if (map.get("table") instanceof String sha256) {
            Path file = path.resolve("data").resolve(knob + ".csv");
            for (var component : experiment.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    if (component.getAccessor().invoke(experiment) instanceof Data.Table table
                            && table.table().sha256().equals(sha256)) {
                        Atomic.write(file, CsvText.of(table.table()));
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Map.of("file", file.toAbsolutePath().normalize().toString());
        }
        return value;
    }

    /// Where this run keeps its checkpoints.
    public Shelf shelf() {
        return new FolderShelf(path.resolve(CHECKPOINTS));
    }

    /// Writes what was found: pictures, series and page first, the report last.
    public void finish(Report report, RunFacts facts) {
        for (Figure figure : report.figures()) {
            switch (figure) {
                case Figure.Picture picture -> {
                    Atomic.write(
                            path.resolve("figures").resolve(Series.file(picture.name()) + ".svg"), Svg.file(picture));
                    for (int i = 0; i < picture.layers().size(); i++) {
                        Atomic.write(
                                path.resolve(Series.place(picture, i)),
                                Series.csv(picture.layers().get(i)));
                    }
                }
                case Figure.Table table ->
                    Atomic.write(path.resolve(Series.place(table)), CsvText.of(Series.dataset(table)));
                case Figure.Quantity quantity -> {}
                case Figure.Formula formula -> {}
                case Figure.Text text -> {}
            }
        }
        report.files().forEach(file -> Atomic.write(path.resolve(file.path()), file.bytes()));
        Atomic.write(path.resolve("report.html"), Page.html(report));
        Atomic.write(path.resolve("run.json"), Json.text(facts.plain()));
        Atomic.write(path.resolve("report.json"), ReportJson.text(report));
        if (!(report.ending() instanceof Ending.Stopped)) {
            FolderShelf.clear(path.resolve(CHECKPOINTS));
        }
        Owner.leave(path);
    }

    public State state() {
        Optional<Owner> owner = Owner.of(path);
        if (owner.isPresent() && owner.get().isAlive()) {
            return State.RUNNING;
        }
        return Files.exists(path.resolve("report.json")) ? State.FINISHED : State.BROKEN_OFF;
    }

    /// Claims a run that was broken off or stopped.
    ///
    /// @throws Misuse if another process has it
    public RunFolder reopen() {
        if (state() == State.RUNNING) {
            throw new Misuse(path + " at work in another process", "a run that rests", "wait for it");
        }
        Owner.leave(path);
        try {
            Owner.here().write(path);
            return this;
        } catch (IOException e) {
            throw Atomic.unwritable(path, e);
        }
    }

    /// Lets go of a run that came to no report; it can be resumed.
    public void release() {
        Owner.leave(path);
    }

    /// What was asked, as plain values with `name` and `seed`.
    public Map<String, @Nullable Object> asked() {
        return Json.object(
                read("experiment.json"), path.resolve("experiment.json").toString());
    }

    /// What differs from run to run, as plain values; empty while it runs.
    public Map<String, @Nullable Object> facts() {
        return Files.exists(path.resolve("run.json"))
                ? Json.object(read("run.json"), path.resolve("run.json").toString())
                : Map.of();
    }

    /// What was found.
    ///
    /// @param experiment binds the knobs found in the report
    /// @throws Misuse if the run has not finished
    public Report report(Function<Map<String, @Nullable Object>, Experiment> experiment) {
        return ReportReader.read(read("report.json"), path, experiment);
    }

    /// A file of this run as text.
    public String read(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new Misuse(
                    "no " + name + " in " + path, "a finished run", "`thalweg resume " + number + "` finishes it");
        }
    }

    /// Gives the claim up, where an experiment was refused before it began.
    public void abandon() {
        Owner.leave(path);
        try {
            Files.deleteIfExists(path.resolve("experiment.json"));
            FolderShelf.clear(path.resolve(CHECKPOINTS));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(RunFolder.class.getName())
                    .log(System.Logger.Level.WARNING, path + " could not be removed", e);
        }
    }
}
