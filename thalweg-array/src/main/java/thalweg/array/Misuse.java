package thalweg.array;

/// A call or an input that cannot be served: what was found, what was expected, what to do about it.
///
/// Numerics that end badly are never a `Misuse`; they are an ending with a sentence in it.
public final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String found;
    private final String expected;
    private final String todo;

    /// @param found what stood there, in the user's words
    /// @param expected what would have been right
    /// @param todo the next thing to try
    public Misuse(String found, String expected, String todo) {
        super(found + "; expected " + expected + "; " + todo);
        this.found = found;
        this.expected = expected;
        this.todo = todo;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }

    public String todo() {
        return todo;
    }
}
