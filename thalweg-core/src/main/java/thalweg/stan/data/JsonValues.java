package thalweg.stan.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// CmdStan's JSON, read as a stream.
final class JsonValues {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String file;
    private final JsonParser parser;
    private final List<Double> numbers = new ArrayList<>();
    private final List<Integer> shape = new ArrayList<>();
    private String strange = "";
    private boolean whole = true;

    private JsonValues(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Map<String, StanData.Entry> of(String file, String text) {
        Map<String, StanData.Entry> all = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Misuse(
                        file + " that is no JSON object", "{\"name\": value, ..}", "write one member a variable");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                int line = parser.currentLocation().getLineNr();
                parser.nextToken();
                JsonValues values = new JsonValues(file, parser);
                values.value(name, "", 0);
                double[] numbers =
                        values.numbers.stream().mapToDouble(Double::doubleValue).toArray();
                int[] shape = values.shape.stream().mapToInt(Integer::intValue).toArray();
                all.put(name, new StanData.Entry(numbers, shape, values.whole, values.strange, line));
            }
        } catch (JacksonException e) {
            throw new Misuse(
                    file + " at line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    "JSON as CmdStan reads it",
                    "correct that line");
        }
        return all;
    }

    private void value(String name, String place, int depth) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            int count = 0;
            if (shape.size() == depth) {
                shape.add(-1);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                count++;
                value(name, place + (place.isEmpty() ? "" : ",") + count, depth + 1);
            }
            if (shape.get(depth) >= 0 && shape.get(depth) != count) {
                throw new Misuse(
                        name + "[" + place + "] with " + count + " values in " + file,
                        shape.get(depth) + " as in the rows before",
                        "make all rows equally long");
            }
            shape.set(depth, count);
            return;
        }
        if (depth < shape.size()) {
            throw new Misuse(
                    name + "[" + place + "] that is a number among arrays in " + file,
                    "arrays of one depth",
                    "check it");
        }
        numbers.add(number(name, place, token));
    }

    private double number(String name, String place, JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> parser.getDoubleValue();
            case VALUE_NUMBER_FLOAT -> {
                double number = parser.getDoubleValue();
                whole &= number == Math.rint(number) && Math.abs(number) < 1e9;
                yield number;
            }
            case VALUE_TRUE -> 1;
            case VALUE_FALSE -> 0;
            default -> word(name, place, token);
        };
    }

    private double word(String name, String place, JsonToken token) {
        whole = false;
        String text = token == JsonToken.VALUE_NULL ? "null" : parser.getString();
        return switch (text) {
            case "NaN", "nan" -> Double.NaN;
            case "Inf", "+Inf", "Infinity", "+Infinity", "inf" -> Double.POSITIVE_INFINITY;
            case "-Inf", "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (strange.isEmpty()) {
                    String quoted = token == JsonToken.VALUE_STRING ? "\"" + text + "\"" : text;
                    strange = name + (place.isEmpty() ? "" : "[" + place + "]") + " is " + quoted;
                }
                yield Double.NaN;
            }
        };
    }
}
