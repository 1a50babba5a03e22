package thalweg.study;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.data.Nearest;

/// Turns a plain value or a text into what a knob holds.
final class Converter {
    private Converter() {}

    static Object convert(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? list(arguments[0], value)
                    : map(arguments[arguments.length - 1], value);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == double.class || plain == Double.class) {
            return number(value);
        }
        if (plain == int.class || plain == Integer.class) {
            return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (plain == long.class || plain == Long.class) {
            return whole(value, -(1L << 53), 1L << 53);
        }
        if (plain == boolean.class) {
            return truth(value);
        }
        if (plain.isEnum()) {
            return word(plain, value);
        }
        return plain == Data.class ? data(value) : text(value);
    }

    private static Misuse unfit(Object value, String expected) {
        return new Misuse("\"" + value + "\"", expected, "correct the value");
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw unfit(value, "a text");
        }
        return value.toString();
    }

    private static double number(Object value) {
        double number = parsed(value);
        if (Double.isNaN(number) && !value.toString().strip().equalsIgnoreCase("nan")) {
            throw unfit(value, "a number, like 0.01 or 2e7");
        }
        return number;
    }

    private static long whole(Object value, long least, long most) {
        double number = parsed(value);
        if (number != Math.rint(number) || number < least || number > most) {
            throw unfit(value, "a whole number");
        }
        return (long) number;
    }

    /// The number that a value is or says, NaN if it is none.
    private static double parsed(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        String text = text(value).strip();
        if (text.matches(".*[dDfFxX]$|0[xX].*")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean truth(Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw unfit(value, "true or false");
        };
    }

    private static Object word(Class<?> type, Object value) {
        List<String> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            words.add(Records.kebab(((Enum<?>) constant).name()));
            if (words.getLast().equals(value.toString().toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new Misuse(
                "\"" + value + "\"",
                "one of " + String.join(", ", words),
                Nearest.advice(value.toString(), words, "choose one of these"));
    }

    private static Data data(Object value) {
        if (value instanceof Map<?, ?> map) {
            Object file = map.get("file");
            if (file == null) {
                throw unfit(value, "an object with a \"file\"");
            }
            Object sha256 = map.get("sha256");
            List<String> columns = map.get("columns") instanceof List<?> names
                    ? names.stream().map(String::valueOf).toList()
                    : List.of();
            long rows = map.get("rows") instanceof Number count ? count.longValue() : 0;
            return new Data.File(file.toString(), sha256 == null ? "" : sha256.toString(), columns, rows);
        }
        return Data.of(Path.of(text(value)));
    }

    private static List<Object> list(Type item, Object value) {
        if (value instanceof Map<?, ?>) {
            throw unfit(value, "a list, as a,b or [\"a\", \"b\"]");
        }
        List<?> items = value instanceof List<?> list
                ? list
                : Arrays.stream(text(value).split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
        List<Object> converted = new ArrayList<>();
        for (Object one : items) {
            if (one == null) {
                throw unfit(value, "a list without gaps");
            }
            converted.add(convert(item, one));
        }
        return List.copyOf(converted);
    }

    /// `a=1,b=2`, or a single word that stands for every name: `auto` is `*=auto`.
    private static Map<String, Object> map(Type item, Object value) {
        Map<String, Object> converted = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, one) -> {
                if (one == null) {
                    throw unfit(value, "a value for each name");
                }
                converted.put(String.valueOf(name), convert(item, one));
            });
            return java.util.Collections.unmodifiableMap(converted);
        }
        if (value instanceof List<?>) {
            throw unfit(value, "NAME=VALUE,NAME=VALUE or an object");
        }
        for (String pair : text(value).split(",")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "*" : pair.substring(0, equals).strip();
            String one = pair.substring(equals + 1).strip();
            if (name.isEmpty() || one.isEmpty() || converted.containsKey(name)) {
                throw unfit(value, "NAME=VALUE,NAME=VALUE with each name once");
            }
            converted.put(name, convert(item, one));
        }
        return java.util.Collections.unmodifiableMap(converted);
    }
}
