package thalweg.stan.trace;

import thalweg.stan.text.Span;

/// A statement that cannot go on with these data: the sentence, and the place.
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Span at;

    Fault(Span at, String message) {
        super(message);
        this.at = at;
    }

    Span at() {
        return at;
    }
}
