package thalweg.stan.density;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The laws of single numbers, by name.
public final class Laws {
    private static final Map<String, Law> ALL = join(Continuous.all(), Discrete.all());

    private Laws() {}

    /// The law of a name; null if it has none of single numbers.
    public static @Nullable Law named(String name) {
        return ALL.get(name);
    }

    private static Map<String, Law> join(Map<String, Law> one, Map<String, Law> other) {
        Map<String, Law> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
