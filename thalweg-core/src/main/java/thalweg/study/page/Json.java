package thalweg.study.page;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Plain values (maps, lists, texts, numbers, booleans, null) as JSON text and back.
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /// Indented text, ended by a line feed. Doubles are the shortest text that reads back to the same bits.
    ///
    /// @throws IllegalArgumentException for NaN and infinities, which JSON cannot hold
    public static String text(@Nullable Object plain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
            write(out, plain);
        }
        return text.append('\n').toString();
    }

    /// One line without spaces.
    public static String line(@Nullable Object plain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, plain);
        }
        return text.toString();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static void write(JsonGenerator out, @Nullable Object plain) {
        switch (plain) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, value) -> {
                    out.writeName(String.valueOf(name));
                    write(out, value);
                });
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(value -> write(out, value));
                out.writeEndArray();
            }
            case double[] numbers -> {
                out.writeStartArray();
                for (double number : numbers) {
                    write(out, Double.isFinite(number) ? number : null);
                }
                out.writeEndArray();
            }
            case Boolean truth -> out.writeBoolean(truth);
            case Double number -> {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException(number + " in JSON");
                }
                out.writeRawValue(Double.toString(number));
            }
            case Number number -> out.writeNumber(number.longValue());
            default -> out.writeString(plain.toString());
        }
    }

    /// Reads one JSON value; objects keep their order.
    ///
    /// @param source what to call the text in a message
    /// @throws Misuse with line and column if it is no JSON
    public static @Nullable Object read(String text, String source) {
        try (JsonParser in = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw new Misuse(source + " is empty", "a JSON value", "choose another file");
            }
            Object value = value(in, first);
            if (in.nextToken() != null) {
                throw new Misuse(
                        "more text behind the JSON value in " + source + place(in), "one value", "remove the rest");
            }
            return value;
        } catch (JacksonException e) {
            throw new Misuse(
                    "broken JSON in " + source
                            + (e.getLocation() == null
                                    ? ""
                                    : ", line " + e.getLocation().getLineNr() + ", column "
                                            + e.getLocation().getColumnNr())
                            + ": " + e.getOriginalMessage().lines().findFirst().orElse(""),
                    "JSON, as `thalweg schema` describes it",
                    "correct that place");
        }
    }

    private static String place(JsonParser in) {
        return ", line " + in.currentTokenLocation().getLineNr();
    }

    private static @Nullable Object value(JsonParser in, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = in.currentName();
                    map.put(name, value(in, in.nextToken()));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    list.add(value(in, next));
                }
                yield list;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT ->
                in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) in.getDoubleValue()
                        : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// Reads one JSON object.
    public static Map<String, @Nullable Object> object(String text, String source) {
        Object value = read(text, source);
        if (!(value instanceof Map<?, ?> map)) {
            throw new Misuse("no JSON object in " + source, "an object in braces", "choose another file");
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((name, item) -> named.put(String.valueOf(name), item));
        return named;
    }
}
