package thalweg.stan.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a trace did with the loops and densities of a program, by line.
public final class Notes {
    /// @param line of the statement
    /// @param what the loop variable or the density
    /// @param how it runs: `lanes`, `carried`, `unrolled`, `sufficient statistics`
    /// @param why it does not run in a better way; empty if it does
    public record Note(int line, String what, String how, String why) {}

    private final Map<String, Note> all = new LinkedHashMap<>();

    void add(int line, String what, String how, String why) {
        all.put(line + " " + what, new Note(line, what, how, why));
    }

    /// Everything noted, in the order of the run.
    public List<Note> all() {
        return List.copyOf(all.values());
    }
}
