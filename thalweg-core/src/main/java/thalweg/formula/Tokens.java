package thalweg.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// Cuts the text of a formula into tokens.
final class Tokens {
    private static final int LONGEST = 20_000;

    private final int[] text;
    private int at;

    private Tokens(int[] text) {
        this.text = text;
    }

    /// The tokens, the last one [Token.Kind#END].
    static List<Token> of(String text) {
        if (text.length() > LONGEST) {
            throw new Misuse(
                    "a formula of " + text.length() + " characters", "at most " + LONGEST, "split it into parts");
        }
        Tokens tokens = new Tokens(text.codePoints().toArray());
        List<Token> all = new ArrayList<>();
        Token token;
        do {
            token = tokens.next();
            all.add(token);
        } while (token.kind() != Token.Kind.END);
        return all;
    }

    private Token next() {
        while (at < text.length && (Character.isWhitespace(text[at]) || Character.isSpaceChar(text[at]))) {
            at++;
        }
        int start = at;
        if (start == text.length) {
            return new Token(Token.Kind.END, "", start + 1);
        }
        int c = text[start];
        if (isDigit(c) || c == '.') {
            number();
            return token(Token.Kind.NUMBER, start, at);
        }
        if (Names.starts(c)) {
            while (at < text.length && Names.continues(text[at])) {
                at++;
            }
            return token(Token.Kind.NAME, start, at);
        }
        if (c == '`') {
            return quoted(start);
        }
        at++;
        String sign = sign(c);
        if (sign == null) {
            throw strange(c, start + 1);
        }
        if (sign.equals("*") && at < text.length && text[at] == '*') {
            at++;
            sign = "^";
        }
        return new Token(Token.Kind.SIGN, sign, start + 1);
    }

    private Token token(Token.Kind kind, int from, int to) {
        return new Token(kind, new String(text, from, to - from), from + 1);
    }

    private Token quoted(int start) {
        at++;
        while (at < text.length && text[at] != '`') {
            at++;
        }
        if (at == text.length) {
            throw new Misuse(
                    "a backquote in column " + (start + 1) + " that is not closed",
                    "a name between two backquotes",
                    "close it");
        }
        at++;
        return new Token(Token.Kind.QUOTED, new String(text, start + 1, at - start - 2), start + 1);
    }

    /// Digits with at most one point, then an exponent if digits follow it.
    private void number() {
        int digits = digits();
        if (at < text.length && text[at] == '.') {
            at++;
            digits += digits();
        }
        if (digits == 0) {
            throw new Misuse("a point in column " + at + " without digits", "a number like 0.5", "add digits");
        }
        int end = at;
        if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-' || text[at] == '−')) {
                at++;
            }
            if (digits() == 0) {
                at = end;
            }
        }
    }

    private int digits() {
        int from = at;
        while (at < text.length && isDigit(text[at])) {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable String sign(int c) {
        return switch (c) {
            case '+', '-', '*', '/', '^', '(', ')', ',', '=' -> Character.toString(c);
            case '−' -> "-";
            case '·', '×', '⋅' -> "*";
            case '÷' -> "/";
            default -> null;
        };
    }

    private static Misuse strange(int c, int column) {
        String todo = switch (c) {
            case '[', ']', '{', '}' -> "use ( and )";
            case '²' -> "write ^2";
            case '³' -> "write ^3";
            case '√' -> "write sqrt( )";
            case '!' -> "write gamma(x + 1) for x!";
            case '%' -> "divide by 100, or write x - y*floor(x/y) for the remainder";
            case '<', '>', '&', '|', '?' -> "write max, min or sign where a formula has two branches";
            case ';' -> "separate arguments by a comma";
            case '"', '\'' -> "put a name with spaces in backquotes: `my column`";
            default -> "leave it out, or put the name it belongs to in backquotes";
        };
        String shown =
                Character.isISOControl(c) || !Character.isDefined(c) || Character.getType(c) == Character.SURROGATE
                        ? String.format("the character U+%04X", c)
                        : "`" + Character.toString(c) + "`";
        return new Misuse(shown + " in column " + column, "numbers, names, + - * / ^ ( ) and commas", todo);
    }
}
