package thalweg.stan.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One way to call a built-in function; thousands of Stan's signatures follow from a few letters.
///
/// @param rule `plain`, `unary`, `binary` (elementwise) or `solver`
/// @param arguments kinds as letters; a last one with `+` may be repeated
record Signature(String name, String rule, List<String> arguments, String result) {
    private static final Map<String, List<Signature>> ALL = read();

    static Map<String, List<Signature>> all() {
        return ALL;
    }

    static List<String> lines(String resource) {
        try (InputStream in = Signature.class.getResourceAsStream("/thalweg/stan/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("the table " + resource + " is missing from this build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a type is of a kind; whole numbers count as real.
    static boolean matches(String kind, StanType type) {
        if (type.isBroken()) {
            return true;
        }
        int dims = type.dims();
        StanType.Base base = type.base();
        boolean number = base == StanType.Base.INT || base == StanType.Base.REAL;
        return switch (kind) {
            case "A" -> base != StanType.Base.TEXT && base != StanType.Base.VOID;
            case "s" -> number || type.inner() > 0;
            case "i" -> dims == 0 && base == StanType.Base.INT;
            case "i[]" -> dims == 1 && base == StanType.Base.INT;
            case "r" -> dims == 0 && number;
            case "r[]" -> dims == 1 && number;
            case "r[,]" -> dims == 2 && number;
            case "v" -> dims == 0 && base == StanType.Base.VECTOR;
            case "w" -> dims == 0 && base == StanType.Base.ROW_VECTOR;
            case "m" -> dims == 0 && base == StanType.Base.MATRIX;
            case "v[]" -> dims == 1 && base == StanType.Base.VECTOR;
            case "w[]" -> dims == 1 && base == StanType.Base.ROW_VECTOR;
            case "m[]" -> dims == 1 && base == StanType.Base.MATRIX;
            case "V" -> type.inner() == 1 || dims >= 1 && number;
            case "C" -> type.inner() > 0 || dims >= 1 && number;
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    /// The type a result letter means where it does not depend on arguments.
    static StanType type(String kind) {
        return switch (kind) {
            case "i" -> StanType.INT;
            case "i[]" -> StanType.INT.array(1);
            case "r", "s" -> StanType.REAL;
            case "r[]" -> StanType.REAL.array(1);
            case "r[,]" -> StanType.REAL.array(2);
            case "v" -> StanType.VECTOR;
            case "w" -> StanType.ROW_VECTOR;
            case "m" -> StanType.MATRIX;
            case "v[]" -> StanType.VECTOR.array(1);
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    /// A kind as a message names it.
    static String spell(String kind) {
        return switch (kind) {
            case "A", "s" -> "a number or a container";
            case "V" -> "vector, row_vector or array[] real";
            case "C" -> "a container of real";
            case "w[]" -> "array[] row_vector";
            case "m[]" -> "array[] matrix";
            default -> type(kind).toString();
        };
    }

    private static Map<String, List<Signature>> read() {
        Map<String, List<Signature>> all = new LinkedHashMap<>();
        for (String line : lines("functions.txt")) {
            int arrow = line.indexOf("->");
            if (line.startsWith("unary:") || line.startsWith("binary:") || line.startsWith("solver:")) {
                String rule = line.substring(0, line.indexOf(':'));
                String names = line.substring(rule.length() + 1, arrow < 0 ? line.length() : arrow);
                String result = arrow < 0 ? "s" : line.substring(arrow + 2).strip();
                for (String name : names.strip().split(" +")) {
                    List<String> arguments = switch (rule) {
                        case "unary" -> List.of("s");
                        case "binary" -> List.of("s", "s");
                        default -> List.of();
                    };
                    all.computeIfAbsent(name, n -> new ArrayList<>()).add(new Signature(name, rule, arguments, result));
                }
                continue;
            }
            int open = line.indexOf('(');
            int close = line.indexOf(')', open);
            String name = line.substring(0, open);
            String inside = line.substring(open + 1, close).strip();
            List<String> arguments = inside.isEmpty() ? List.of() : List.of(inside.split(" *, *(?![\\]])"));
            all.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new Signature(
                            name, "plain", arguments, line.substring(arrow + 2).strip()));
        }
        return all;
    }
}
