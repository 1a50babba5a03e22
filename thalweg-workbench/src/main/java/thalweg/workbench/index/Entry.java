package thalweg.workbench.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.Json;

/// What a list of runs shows of one.
///
/// @param state `running`, `broken off` or `finished`
/// @param ending how it ended, empty if it has not
/// @param seed as it was written
/// @param began when, in ISO 8601; empty if unknown
/// @param seconds how long it took, NaN if unknown
/// @param verdict what was found, in a sentence
public record Entry(
        int number,
        String experiment,
        String state,
        String ending,
        String seed,
        String began,
        double seconds,
        String verdict) {
    static final String FINISHED = "finished";

    /// Reads a run's folder; what cannot be read is left empty.
    public static Entry of(RunFolder run) {
        return switch (run.state()) {
            case FINISHED -> finished(run);
            case RUNNING -> asked(run, "running");
            case BROKEN_OFF -> asked(run, "broken off");
        };
    }

    /// What the index would call the present state of a run.
    static String state(RunFolder run) {
        return switch (run.state()) {
            case FINISHED -> FINISHED;
            case RUNNING -> "running";
            case BROKEN_OFF -> "broken off";
        };
    }

    private static Entry asked(RunFolder run, String state) {
        Map<String, @Nullable Object> asked = Map.of();
        try {
            asked = run.asked();
        } catch (Misuse e) {
            // claimed and killed before anything was asked
        }
        return new Entry(run.number(), text(asked, "name"), state, "", text(asked, "seed"), "", Double.NaN, "");
    }

    private static Entry finished(RunFolder run) {
        try {
            Map<String, @Nullable Object> report = Json.object(
                    run.read("report.json"), run.path().resolve("report.json").toString());
            Map<String, @Nullable Object> facts = run.facts();
            return new Entry(
                    run.number(),
                    text(map(report.get("experiment")), "name"),
                    FINISHED,
                    text(map(report.get("ending")), "kind"),
                    text(report, "seed"),
                    text(facts, "began"),
                    facts.get("seconds") instanceof Number seconds ? seconds.doubleValue() : Double.NaN,
                    verdict(report));
        } catch (Misuse e) {
            return new Entry(run.number(), "", "unreadable", "", "", "", Double.NaN, e.found());
        }
    }

    private static String verdict(Map<String, @Nullable Object> report) {
        if (report.get("figures") instanceof List<?> figures) {
            for (Object figure : figures) {
                Map<?, ?> map = map(figure);
                if ("verdict".equals(map.get("name")) && map.get("text") instanceof String text) {
                    return text.lines().findFirst().orElse("");
                }
            }
        }
        return text(map(report.get("ending")), "message");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
