package thalweg.formula;

/// A piece of a formula's text.
///
/// @param text as it stands there; a name without its backquotes, an operator in its plain spelling
/// @param column of its first character, from 1
record Token(Kind kind, String text, int column) {
    enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        /// `+ - * / ^ ( ) , =`
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// How a message calls it.
    String shown() {
        return kind == Kind.END ? "the end" : "`" + text + "`";
    }
}
