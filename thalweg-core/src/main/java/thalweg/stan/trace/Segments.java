package thalweg.stan.trace;

import java.util.List;

/// Thrown where a condition on data changes from turn to turn of a loop that carries values: where it does.
final class Segments extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Integer> starts;

    Segments(List<Integer> starts) {
        super("a condition that changes from turn to turn", null, false, false);
        this.starts = starts;
    }

    /// Numbers of turns, from 0, at which a new segment begins.
    List<Integer> starts() {
        return starts;
    }
}
