package thalweg.workbench.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Problem;
import thalweg.study.page.Json;
import thalweg.workbench.terminal.Screen;

/// Takes the flags of every command out of a command line and looks where else they may be set.
///
/// A flag on the line is stronger than `THALWEG_FLAG` in the environment, and that than `thalweg.json` in the folder.
final class FlagReader {
    private final Shell shell;
    private final Map<Flag, String> texts = new EnumMap<>(Flag.class);
    private final Map<Flag, String> origins = new EnumMap<>(Flag.class);
    private final List<String> rest = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Map<String, @Nullable Object>> knobs = new HashMap<>();

    FlagReader(Shell shell, String[] line) {
        this.shell = shell;
        line(line);
        environment();
        file();
    }

    /// What is left of the line.
    List<String> rest() {
        return rest;
    }

    List<Problem> problems() {
        return problems;
    }

    private void line(String[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i].equals("--")) {
                rest.addAll(Arrays.asList(line).subList(i, line.length));
                return;
            }
            int equals = line[i].indexOf('=');
            String word = line[i].equals("-h") ? "--help" : equals < 0 ? line[i] : line[i].substring(0, equals);
            Flag flag = word.startsWith("--") ? Flag.of(word.substring(2)).orElse(null) : null;
            if (flag == null) {
                rest.add(line[i]);
            } else if (equals >= 0) {
                given(flag, line[i].substring(equals + 1));
            } else if (flag.isSwitch()) {
                given(flag, "true");
            } else if (i + 1 < line.length && !line[i + 1].startsWith("--")) {
                i++;
                given(flag, line[i]);
            } else {
                problems.add(new Problem(flag.word(), "nothing", flag.value(), "give it a value"));
            }
        }
    }

    private void given(Flag flag, String text) {
        if (texts.containsKey(flag)) {
            problems.add(new Problem(
                    flag.word(), "given twice: " + texts.get(flag) + " and " + text, "given once", "take one away"));
        }
        set(flag, text, "flag");
    }

    private void set(Flag flag, String text, String origin) {
        texts.put(flag, text);
        origins.put(flag, origin);
    }

    private void environment() {
        for (Flag flag : Flag.values()) {
            String text = shell.environment().getOrDefault("THALWEG_" + flag.name(), "");
            if (!text.isEmpty() && !texts.containsKey(flag) && flag != Flag.HELP) {
                set(flag, text, "environment");
            }
        }
        if (!texts.containsKey(Flag.COLOR)
                && !shell.environment().getOrDefault("NO_COLOR", "").isEmpty()) {
            set(Flag.COLOR, "never", "environment");
        }
    }

    private void file() {
        Path file = shell.folder().resolve("thalweg.json");
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Json.object(Files.readString(file), "thalweg.json").forEach(this::setting);
        } catch (Misuse e) {
            problems.add(Problem.of("", e));
        } catch (java.io.IOException e) {
            problems.add(new Problem(
                    "", "thalweg.json, which cannot be read (" + e.getMessage() + ")", "JSON", "check its rights"));
        }
    }

    private void setting(String name, @Nullable Object value) {
        Flag flag = Flag.of(name).orElse(null);
        if (flag != null && value != null) {
            if (!texts.containsKey(flag)) {
                set(flag, value.toString(), "thalweg.json");
            }
        } else if (name.contains(" ") && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>();
            map.forEach((knob, one) -> own.put(String.valueOf(knob), one));
            knobs.put(name, own);
        } else {
            List<String> words = Arrays.stream(Flag.values()).map(Flag::word).toList();
            problems.add(new Problem(
                    "",
                    "\"" + name + "\" in thalweg.json",
                    "a flag (" + String.join(", ", words) + ") or an object named like an experiment",
                    Nearest.advice(name, words, "take it out")));
        }
    }

    /// The flags; what could not be read has its default and stands among the [#problems].
    Flags flags() {
        Map<String, String> from = new LinkedHashMap<>();
        for (Flag flag : Flag.values()) {
            from.put(flag.word(), origins.getOrDefault(flag, "default"));
        }
        return new Flags(
                truth(Flag.JSON),
                truth(Flag.PLAIN),
                truth(Flag.QUIET),
                whole(Flag.SEED, 0, Long.MIN_VALUE),
                out(),
                (int) Math.min(4096, whole(Flag.THREADS, Runtime.getRuntime().availableProcessors(), 1)),
                seconds(),
                Flags.Progress.valueOf(choice(Flag.PROGRESS)),
                Screen.Coloring.valueOf(choice(Flag.COLOR)),
                truth(Flag.DEBUG),
                truth(Flag.HELP),
                from,
                knobs);
    }

    private void wrong(Flag flag, String expected, String todo) {
        String place =
                origins.get(flag) == null || "flag".equals(origins.get(flag)) ? "" : " from " + origins.get(flag);
        problems.add(new Problem(flag.word(), "\"" + texts.get(flag) + "\"" + place, expected, todo));
    }

    private boolean truth(Flag flag) {
        String text = texts.getOrDefault(flag, "false").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> {
                wrong(flag, "true or false", "write --" + flag.word() + " alone");
                yield false;
            }
        };
    }

    private long whole(Flag flag, long fallback, long least) {
        String text = texts.get(flag);
        if (text == null) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(flag, least == 1 ? "a whole number of at least 1" : "a 64-bit integer", "correct the number");
        return fallback;
    }

    private double seconds() {
        String text = texts.get(Flag.SECONDS);
        if (text == null) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double value = Double.parseDouble(text.strip());
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        wrong(Flag.SECONDS, "a number of seconds above 0", "correct the number");
        return Double.POSITIVE_INFINITY;
    }

    private Path out() {
        String text = texts.getOrDefault(Flag.OUT, "runs");
        try {
            if (!text.isBlank()) {
                return shell.path(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        wrong(Flag.OUT, "the name of a folder", "choose another");
        return shell.path("runs");
    }

    private String choice(Flag flag) {
        String text = texts.getOrDefault(flag, "auto").toLowerCase(Locale.ROOT);
        if (flag.choices().contains(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        wrong(
                flag,
                "one of " + String.join(", ", flag.choices()),
                Nearest.advice(text, flag.choices(), "choose one of these"));
        return "AUTO";
    }
}
