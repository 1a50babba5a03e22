package thalweg.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.study.Axis;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Layer;
import thalweg.study.Report;

/// A report as JSON, format `thalweg-report/1`: fields are only added, readers ignore what they do not know.
///
/// NaN and infinities are null, with their place in the figure and their state beside: `"states": {"rows/3/2": "nan"}`.
public final class ReportJson {
    /// Figures with more numbers than this leave them to a series file.
    static final int MOST_NUMBERS = 2000;

    private ReportJson() {}

    /// The JSON document; equal reports give equal bytes.
    public static String text(Report report) {
        return Json.text(plain(report));
    }

    /// The report as plain values.
    public static Map<String, @Nullable Object> plain(Report report) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", "thalweg-report/1");
        map.put("experiment", experiment(report.experiment(), false));
        map.put("seed", Long.toString(report.seed()));
        map.put("version", Version.TEXT);
        map.put("ending", ending(report.ending()));
        map.put("warnings", report.warnings());
        map.put("files", report.files().stream().map(Report.File::path).toList());
        map.put("figures", report.figures().stream().map(ReportJson::figure).toList());
        return map;
    }

    /// An experiment's name and all its knobs.
    ///
    /// @param paths whether data keep the path they were given by
    public static Map<String, @Nullable Object> experiment(Experiment experiment, boolean paths) {
        Card card = Card.of(experiment.getClass());
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", card.name());
        map.putAll(card.values(experiment, paths));
        return map;
    }

    static Map<String, @Nullable Object> ending(Ending ending) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", ending.kind());
        map.put("message", ending.message());
        if (ending instanceof Ending.Diverged diverged) {
            map.put("step", diverged.step());
            map.put("where", diverged.where());
        }
        if (ending instanceof Ending.Exhausted exhausted) {
            map.put("missed", exhausted.missed());
        }
        return map;
    }

    static Map<String, @Nullable Object> figure(Figure figure) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        States states = new States();
        map.put("kind", kind(figure));
        map.put("name", figure.name());
        switch (figure) {
            case Figure.Quantity quantity -> quantity(quantity, map, states, "");
            case Figure.Formula formula -> {
                map.put("text", formula.text());
                map.put("latex", formula.latex());
                map.put("sympy", formula.sympy());
                map.put("java", formula.java());
                List<Object> constants = new ArrayList<>();
                for (Figure.Quantity constant : formula.constants()) {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("name", constant.name());
                    quantity(constant, one, states, "constants/" + constants.size() + "/");
                    constants.add(one);
                }
                map.put("constants", constants);
            }
            case Figure.Table table -> table(table, map, states);
            case Figure.Picture picture -> picture(picture, map, states);
            case Figure.Text text -> map.put("text", text.text());
        }
        if (!states.isEmpty()) {
            map.put("states", states.found());
        }
        return map;
    }

    static String kind(Figure figure) {
        return switch (figure) {
            case Figure.Quantity q -> "number";
            case Figure.Formula f -> "formula";
            case Figure.Table t -> "table";
            case Figure.Picture p -> "picture";
            case Figure.Text t -> "text";
        };
    }

    private static void quantity(
            Figure.Quantity quantity, Map<String, @Nullable Object> map, States states, String at) {
        map.put("value", states.number(quantity.value(), at + "value"));
        if (!quantity.errorKind().isEmpty()) {
            map.put("error", states.number(quantity.error(), at + "error"));
            map.put("errorKind", quantity.errorKind());
        }
        map.put("unit", quantity.unit());
        Figure.Reference reference = quantity.reference();
        if (reference != null) {
            Map<String, @Nullable Object> known = new LinkedHashMap<>();
            known.put("value", states.number(reference.value(), at + "reference/value"));
            known.put("source", reference.source());
            map.put("reference", known);
        }
    }

    private static void table(Figure.Table table, Map<String, @Nullable Object> map, States states) {
        List<Object> columns = new ArrayList<>();
        for (Figure.Heading heading : table.columns()) {
            columns.add(ordered("name", heading.name(), "unit", heading.unit()));
        }
        map.put("columns", columns);
        if (Series.isLong(table)) {
            map.put("series", Series.place(table));
            map.put("count", (long) table.rows().size());
            return;
        }
        List<Object> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Object cell : row) {
                String at = "rows/" + rows.size() + "/" + cells.size();
                cells.add(cell instanceof Double number ? states.number(number, at) : cell);
            }
            rows.add(cells);
        }
        map.put("rows", rows);
    }

    private static void picture(Figure.Picture picture, Map<String, @Nullable Object> map, States states) {
        map.put("title", picture.title());
        map.put("caption", picture.caption());
        map.put("x", axis(picture.x()));
        map.put("y", axis(picture.y()));
        boolean apart = Series.isLong(picture);
        List<Object> layers = new ArrayList<>();
        for (Layer layer : picture.layers()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("kind", layer.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
            one.put("label", layer.label());
            one.put("ink", layer.ink().name().toLowerCase(java.util.Locale.ROOT));
            if (apart) {
                one.put("series", Series.place(picture, layers.size()));
            } else {
                String at = "layers/" + layers.size() + "/";
                Series.numbers(layer).forEach((name, numbers) -> one.put(name, states.numbers(numbers, at + name)));
                if (layer instanceof Layer.Words words) {
                    one.put("words", List.of(words.words()));
                }
            }
            layers.add(one);
        }
        map.put("layers", layers);
    }

    private static Map<String, Object> axis(Axis axis) {
        return ordered(
                "label",
                axis.label(),
                "unit",
                axis.unit(),
                "scale",
                axis.scale().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Map<String, Object> ordered(String... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /// Numbers that JSON cannot hold, by place.
    private static final class States {
        private final Map<String, Object> found = new LinkedHashMap<>();

        boolean isEmpty() {
            return found.isEmpty();
        }

        Map<String, Object> found() {
            return found;
        }

        @Nullable
        Object number(double value, String at) {
            if (Double.isFinite(value)) {
                return value;
            }
            found.put(at, Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
            return null;
        }

        List<@Nullable Object> numbers(double[] values, String at) {
            List<@Nullable Object> list = new ArrayList<>();
            for (double value : values) {
                list.add(number(value, at + "/" + list.size()));
            }
            return list;
        }
    }
}
