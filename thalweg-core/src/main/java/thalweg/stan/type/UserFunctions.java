package thalweg.stan.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.StanText;

/// The functions a program defines, by name and types of arguments.
public final class UserFunctions {
    /// A definition with its types.
    public record Definition(StanText.Function function, List<StanType> arguments, StanType returns) {}

    private final Map<String, List<Definition>> all = new HashMap<>();

    /// Adds a definition; an announcement and its body are one.
    ///
    /// @return whether the same was already defined
    public boolean add(StanText.Function function) {
        List<StanType> arguments =
                function.arguments().stream().map(a -> StanType.of(a.type())).toList();
        StanType returns = function.returns() == null ? StanType.VOID : StanType.of(function.returns());
        Definition made = new Definition(function, arguments, returns);
        List<Definition> known = all.computeIfAbsent(function.name().name(), n -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).arguments().equals(arguments)) {
                boolean twice = known.get(i).function().body() != null && function.body() != null;
                if (function.body() != null) {
                    known.set(i, made);
                }
                return twice;
            }
        }
        known.add(made);
        return false;
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    Set<String> names() {
        return all.keySet();
    }

    public List<Definition> named(String name) {
        return all.getOrDefault(name, List.of());
    }

    /// The definition with the fewest promotions for these arguments; null if none takes them.
    @Nullable
    public Definition resolve(String name, List<StanType> arguments) {
        Definition best = null;
        int fewest = Integer.MAX_VALUE;
        for (Definition one : named(name)) {
            int cost = one.arguments().size() == arguments.size() ? 0 : -1;
            for (int i = 0; i < arguments.size() && cost >= 0; i++) {
                int step = arguments.get(i).promotion(one.arguments().get(i));
                cost = step < 0 ? -1 : cost + step;
            }
            if (cost >= 0 && cost < fewest) {
                best = one;
                fewest = cost;
            }
        }
        return best;
    }
}
