package thalweg.stan.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Built-in functions called with types: the overload with the fewest promotions, or what is wrong.
final class Overloads {
    /// What a call comes to.
    ///
    /// @param type of the result; broken where there is a message
    /// @param wrong number of the argument concerned, -1 for the call itself
    record Result(StanType type, @Nullable String message, int wrong) {
        static Result of(StanType type) {
            return new Result(type, null, -1);
        }
    }

    private static final List<String> LETTERS = List.of("x", "y", "z", "w", "u", "v");

    private Overloads() {}

    static boolean isKnown(String name) {
        return Signature.all().containsKey(name);
    }

    static Collection<String> names() {
        return Signature.all().keySet();
    }

    static boolean isSolver(String name) {
        List<Signature> all = Signature.all().get(name);
        return all != null && all.get(0).rule().equals("solver");
    }

    static Result resolve(String name, List<StanType> arguments) {
        List<Signature> all = Signature.all().getOrDefault(name, List.of());
        if (isSolver(name)) {
            return Result.of(Signature.type(all.get(0).result()));
        }
        if (arguments.stream().anyMatch(StanType::isBroken)) {
            return Result.of(broken(all));
        }
        Signature best = null;
        int fewest = Integer.MAX_VALUE;
        for (Signature one : all) {
            int cost = cost(one, arguments);
            if (cost >= 0 && cost < fewest) {
                best = one;
                fewest = cost;
            }
        }
        return best == null ? refusal(name, all, arguments) : Result.of(result(best, arguments));
    }

    private static StanType broken(List<Signature> all) {
        Set<String> results = all.stream().map(Signature::result).collect(Collectors.toSet());
        String only = results.size() == 1 ? results.iterator().next() : "";
        boolean fixed = !only.isEmpty() && Set.of("i", "r", "v", "w", "m").contains(only);
        return fixed ? Signature.type(only) : StanType.BROKEN;
    }

    private static int cost(Signature one, List<StanType> arguments) {
        List<String> kinds = one.arguments();
        boolean more = !kinds.isEmpty() && kinds.getLast().endsWith("+");
        if (more ? arguments.size() < kinds.size() : arguments.size() != kinds.size()) {
            return -1;
        }
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String kind = kinds.get(Math.min(i, kinds.size() - 1)).replace("+", "");
            StanType type = arguments.get(i);
            if (!Signature.matches(kind, type)) {
                return -1;
            }
            cost += type.base() == StanType.Base.INT && !kind.startsWith("i") && !kind.equals("A") ? 1 : 0;
        }
        return one.rule().equals("binary") && elementwise(arguments) == null ? -1 : cost;
    }

    /// The shape of an elementwise function of several containers; null if they do not agree.
    private static @Nullable StanType elementwise(List<StanType> arguments) {
        StanType shape = StanType.REAL;
        for (StanType type : arguments) {
            if (!type.isScalar()) {
                if (!shape.isScalar() && !shape.equals(type.real())) {
                    return null;
                }
                shape = type.real();
            }
        }
        return shape;
    }

    private static StanType result(Signature one, List<StanType> arguments) {
        return switch (one.rule()) {
            case "unary" -> arguments.get(0).real();
            case "binary" -> {
                StanType shape = elementwise(arguments);
                yield shape == null ? StanType.BROKEN : shape;
            }
            default ->
                switch (one.result()) {
                    case "=1" -> arguments.get(0);
                    case "*1" ->
                        arguments.stream().anyMatch(t -> t.base() == StanType.Base.REAL)
                                ? arguments.get(0).real()
                                : arguments.get(0);
                    case "array" -> arguments.get(0).array(arguments.size() - 1);
                    case "array1" ->
                        new StanType(
                                arguments.get(0).base() == StanType.Base.INT ? StanType.Base.INT : StanType.Base.REAL,
                                1,
                                List.of());
                    default -> {
                        StanType shape = one.arguments().contains("s") ? elementwise(arguments) : null;
                        yield shape != null && one.result().equals("r") ? shape : Signature.type(one.result());
                    }
                };
        };
    }

    private static Result refusal(String name, List<Signature> all, List<StanType> arguments) {
        Set<Integer> counts = new LinkedHashSet<>();
        for (Signature one : all) {
            counts.add(one.arguments().size());
        }
        boolean more = all.stream()
                .anyMatch(
                        s -> !s.arguments().isEmpty() && s.arguments().getLast().endsWith("+"));
        if (!more && !counts.contains(arguments.size())) {
            String takes = counts.stream().map(String::valueOf).collect(Collectors.joining(" or "));
            int least = all.get(0).arguments().size();
            String form = name + "(" + String.join(", ", LETTERS.subList(0, Math.min(least, 6))) + ")";
            String plural = takes.equals("1") ? " argument" : " arguments";
            return new Result(
                    StanType.BROKEN,
                    name + " takes " + takes + plural + ", found " + arguments.size() + ": " + form,
                    -1);
        }
        for (int i = 0; i < arguments.size(); i++) {
            Set<String> kinds = new LinkedHashSet<>();
            boolean fits = false;
            for (Signature one : all) {
                if (one.arguments().size() == arguments.size()) {
                    String kind = one.arguments().get(i).replace("+", "");
                    fits |= Signature.matches(kind, arguments.get(i));
                    kinds.add(Signature.spell(kind));
                }
            }
            if (!fits) {
                String expected = String.join(" or ", kinds);
                return new Result(
                        StanType.BROKEN, "found " + arguments.get(i) + "; expected " + expected + " in " + name, i);
            }
        }
        List<String> found = new ArrayList<>();
        arguments.forEach(type -> found.add(type.toString()));
        return new Result(StanType.BROKEN, "no " + name + "(" + String.join(", ", found) + ")", -1);
    }
}
