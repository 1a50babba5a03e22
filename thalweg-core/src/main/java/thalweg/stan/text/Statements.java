package thalweg.stan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The grammar of statements; an error loses the statement it stands in, and no more.
final class Statements {
    private static final Set<String> ASSIGN = Set.of("=", "<-", "+=", "-=", "*=", "/=", ".*=", "./=");
    private static final Set<String> SAY = Set.of("print", "reject", "fatal_error");

    private final Cursor cursor;
    private final Expressions expressions;
    private final Types types;

    Statements(Cursor cursor, Expressions expressions, Types types) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.types = types;
    }

    /// Statements up to the brace that closes the block `what`, which is taken.
    List<Stmt> until(String what, Span open) {
        List<Stmt> statements = new ArrayList<>();
        while (!cursor.take("}")) {
            if (cursor.ended()) {
                cursor.unclosed(what, open);
                break;
            }
            into(statements);
        }
        return statements;
    }

    private void into(List<Stmt> statements) {
        int start = cursor.place();
        try {
            if (types.begins()) {
                declarations(statements);
            } else {
                statements.add(statement());
            }
        } catch (Cursor.Lost lost) {
            cursor.resynchronise(start);
        }
    }

    private void declarations(List<Stmt> statements) {
        TypeText type = types.sized();
        do {
            Expr.Name name = cursor.name();
            TypeText own = type;
            if (cursor.is("[")) {
                cursor.troubles()
                        .old(
                                name.at(),
                                "array",
                                "write array[..] " + type.base() + " " + name.name() + " for " + type.base() + " "
                                        + name.name() + "[..]");
                cursor.next();
                List<Expr> dims = new ArrayList<>(expressions.list("]"));
                dims.addAll(type.dims());
                own = type.array(dims);
            }
            Expr value = null;
            if (cursor.is("=") || cursor.is("<-")) {
                arrow(cursor.next());
                value = expressions.expression();
            }
            statements.add(new Stmt.Declare(type.at(), own, name, value));
        } while (cursor.take(","));
        cursor.semicolon();
    }

    private void arrow(Token mark) {
        if (mark.is("<-")) {
            cursor.troubles().old(mark.at(), "<-", "an assignment is =, not <-");
        }
    }

    private Stmt statement() {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.NAME) {
            Stmt control = control(token);
            if (control != null) {
                return control;
            }
            if (SAY.contains(token.text()) && cursor.peek(1).is("(")) {
                return say();
            }
            if ((token.is("target") || token.is("jacobian")) && cursor.peek(1).is("+=")) {
                cursor.next();
                cursor.next();
                Expr value = expressions.expression();
                cursor.semicolon();
                return new Stmt.Raise(token.at().to(value.at()), token.is("jacobian"), value);
            }
            if (token.is("increment_log_prob") && cursor.peek(1).is("(")) {
                return increment();
            }
        }
        if (token.is("{")) {
            cursor.next();
            return new Stmt.Block(token.at(), until("of statements", token.at()), null);
        }
        if (token.is(";")) {
            return new Stmt.Empty(cursor.next().at());
        }
        return simple();
    }

    private @Nullable Stmt control(Token token) {
        return switch (token.text()) {
            case "for" -> loop();
            case "while" -> whilst();
            case "if" -> branch();
            case "return" -> result();
            case "break", "continue" -> jump();
            case "profile" -> cursor.peek(1).is("(") ? profile() : null;
            default -> null;
        };
    }

    private Stmt increment() {
        Span start = cursor.next().at();
        cursor.troubles().old(start, "increment_log_prob", "write target += x for increment_log_prob(x)");
        cursor.expect("(");
        Expr value = expressions.expression();
        cursor.expect(")");
        cursor.semicolon();
        return new Stmt.Raise(start.to(value.at()), false, value);
    }

    private Stmt loop() {
        Span start = cursor.next().at();
        cursor.expect("(");
        Expr.Name name = cursor.name();
        cursor.expect("in", "expected \"in\"");
        Expr from = expressions.expression();
        Expr to = null;
        if (cursor.take(":")) {
            to = expressions.expression();
        }
        cursor.expect(")", to == null ? "expected \":\" or \")\"" : "expected \")\"");
        return new Stmt.For(start, name, from, to, body());
    }

    private Stmt whilst() {
        Span start = cursor.next().at();
        Expr test = condition();
        return new Stmt.While(start, test, body());
    }

    private Stmt branch() {
        Span start = cursor.next().at();
        Expr test = condition();
        Stmt then = body();
        Stmt otherwise = cursor.take("else") ? body() : null;
        return new Stmt.If(start, test, then, otherwise);
    }

    private Expr condition() {
        cursor.expect("(");
        Expr test = expressions.expression();
        if (cursor.is("=")) {
            throw cursor.lost("found \"=\"; a comparison is \"==\"");
        }
        cursor.expect(")");
        return test;
    }

    private Stmt body() {
        if (types.begins()) {
            throw cursor.lost("found a declaration; expected a statement; put it in braces");
        }
        return statement();
    }

    private Stmt result() {
        Span start = cursor.next().at();
        Expr value = expressions.optional(";");
        cursor.semicolon();
        return new Stmt.Return(start, value);
    }

    private Stmt jump() {
        Token word = cursor.next();
        cursor.semicolon();
        return word.is("break") ? new Stmt.Break(word.at()) : new Stmt.Continue(word.at());
    }

    private Stmt profile() {
        Span start = cursor.next().at();
        cursor.expect("(");
        Token name = cursor.next();
        cursor.expect(")");
        Span open = cursor.expect("{").at();
        return new Stmt.Block(start, until("of statements", open), name.text());
    }

    private Stmt say() {
        Token verb = cursor.next();
        cursor.expect("(");
        List<Expr> words = expressions.list(")");
        cursor.semicolon();
        return new Stmt.Say(verb.at(), verb.text(), words);
    }

    private Stmt simple() {
        Expr left = expressions.expression();
        Token mark = cursor.peek();
        if (mark.is("~")) {
            cursor.next();
            return tilde(left);
        }
        if (ASSIGN.contains(mark.text())) {
            cursor.next();
            arrow(mark);
            Expr value = expressions.expression();
            cursor.semicolon();
            if (left instanceof Expr.Name name && name.name().equals("lp__")) {
                return raise(left, mark, value);
            }
            return new Stmt.Assign(left.at(), mark.at(), left, mark.is("<-") ? "=" : mark.text(), value);
        }
        if (left.bare() instanceof Expr.Call call) {
            cursor.semicolon();
            return new Stmt.Invoke(left.at(), call);
        }
        throw cursor.lost("found " + mark.found() + "; expected =, ~ or another assignment");
    }

    /// `lp__ <- lp__ + x`.
    private Stmt raise(Expr left, Token mark, Expr value) {
        cursor.troubles().old(left.at(), "lp__", "write target += x for lp__ <- lp__ + x");
        if (mark.is("+=")) {
            return new Stmt.Raise(left.at(), false, value);
        }
        Expr rest = without(value);
        if (rest == null) {
            cursor.error(value.at(), "found " + mark.text() + " to lp__; expected lp__ + ..; write target += ..");
            return new Stmt.Empty(left.at());
        }
        return new Stmt.Raise(left.at(), false, rest);
    }

    private static @Nullable Expr without(Expr value) {
        if (value instanceof Expr.Binary sum
                && (sum.op().equals("+") || sum.op().equals("-"))) {
            if (sum.left() instanceof Expr.Name name && name.name().equals("lp__")) {
                return sum.op().equals("+")
                        ? sum.right()
                        : new Expr.Unary(sum.right().at(), "-", sum.right());
            }
            Expr inner = without(sum.left());
            return inner == null ? null : new Expr.Binary(sum.at(), sum.mark(), sum.op(), inner, sum.right());
        }
        return null;
    }

    private Stmt tilde(Expr outcome) {
        Token word = cursor.peek();
        if (word.kind() != Token.Kind.NAME) {
            throw cursor.lost("found " + word.found() + "; expected a distribution name after ~");
        }
        cursor.next();
        Expr.Name name = new Expr.Name(word.at(), word.text());
        cursor.expect("(");
        List<Expr> arguments = expressions.list(")");
        boolean truncated = cursor.is("T") && cursor.peek(1).is("[");
        Expr low = null;
        Expr high = null;
        if (truncated) {
            cursor.next();
            cursor.next();
            low = expressions.optional(",");
            if (cursor.take(",")) {
                high = expressions.optional("]");
            }
            cursor.expect("]");
        }
        Span at = outcome.at().to(cursor.last().at());
        cursor.semicolon();
        return new Stmt.Tilde(at, outcome, name, arguments, truncated, low, high);
    }
}
