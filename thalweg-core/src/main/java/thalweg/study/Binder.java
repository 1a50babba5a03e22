package thalweg.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;

/// Puts plain values or texts into a record's components, collecting every problem on the way.
final class Binder {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    Record record(Class<?> type, Map<String, ?> given, String prefix) {
        Record defaults = Records.defaults(type);
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(c -> Records.kebab(c.getName())).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                problems.add(new Problem(
                        prefix + name,
                        "a knob that does not exist",
                        "one of: " + String.join(", ", names),
                        Nearest.advice(name, names, "leave it out")));
            }
        }
        int before = problems.size();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String path = prefix + names.get(i);
            Object fallback = Records.get(defaults, components[i]);
            Object value = given.get(names.get(i));
            values[i] = value == null ? fallback : component(components[i], value, fallback, path);
            Knob knob = components[i].getAnnotation(Knob.class);
            if (values[i] == null && value == null && knob != null && knob.required()) {
                problems.add(new Problem(path, "nothing", knob.value(), "give it a value"));
            }
        }
        return problems.size() > before ? defaults : make(type, values, defaults, prefix);
    }

    private Record make(Class<?> type, @Nullable Object[] values, Record defaults, String prefix) {
        String knob = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        try {
            return Records.make(type, values);
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(knob, String.valueOf(e.getMessage()), "values that go together", "change one"));
        }
        return defaults;
    }

    private @Nullable Object component(
            RecordComponent component, Object value, @Nullable Object fallback, String path) {
        Class<?> type = component.getType();
        if (type.isRecord()) {
            return value instanceof Map<?, ?> map
                    ? record(type, texts(map), path + ".")
                    : refuse(path, value, "an object with its own knobs", "give --" + path + ".KNOB values");
        }
        if (type.isSealed() && type != Data.class) {
            return choice(type, value, fallback, path);
        }
        try {
            Object converted = Converter.convert(component.getGenericType(), value);
            return bounded(component.getAnnotation(Knob.class), converted, path);
        } catch (Misuse e) {
            problems.add(Problem.of(path, e));
            return fallback;
        }
    }

    private @Nullable Object refuse(String path, Object value, String expected, String todo) {
        problems.add(new Problem(path, "\"" + value + "\"", expected, todo));
        return null;
    }

    private @Nullable Object choice(Class<?> sealed, Object value, @Nullable Object fallback, String path) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            given.putAll(texts(map));
        } else {
            given.put("kind", value);
        }
        Object kind = given.remove("kind");
        String word = kind != null
                ? kind.toString()
                : fallback == null ? "" : Records.kebab(fallback.getClass().getSimpleName());
        List<String> words = new ArrayList<>();
        for (Class<?> option : sealed.getPermittedSubclasses()) {
            words.add(Records.kebab(option.getSimpleName()));
            if (words.getLast().equals(word)) {
                return record(option, given, path + ".");
            }
        }
        problems.add(new Problem(
                path,
                word.isEmpty() ? "no kind" : "\"" + word + "\"",
                "one of " + String.join(", ", words),
                Nearest.advice(word, words, "choose one of these")));
        return fallback;
    }

    private @Nullable Object bounded(@Nullable Knob knob, @Nullable Object value, String path) {
        if (knob == null || value == null) {
            return value;
        }
        if (value instanceof Number number
                && !(number.doubleValue() >= knob.min() && number.doubleValue() <= knob.max())) {
            String range = knob.min() == Double.NEGATIVE_INFINITY
                    ? "at most " + Setting.plain(knob.max())
                    : knob.max() == Double.POSITIVE_INFINITY
                            ? "at least " + Setting.plain(knob.min())
                            : "a number from " + Setting.plain(knob.min()) + " to " + Setting.plain(knob.max());
            problems.add(new Problem(path, Setting.plain(number.doubleValue()), range, "choose a value in this range"));
        }
        List<String> choices = List.of(knob.choices());
        if (value instanceof String word && !choices.isEmpty() && !choices.contains(word)) {
            problems.add(new Problem(
                    path,
                    "\"" + word + "\"",
                    "one of " + String.join(", ", choices),
                    Nearest.advice(word, choices, "choose one of these")));
        }
        return value;
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                named.put(String.valueOf(name), value);
            }
        });
        return named;
    }
}
