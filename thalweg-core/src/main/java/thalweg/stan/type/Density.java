package thalweg.stan.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A built-in distribution: what it is a law of, and its arguments by name.
///
/// @param others what there is besides the density: `cdf` (with `lcdf`, `lccdf`) and `rng`
public record Density(String name, Kind outcome, List<Argument> arguments, Set<String> others) {
    /// What stands in a place of a density: kinds are written as in the table.
    public record Kind(String letters) {
        /// Whether whole numbers are meant.
        public boolean whole() {
            return letters.equals("I") || letters.startsWith("i");
        }

        /// Whether a container here means many independent values.
        public boolean vectorised() {
            return letters.equals("R") || letters.equals("I");
        }

        boolean accepts(StanType type) {
            if (type.isBroken()) {
                return true;
            }
            StanType.Base base = type.base();
            return switch (letters) {
                case "R" ->
                    base == StanType.Base.REAL
                            || base == StanType.Base.INT
                            || type.inner() == 1
                            || base == StanType.Base.MATRIX && type.dims() == 0;
                case "I" -> base == StanType.Base.INT;
                case "A" -> true;
                default -> Signature.matches(letters, type);
            };
        }

        String expected() {
            return switch (letters) {
                case "R" -> "real or vector";
                case "I" -> "int or array[] int";
                default -> Signature.spell(letters);
            };
        }
    }

    /// An argument by its role.
    public record Argument(String role, Kind kind) {}

    private static final Map<String, Density> ALL = read();
    private static final List<String> SUFFIXES = List.of(
            "_lupdf", "_lupmf", "_lpdf", "_lpmf", "_lccdf", "_lcdf", "_ccdf_log", "_cdf_log", "_cdf", "_rng", "_log");

    /// A name of a function that belongs to a distribution.
    public record Form(String distribution, String suffix) {
        /// Whether it is a density.
        public boolean isDensity() {
            return suffix.equals("_log") || suffix.startsWith("_lp") || suffix.startsWith("_lup");
        }
    }

    /// All distributions by name.
    public static Map<String, Density> all() {
        return ALL;
    }

    /// The parts of a name like `normal_lpdf`; null if it has no such suffix.
    public static @Nullable Form form(String function) {
        for (String suffix : SUFFIXES) {
            if (function.endsWith(suffix) && function.length() > suffix.length()) {
                return new Form(function.substring(0, function.length() - suffix.length()), suffix);
            }
        }
        return null;
    }

    /// The arguments of the function that draws: a count of trials has no place in the density.
    public List<Argument> drawArguments() {
        if (!outcome.letters().equals("i[]")) {
            return arguments;
        }
        List<Argument> all = new ArrayList<>(arguments);
        all.add(new Argument("trials", new Kind("i")));
        return all;
    }

    /// The suffix of the density.
    public String suffix() {
        return outcome.whole() ? "_lpmf" : "_lpdf";
    }

    /// The roles of the arguments, as a message lists them.
    public String roles() {
        return String.join(", ", arguments.stream().map(Argument::role).toList());
    }

    private static Map<String, Density> read() {
        Map<String, Density> all = new LinkedHashMap<>();
        for (String line : Signature.lines("densities.txt")) {
            String[] halves = line.split(";");
            String[] words = halves[0].strip().split(" +");
            List<Argument> arguments = new ArrayList<>();
            for (int i = 2; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                arguments.add(
                        colon < 0
                                ? new Argument(words[i], new Kind("R"))
                                : new Argument(words[i].substring(0, colon), new Kind(words[i].substring(colon + 1))));
            }
            Set<String> others = halves.length > 1 ? Set.of(halves[1].strip().split(" ")) : Set.of();
            all.put(words[0], new Density(words[0], new Kind(words[1]), List.copyOf(arguments), others));
        }
        return all;
    }
}
