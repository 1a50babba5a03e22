package thalweg.study.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Report;
import thalweg.study.Setting;

/// The same experiment again, in the tongues people use: only the knobs that differ from their defaults.
public final class Again {
    private Again() {}

    /// A command line, starting with `thalweg`.
    public static String shell(Report report) {
        Card card = Card.of(report.experiment().getClass());
        Map<String, @Nullable Object> given = flat(card, report.experiment());
        StringBuilder line = new StringBuilder("thalweg ").append(card.name());
        for (Setting setting : card.settings()) {
            if (setting.positional() && given.containsKey(setting.path())) {
                line.append(' ').append(quoted(text(given.remove(setting.path()))));
            }
        }
        given.forEach(
                (path, value) -> line.append(" --").append(path).append(' ').append(quoted(text(value))));
        return report.seed() == 0 ? line.toString() : line + " --seed " + report.seed();
    }

    /// A Java expression, for an experiment whose knobs are given by name.
    public static String java(Report report) {
        Card card = Card.of(report.experiment().getClass());
        String knobs = flat(card, report.experiment()).entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\", \""
                        + text(e.getValue()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", "));
        String type = card.type().getSimpleName();
        return "Report report = Card.of(" + type + ".class).bind(Map.of(" + knobs + ")).run(Lab.quiet()"
                + (report.seed() == 0 ? "" : ".seed(" + report.seed() + "L)") + ");";
    }

    private static Map<String, @Nullable Object> flat(Card card, Experiment experiment) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        flatten(card.values(experiment, false), "", flat);
        for (Setting setting : card.settings()) {
            Object value = flat.get(setting.path());
            if (java.util.Objects.equals(value, setting.fallback())) {
                flat.remove(setting.path());
            }
        }
        flat.values().removeIf(value -> value == null);
        return flat;
    }

    private static void flatten(Map<?, ?> map, String prefix, Map<String, @Nullable Object> flat) {
        map.forEach((name, value) -> {
            String path = prefix + name;
            if (value instanceof Map<?, ?> nested && (nested.containsKey("file") || nested.containsKey("table"))) {
                Object file = nested.get("file");
                flat.put(path, file == null ? "data/" + nested.get("table") + ".csv" : file);
            } else if (value instanceof Map<?, ?> nested && nested.containsKey("kind")) {
                flat.put(path, nested.get("kind"));
                Map<Object, Object> rest = new LinkedHashMap<>(nested);
                rest.remove("kind");
                flatten(rest, path + ".", flat);
            } else {
                flat.put(path, value);
            }
        });
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Again::text).collect(Collectors.joining(","));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey().equals("*") ? text(e.getValue()) : e.getKey() + "=" + text(e.getValue()))
                        .collect(Collectors.joining(","));
            case Data data -> data.name();
            case null -> "";
            default -> value.toString();
        };
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
