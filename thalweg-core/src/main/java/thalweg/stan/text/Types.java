package thalweg.stan.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of types, as variables and as arguments have them.
final class Types {
    private static final List<Expr> NONE = List.of();

    private final Cursor cursor;
    private final Expressions expressions;

    Types(Cursor cursor, Expressions expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /// Whether a declaration begins here: a type, or `array[..]` before one.
    boolean begins() {
        Token token = cursor.peek();
        if (token.kind() != Token.Kind.NAME) {
            return false;
        }
        if (token.is("array") && cursor.peek(1).is("[")) {
            int depth = 0;
            for (int ahead = 1; cursor.peek(ahead).kind() != Token.Kind.END; ahead++) {
                Token at = cursor.peek(ahead);
                depth += at.is("[") ? 1 : at.is("]") ? -1 : 0;
                if (depth == 0) {
                    return Cursor.TYPES.contains(cursor.peek(ahead + 1).text());
                }
            }
            return false;
        }
        return Cursor.TYPES.contains(token.text())
                && !cursor.peek(1).is("=")
                && !cursor.peek(1).is("+=");
    }

    /// The type of a variable; old array sizes stand behind its name.
    TypeText sized() {
        Span start = cursor.peek().at();
        List<Expr> dims = NONE;
        if (cursor.take("array")) {
            cursor.expect("[");
            dims = expressions.list("]");
        }
        Token base = cursor.next();
        if (!Cursor.TYPES.contains(base.text())) {
            cursor.error(base.at(), "found " + base.found() + "; expected a type");
            throw new Cursor.Lost();
        }
        List<TypeText> parts = new ArrayList<>();
        if (base.is("tuple")) {
            cursor.expect("(");
            do {
                parts.add(sized());
            } while (cursor.take(","));
            cursor.expect(")");
        }
        TypeText.Bounds bounds = bounds();
        List<Expr> sizes = cursor.take("[") ? expressions.list("]") : NONE;
        return new TypeText(start.to(cursor.last().at()), base.text(), bounds, sizes, dims, 0, parts);
    }

    private TypeText.Bounds bounds() {
        if (!cursor.take("<")) {
            return TypeText.Bounds.NONE;
        }
        Expr lower = null;
        Expr upper = null;
        Expr offset = null;
        Expr multiplier = null;
        do {
            Token word = cursor.next();
            if (!word.is("lower") && !word.is("upper") && !word.is("offset") && !word.is("multiplier")) {
                cursor.error(word.at(), "found " + word.found() + "; expected lower, upper, offset or multiplier");
                throw new Cursor.Lost();
            }
            cursor.expect("=");
            Expr value = expressions.bound();
            switch (word.text()) {
                case "lower" -> lower = value;
                case "upper" -> upper = value;
                case "offset" -> offset = value;
                default -> multiplier = value;
            }
        } while (cursor.take(","));
        cursor.expect(">", "expected \",\" or \">\"");
        return new TypeText.Bounds(lower, upper, offset, multiplier);
    }

    /// The type of an argument or a result, which has no sizes; null for `void`.
    @Nullable
    TypeText unsized() {
        Span start = cursor.peek().at();
        if (cursor.take("void")) {
            return null;
        }
        int rank = cursor.take("array") ? rank() : 0;
        Token base = cursor.next();
        if (!Cursor.TYPES.contains(base.text())) {
            cursor.error(base.at(), "found " + base.found() + "; expected a type");
            throw new Cursor.Lost();
        }
        List<TypeText> parts = new ArrayList<>();
        if (base.is("tuple")) {
            cursor.expect("(");
            do {
                TypeText part = unsized();
                if (part != null) {
                    parts.add(part);
                }
            } while (cursor.take(","));
            cursor.expect(")");
        }
        if (cursor.is("[")) {
            cursor.troubles().old(start, "array type", "write array[] " + base.text() + " for " + base.text() + "[]");
            rank += rank();
        }
        return new TypeText(start.to(cursor.last().at()), base.text(), TypeText.Bounds.NONE, NONE, NONE, rank, parts);
    }

    private int rank() {
        cursor.expect("[");
        int rank = 1;
        while (cursor.take(",")) {
            rank++;
        }
        cursor.expect("]");
        return rank;
    }
}
