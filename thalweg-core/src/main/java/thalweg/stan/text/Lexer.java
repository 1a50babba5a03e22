package thalweg.stan.text;

import java.util.ArrayList;
import java.util.List;

/// Text to words; comments are kept apart, for whoever prints the program again.
final class Lexer {
    private static final String[] MARKS = {
        "%/%", "<-", "<=", ">=", "==", "!=", "&&", "||", "+=", "-=", "*=", "/=", ".*=", "./=", ".*", "./", ".^", "{",
        "}", "(", ")", "[", "]", "<", ">", "=", "+", "-", "*", "/", "\\", "^", "'", "%", "!", "?", ":", ",", ";", "|",
        "~", "."
    };

    private final String text;
    private final Troubles troubles;
    private final List<Token> tokens = new ArrayList<>();
    private final List<StanText.Comment> comments = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean openComment;

    Lexer(String text, Troubles troubles) {
        this.text = text;
        this.troubles = troubles;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                comment(lineEnd());
            } else if (text.startsWith("/*", at)) {
                block();
            } else if (c == '#') {
                hash();
            } else if (isLetter(c)) {
                word();
            } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
                number();
            } else if (c == '"') {
                string();
            } else if (c == '@' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                annotation();
            } else {
                mark();
            }
        }
        tokens.add(new Token(Token.Kind.END, openComment ? "comment" : "", span(at, at)));
        return tokens;
    }

    List<StanText.Comment> comments() {
        return comments;
    }

    private void comment(int end) {
        comments.add(new StanText.Comment(text.substring(at, end).stripTrailing(), span(at, end)));
        at = end;
    }

    private void block() {
        int close = text.indexOf("*/", at + 2);
        Span span = span(at, close < 0 ? text.length() : close + 2);
        if (close < 0) {
            troubles.error(new Span(at, at + 2, line, at - lineStart + 1), "comment not closed");
            openComment = true;
        }
        comments.add(new StanText.Comment(text.substring(at, span.end()), span));
        for (; at < span.end(); at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void hash() {
        int end = lineEnd();
        String rest = text.substring(at, end).strip();
        if (rest.startsWith("#include")) {
            troubles.error(span(at, end), "found #include; expected one file; run with --include DIR");
            at = end;
        } else {
            troubles.old(span(at, at + 1), "#", "a comment begins with //, not #");
            comment(end);
        }
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        add(Token.Kind.NAME, start);
    }

    private void number() {
        int start = at;
        boolean real = false;
        digits();
        if (at < text.length() && text.charAt(at) == '.' && !elementwise()) {
            real = true;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int power = at + 1;
            if (power < text.length() && (text.charAt(power) == '+' || text.charAt(power) == '-')) {
                power++;
            }
            if (power < text.length() && isDigit(text.charAt(power))) {
                real = true;
                at = power;
                digits();
            }
        }
        if (at < text.length()
                && text.charAt(at) == 'i'
                && (at + 1 == text.length() || !isLetter(text.charAt(at + 1)))) {
            at++;
            add(Token.Kind.IMAGINARY, start);
        } else {
            add(real ? Token.Kind.REAL : Token.Kind.WHOLE, start);
        }
    }

    /// Whether the point belongs to an operator: `2.*x`.
    private boolean elementwise() {
        return at + 1 < text.length() && "*/^".indexOf(text.charAt(at + 1)) >= 0;
    }

    private void digits() {
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private void string() {
        int start = at;
        int end = lineEnd();
        int close = text.indexOf('"', at + 1);
        if (close < 0 || close >= end) {
            troubles.error(span(start, start + 1), "string not closed on this line");
            at = end;
            tokens.add(new Token(Token.Kind.OPEN_STRING, text.substring(start + 1, end), span(start, end)));
        } else {
            at = close + 1;
            tokens.add(new Token(Token.Kind.STRING, text.substring(start + 1, close), span(start, at)));
        }
    }

    private void annotation() {
        int start = at++;
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        troubles.warning(span(start, at), "annotation " + text.substring(start, at) + " has no meaning here; ignored");
    }

    private void mark() {
        for (String mark : MARKS) {
            if (text.startsWith(mark, at)) {
                int start = at;
                at += mark.length();
                add(Token.Kind.MARK, start);
                return;
            }
        }
        int code = text.codePointAt(at);
        int end = at + Character.charCount(code);
        troubles.error(span(at, end), "character " + Character.toString(code) + " is not Stan");
        at = end;
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), span(start, at)));
    }

    private Span span(int from, int to) {
        return new Span(from, to, line, from - lineStart + 1);
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
