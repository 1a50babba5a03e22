package thalweg.workbench.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.study.Card;
import thalweg.study.Setting;

/// What is given for the knobs of one card, by path, the strongest last.
final class Knobs {
    private final Card card;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    Knobs(Card card) {
        this.card = card;
    }

    /// Lays JSON values over what is there.
    Knobs lay(Map<String, ? extends @Nullable Object> json, String origin) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        flatten(json, "", flat);
        flat.forEach((path, value) -> put(path, value, origin));
        return this;
    }

    /// Lays texts by path over what is there; choices first, whatever stood first on the line, since a choice drops
    /// the knobs of another.
    Knobs layTexts(Map<String, String> texts, String origin) {
        for (boolean choices : new boolean[] {true, false}) {
            texts.forEach((path, text) -> {
                if ((kind(path) == Setting.Kind.CHOICE) == choices) {
                    put(path, text, origin);
                }
            });
        }
        return this;
    }

    private void put(String path, @Nullable Object value, String origin) {
        if (kind(path) == Setting.Kind.CHOICE && !Objects.equals(values.get(path), value)) {
            values.keySet().removeIf(other -> other.startsWith(path + "."));
        }
        values.put(path, value);
        origins.put(path, origin);
    }

    private Setting.@Nullable Kind kind(String path) {
        return card.settings().stream()
                .filter(s -> s.path().equals(path))
                .map(Setting::kind)
                .findFirst()
                .orElse(null);
    }

    private void flatten(Map<?, ?> json, String prefix, Map<String, @Nullable Object> flat) {
        json.forEach((name, value) -> {
            String path = prefix + name;
            Setting.Kind kind = kind(path);
            if (value instanceof Map<?, ?> choice && kind == Setting.Kind.CHOICE) {
                if (choice.get("kind") != null) {
                    flat.put(path, choice.get("kind"));
                }
                Map<Object, @Nullable Object> rest = new LinkedHashMap<>(choice);
                rest.remove("kind");
                flatten(rest, path + ".", flat);
            } else if (value instanceof Map<?, ?> group && kind == null && isGroup(path)) {
                flatten(group, path + ".", flat);
            } else {
                flat.put(path, value);
            }
        });
    }

    private boolean isGroup(String path) {
        return card.settings().stream().anyMatch(s -> s.path().startsWith(path + "."));
    }

    /// The values as a card takes them.
    Map<String, @Nullable Object> nested() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        values.forEach((path, value) -> place(whole, path, path, value));
        return whole;
    }

    private void place(Map<String, @Nullable Object> map, String path, String whole, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            String head = path.substring(0, dot);
            place(group(map, head), path.substring(dot + 1), whole, value);
        } else if (kind(whole) == Setting.Kind.CHOICE) {
            group(map, path).put("kind", value);
        } else {
            map.put(path, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> group(Map<String, @Nullable Object> map, String name) {
        if (!(map.get(name) instanceof Map)) {
            map.put(name, new LinkedHashMap<String, @Nullable Object>());
        }
        return (Map<String, @Nullable Object>) Objects.requireNonNull(map.get(name));
    }

    /// Where each given knob came from.
    Map<String, String> origins() {
        return origins;
    }
}
