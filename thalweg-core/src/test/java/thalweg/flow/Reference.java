package thalweg.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.study.page.Json;

/// A stored reference from outside, walked by names and list places: `kepler.states.0.t`.
public final class Reference {
    private final @Nullable Object root;

    private Reference(@Nullable Object root) {
        this.root = root;
    }

    public static Reference read(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/thalweg/flow/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new Reference(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value at a path; names are separated by `/`.
    public Reference at(String path) {
        @Nullable Object now = root;
        for (String part : path.split("/", -1)) {
            now = now instanceof List<?> list ? list.get(Integer.parseInt(part)) : map(now).get(part);
        }
        return new Reference(now);
    }

    public List<String> names() {
        return map(root).keySet().stream().map(Object::toString).toList();
    }

    public List<Reference> items() {
        return list(root).stream().<Reference>map(Reference::new).toList();
    }

    public double number() {
        return root instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(root));
    }

    public double[] numbers() {
        return items().stream().mapToDouble(Reference::number).toArray();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not an object: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
