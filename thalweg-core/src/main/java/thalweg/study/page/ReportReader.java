package thalweg.study.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Axis;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Report;

/// Reads a report back from its JSON and the series beside it; [ReportJson] is the way there.
public final class ReportReader {
    private final String source;
    private final Path folder;

    private ReportReader(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /// @param text the JSON document
    /// @param folder the run folder, where series are found
    /// @param experiment binds the knobs found under "experiment"
    public static Report read(
            String text, Path folder, Function<Map<String, @Nullable Object>, Experiment> experiment) {
        ReportReader reader = new ReportReader(folder.resolve("report.json").toString(), folder);
        Map<String, @Nullable Object> map = Json.object(text, reader.source);
        List<Figure> figures = new ArrayList<>();
        for (Object figure : reader.list(map, "figures")) {
            reader.figure(reader.map(figure)).ifPresent(figures::add);
        }
        List<String> warnings =
                reader.list(map, "warnings").stream().map(String::valueOf).toList();
        long seed = Long.parseLong(reader.text(map, "seed"));
        return new Report(
                experiment.apply(reader.map(map.get("experiment"))),
                seed,
                reader.ending(reader.map(map.get("ending"))),
                figures,
                warnings,
                reader.files(map));
    }

    private List<Report.File> files(Map<String, @Nullable Object> map) {
        List<Report.File> files = new ArrayList<>();
        for (Object path : map.get("files") instanceof List<?> list ? list : List.of()) {
            Path file = folder.resolve(String.valueOf(path)).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new Misuse("the file " + path + " outside its run", "a path within " + folder, "do not trust it");
            }
            try {
                files.add(new Report.File(String.valueOf(path), Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new Misuse("no " + path + " in " + folder, "a whole run folder", "run the experiment again");
            }
        }
        return files;
    }

    private Ending ending(Map<String, @Nullable Object> map) {
        String message = text(map, "message");
        return switch (text(map, "kind")) {
            case "converged" -> new Ending.Converged(message);
            case "exhausted" -> new Ending.Exhausted(message, Boolean.TRUE.equals(map.get("missed")));
            case "diverged" -> new Ending.Diverged(message, (long) number(map, "step"), text(map, "where"));
            default -> new Ending.Stopped(message);
        };
    }

    private java.util.Optional<Figure> figure(Map<String, @Nullable Object> map) {
        String name = text(map, "name");
        Map<String, @Nullable Object> states = map.get("states") == null ? Map.of() : map(map.get("states"));
        return java.util.Optional.ofNullable(
                switch (text(map, "kind")) {
                    case "number" -> quantity(map, states, "");
                    case "text" -> new Figure.Text(name, text(map, "text"));
                    case "table" -> table(map, states);
                    case "formula" -> {
                        List<Figure.Quantity> constants = new ArrayList<>();
                        for (Object constant : list(map, "constants")) {
                            constants.add(quantity(map(constant), states, "constants/" + constants.size() + "/"));
                        }
                        yield new Figure.Formula(
                                name,
                                text(map, "text"),
                                text(map, "latex"),
                                text(map, "sympy"),
                                text(map, "java"),
                                constants);
                    }
                    case "picture" ->
                        new Figure.Picture(
                                name,
                                text(map, "title"),
                                text(map, "caption"),
                                axis(map.get("x")),
                                axis(map.get("y")),
                                new LayerReader(folder, states).read(list(map, "layers")));
                    default -> null;
                });
    }

    private Figure.Quantity quantity(
            Map<String, @Nullable Object> map, Map<String, @Nullable Object> states, String at) {
        Figure.Reference reference = null;
        if (map.get("reference") != null) {
            Map<String, @Nullable Object> known = map(map.get("reference"));
            reference = new Figure.Reference(
                    state(known.get("value"), states.get(at + "reference/value")), text(known, "source"));
        }
        return new Figure.Quantity(
                text(map, "name"),
                state(map.get("value"), states.get(at + "value")),
                state(map.get("error"), states.get(at + "error")),
                map.get("errorKind") == null ? "" : text(map, "errorKind"),
                text(map, "unit"),
                reference);
    }

    private Figure.Table table(Map<String, @Nullable Object> map, Map<String, @Nullable Object> states) {
        List<Figure.Heading> headings = list(map, "columns").stream()
                .map(this::map)
                .map(h -> new Figure.Heading(text(h, "name"), text(h, "unit")))
                .toList();
        if (map.get("series") != null) {
            return series(text(map, "name"), headings, folder.resolve(text(map, "series")));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object row : list(map, "rows")) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Object cell : (List<?>) row) {
                Object state = states.get("rows/" + rows.size() + "/" + cells.size());
                cells.add(state == null ? cell : (Object) state(null, state));
            }
            rows.add(cells);
        }
        return new Figure.Table(text(map, "name"), headings, rows);
    }

    private static Figure.Table series(String name, List<Figure.Heading> headings, Path file) {
        Dataset table = Dataset.of(file);
        Map<String, List<?>> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            columns.put(
                    column.name(),
                    column.kind() == Column.Kind.NUMBER
                            ? java.util.Arrays.stream(table.numbers(column.name()))
                                    .boxed()
                                    .toList()
                            : table.texts(column.name()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Figure.Heading heading : headings) {
                List<?> column = columns.get(heading.name());
                cells.add(column == null ? null : column.get(row));
            }
            rows.add(cells);
        }
        return new Figure.Table(name, headings, rows);
    }

    private Axis axis(@Nullable Object value) {
        Map<String, @Nullable Object> map = map(value);
        return new Axis(
                text(map, "label"),
                text(map, "unit"),
                Axis.Scale.valueOf(text(map, "scale").toUpperCase(Locale.ROOT)));
    }

    static double state(@Nullable Object value, @Nullable Object state) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return "inf".equals(state)
                ? Double.POSITIVE_INFINITY
                : "-inf".equals(state) ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    private Misuse broken(String name) {
        return new Misuse(
                "no \"" + name + "\" in " + source, "a report of format thalweg-report/1", "run the experiment again");
    }

    private String text(Map<String, @Nullable Object> map, String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw broken(name);
    }

    private double number(Map<String, @Nullable Object> map, String name) {
        if (map.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw broken(name);
    }

    private List<?> list(Map<String, @Nullable Object> map, String name) {
        if (map.get(name) instanceof List<?> list) {
            return list;
        }
        throw broken(name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw broken("object");
    }
}
