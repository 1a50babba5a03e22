package thalweg.stan.text;

/// A word of the language, with where it stands.
///
/// @param text as written; of a string, without its quotes
public record Token(Kind kind, String text, Span at) {
    /// What a word is.
    public enum Kind {
        NAME,
        WHOLE,
        REAL,
        IMAGINARY,
        STRING,
        /// A string that its line does not close; what follows on the line is lost.
        OPEN_STRING,
        MARK,
        END
    }

    boolean is(String mark) {
        return (kind == Kind.MARK || kind == Kind.NAME) && text.equals(mark);
    }

    /// How a message names it.
    String found() {
        return switch (kind) {
            case STRING, OPEN_STRING -> "a string";
            case END -> "the end of the file";
            case NAME, WHOLE, REAL, IMAGINARY, MARK -> kind == Kind.MARK ? "\"" + text + "\"" : text;
        };
    }
}
