package thalweg.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.study.Card;
import thalweg.study.Setting;

/// JSON Schema (2020-12) of what goes in and of what comes out.
public final class Schema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private Schema() {}

    /// The schema of one experiment's JSON file.
    public static Map<String, @Nullable Object> of(Card card) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("name", Map.of("const", card.name()));
        List<String> required = new ArrayList<>(List.of("name"));
        for (Setting setting : card.settings()) {
            place(properties, setting.path().split("\\."), 0, setting);
            if (setting.required()) {
                required.add(setting.path());
            }
        }
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", card.name());
        schema.put("description", card.says());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static void place(Map<String, @Nullable Object> properties, String[] path, int at, Setting setting) {
        if (at == path.length - 1) {
            properties.merge(path[at], type(setting), (old, fresh) -> old);
            return;
        }
        Map<String, @Nullable Object> outer = (Map<String, @Nullable Object>)
                java.util.Objects.requireNonNull(properties.computeIfAbsent(path[at], p -> object()));
        if (!(outer.get("properties") instanceof Map)) {
            Map<String, @Nullable Object> nested = object();
            outer.forEach((name, value) -> {
                if (name.equals("enum")) {
                    ((Map<String, @Nullable Object>) java.util.Objects.requireNonNull(nested.get("properties")))
                            .put("kind", Map.of("enum", java.util.Objects.requireNonNull(value)));
                } else if (!name.equals("type")) {
                    nested.put(name, value);
                }
            });
            outer = nested;
            properties.put(path[at], outer);
        }
        place(
                (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(outer.get("properties")),
                path,
                at + 1,
                setting);
    }

    private static Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", new LinkedHashMap<String, @Nullable Object>());
        return object;
    }

    private static Map<String, @Nullable Object> type(Setting setting) {
        Map<String, @Nullable Object> type = new LinkedHashMap<>();
        switch (setting.kind()) {
            case NUMBER -> type.put("type", List.of("number", "null"));
            case INTEGER -> type.put("type", List.of("integer", "null"));
            case SWITCH -> type.put("type", "boolean");
            case TEXT -> type.put("type", List.of("string", "null"));
            case WORD, CHOICE -> type.put("type", "string");
            case LIST -> type.put("type", List.of("array", "string", "null"));
            case MAP -> type.put("type", List.of("object", "string", "null"));
            case DATA -> {
                type.put("type", List.of("object", "string", "null"));
                type.put("description", "a path, or an object with file and sha256");
            }
        }
        if (!setting.help().isEmpty()) {
            type.put("description", setting.help());
        }
        if (!setting.choices().isEmpty()) {
            type.put("enum", setting.choices());
        }
        if (setting.min() > Double.NEGATIVE_INFINITY) {
            type.put("minimum", setting.min());
        }
        if (setting.max() < Double.POSITIVE_INFINITY) {
            type.put("maximum", setting.max());
        }
        if (setting.fallback() != null) {
            type.put("default", setting.fallback());
        }
        return type;
    }

    /// The schema of `report.json`.
    public static String report() {
        try (java.io.InputStream in = Schema.class.getResourceAsStream("report.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("report.schema.json is missing from the jar");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
