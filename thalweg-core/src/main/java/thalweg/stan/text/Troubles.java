package thalweg.stan.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What has been found wrong so far, at most one error a place.
public final class Troubles {
    private final List<Trouble> found = new ArrayList<>();
    private final Set<Integer> places = new HashSet<>();
    private final Set<String> old = new HashSet<>();
    private final Set<String> lost = new HashSet<>();

    /// Notes an error, unless one is known at this place.
    public void error(Span at, String message) {
        if (places.add(at.start())) {
            found.add(new Trouble(at, false, message));
        }
    }

    /// Notes a warning.
    public void warning(Span at, String message) {
        found.add(new Trouble(at, true, message));
    }

    /// Notes syntax that Stan has removed, each kind at its first place.
    void old(Span at, String kind, String message) {
        if (old.add(kind)) {
            found.add(new Trouble(at, true, message + "; accepted, and rewritten by format"));
        }
    }

    /// Notes a name whose declaration was lost by an error, so that its uses are not reported.
    void lose(String name) {
        lost.add(name);
    }

    /// Whether an earlier error may have lost a declaration of this name.
    public boolean isLost(String name) {
        return lost.contains(name);
    }

    /// Whether the program can run.
    public boolean sound() {
        return found.stream().allMatch(Trouble::warning);
    }

    /// Everything found, in the order of the text.
    public List<Trouble> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(trouble -> trouble.at().start()))
                .toList();
    }
}
