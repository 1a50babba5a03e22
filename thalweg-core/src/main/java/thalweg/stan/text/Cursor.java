package thalweg.stan.text;

import java.util.List;
import java.util.Set;

/// A place among the words of a program, and what to do when a word is not the one that must stand there.
final class Cursor {
    /// Thrown once an error is noted, to the statement or block that can go on after it.
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("an error that is noted", null, false, false);
        }
    }

    static final Set<String> TYPES = Set.of(
            "int",
            "real",
            "complex",
            "vector",
            "row_vector",
            "matrix",
            "complex_vector",
            "complex_row_vector",
            "complex_matrix",
            "ordered",
            "positive_ordered",
            "simplex",
            "unit_vector",
            "sum_to_zero_vector",
            "sum_to_zero_matrix",
            "row_stochastic_matrix",
            "column_stochastic_matrix",
            "cholesky_factor_corr",
            "cholesky_factor_cov",
            "corr_matrix",
            "cov_matrix",
            "tuple");
    static final Set<String> RESERVED = Set.of(
            "for",
            "in",
            "while",
            "repeat",
            "until",
            "if",
            "then",
            "else",
            "true",
            "false",
            "target",
            "struct",
            "typedef",
            "export",
            "auto",
            "extern",
            "var",
            "static",
            "lower",
            "upper",
            "int",
            "real",
            "complex",
            "vector",
            "row_vector",
            "matrix",
            "complex_vector",
            "complex_row_vector",
            "complex_matrix",
            "ordered",
            "positive_ordered",
            "simplex",
            "unit_vector",
            "cholesky_factor_corr",
            "cholesky_factor_cov",
            "corr_matrix",
            "cov_matrix",
            "void",
            "return",
            "break",
            "continue",
            "functions",
            "model",
            "data",
            "parameters",
            "quantities",
            "transformed",
            "generated",
            "profile");
    private static final Set<String> SOFT = Set.of("lower", "upper", "then", "until", "repeat", "profile");

    private final Troubles troubles;
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens, Troubles troubles) {
        this.tokens = tokens;
        this.troubles = troubles;
    }

    Troubles troubles() {
        return troubles;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /// The word before this one.
    Token last() {
        return tokens.get(Math.max(0, at - 1));
    }

    int place() {
        return at;
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean is(String mark) {
        return peek().is(mark);
    }

    boolean ended() {
        return peek().kind() == Token.Kind.END;
    }

    /// Steps over a mark if it stands here.
    boolean take(String mark) {
        if (is(mark)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String mark) {
        return expect(mark, "expected \"" + mark + "\"");
    }

    Token expect(String mark, String expected) {
        if (!is(mark)) {
            throw lost("found " + peek().found() + "; " + expected);
        }
        return next();
    }

    /// The mark that ends a statement; its absence is noted where it should stand, and nothing is lost.
    void semicolon() {
        if (!take(";")) {
            error(last().at().after(), "expected \";\" after this statement");
            if (!is("}") && !startsStatement()) {
                throw new Lost();
            }
        }
    }

    /// Whether a statement plausibly begins here, on a line of its own.
    private boolean startsStatement() {
        return peek().kind() == Token.Kind.NAME
                && peek().at().line() > last().at().line();
    }

    /// A name that the program gives.
    Expr.Name name() {
        Token token = peek();
        if (token.kind() != Token.Kind.NAME) {
            throw lost("found " + token.found() + "; expected a name");
        }
        if (RESERVED.contains(token.text()) && !SOFT.contains(token.text())) {
            throw lost(token.text() + " is a reserved word");
        }
        if (token.text().endsWith("__")) {
            error(token.at(), "names may not end in \"__\"");
        }
        next();
        return new Expr.Name(token.at(), token.text());
    }

    void error(Span span, String message) {
        if (last().kind() != Token.Kind.OPEN_STRING && peek().kind() != Token.Kind.OPEN_STRING) {
            troubles.error(span, message);
        }
    }

    /// Notes an error at this word.
    Lost lost(String message) {
        error(peek().at(), message);
        return new Lost();
    }

    /// Notes that the text ends before a brace, unless a comment that is not closed took it.
    void unclosed(String what, Span open) {
        if (peek().text().isEmpty()) {
            error(peek().at(), "block " + what + " opened at " + open + " is not closed");
        }
    }

    /// Goes to the end of the statement that began at `start`: behind its semicolon, or to the brace that closes the
    /// block around it.
    void resynchronise(int start) {
        int depth = 0;
        for (int t = start; t < at; t++) {
            depth += tokens.get(t).is("{") ? 1 : tokens.get(t).is("}") ? -1 : 0;
            lose(tokens.get(t));
        }
        depth = Math.max(depth, 0);
        while (!ended()) {
            if (is("}")) {
                if (depth == 0) {
                    return;
                }
                depth--;
                next();
                if (depth == 0) {
                    return;
                }
                continue;
            }
            if (is("{")) {
                depth++;
            }
            if (depth == 0 && at > start && startsBlock()) {
                return;
            }
            lose(peek());
            if (next().is(";") && depth == 0) {
                return;
            }
        }
    }

    /// Steps over a piece in braces, its opening brace included.
    void skipBraces() {
        int depth = 0;
        while (!ended()) {
            Token token = next();
            lose(token);
            if (token.is("{")) {
                depth++;
            } else if (token.is("}") && --depth <= 0) {
                return;
            }
        }
    }

    private boolean startsBlock() {
        return (is("data") || is("model") || is("parameters") || is("functions")) && peek(1).is("{")
                || is("transformed") && (peek(1).is("data") || peek(1).is("parameters"))
                || is("generated") && peek(1).is("quantities");
    }

    private void lose(Token token) {
        if (token.kind() == Token.Kind.NAME) {
            troubles.lose(token.text());
        }
    }
}
