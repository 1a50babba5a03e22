package thalweg.stan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The grammar of expressions, by precedence climbing (Stan reference manual, "Operator precedence").
final class Expressions {
    /// How tightly binary operators hold, loosest first.
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry("<=", 4),
            Map.entry(">", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6),
            Map.entry("%/%", 6),
            Map.entry(".*", 6),
            Map.entry("./", 6),
            Map.entry("\\", 7));
    private static final int SUM = 5;
    private static final Set<String> DENSITIES = Set.of("_lpdf", "_lpmf", "_lupdf", "_lupmf", "_lcdf", "_lccdf");

    private final Cursor cursor;

    Expressions(Cursor cursor) {
        this.cursor = cursor;
    }

    Expr expression() {
        Expr test = binary(1);
        if (!cursor.take("?")) {
            return test;
        }
        Expr then = expression();
        cursor.expect(":");
        Expr otherwise = expression();
        return new Expr.Choice(test.at().to(otherwise.at()), test, then, otherwise);
    }

    /// An expression without comparisons, as bounds have it.
    Expr bound() {
        return binary(SUM);
    }

    /// Expressions between commas up to a closing mark, which is taken.
    List<Expr> list(String close) {
        List<Expr> list = new ArrayList<>();
        if (cursor.take(close)) {
            return list;
        }
        do {
            list.add(expression());
        } while (cursor.take(","));
        cursor.expect(close, "expected \",\" or \"" + close + "\"");
        return list;
    }

    private Expr binary(int least) {
        Expr left = unary();
        while (cursor.peek().kind() == Token.Kind.MARK) {
            Token mark = cursor.peek();
            Integer binding = BINDING.get(mark.text());
            if (binding == null || binding < least) {
                break;
            }
            cursor.next();
            Expr right = binary(binding + 1);
            left = new Expr.Binary(left.at().to(right.at()), mark.at(), mark.text(), left, right);
        }
        return left;
    }

    private Expr unary() {
        Token mark = cursor.peek();
        if (mark.is("-") || mark.is("+") || mark.is("!")) {
            cursor.next();
            Expr of = unary();
            return new Expr.Unary(mark.at().to(of.at()), mark.text(), of);
        }
        return power();
    }

    private Expr power() {
        Expr base = postfix();
        Token mark = cursor.peek();
        if (mark.is("^") || mark.is(".^")) {
            cursor.next();
            Expr exponent = cursor.is("-") || cursor.is("+") || cursor.is("!") ? unary() : power();
            return new Expr.Binary(base.at().to(exponent.at()), mark.at(), mark.text(), base, exponent);
        }
        return base;
    }

    private Expr postfix() {
        Expr expr = primary();
        while (true) {
            Token mark = cursor.peek();
            if (mark.is("'")) {
                cursor.next();
                expr = new Expr.Transpose(expr.at().to(mark.at()), expr);
            } else if (mark.is("[")) {
                expr = index(expr);
            } else if (mark.is(".") && cursor.peek(1).kind() == Token.Kind.WHOLE) {
                cursor.next();
                Token number = cursor.next();
                expr = new Expr.Member(expr.at().to(number.at()), expr, Integer.parseInt(number.text()));
            } else if (mark.kind() == Token.Kind.REAL && mark.text().startsWith(".") && isMember(mark)) {
                cursor.next();
                int number = Integer.parseInt(mark.text().substring(1));
                expr = new Expr.Member(expr.at().to(mark.at()), expr, number);
            } else {
                return expr;
            }
        }
    }

    private boolean isMember(Token number) {
        return number.at().start() == cursor.last().at().end()
                && number.text().substring(1).chars().allMatch(Character::isDigit);
    }

    private Expr index(Expr of) {
        Span open = cursor.next().at();
        List<Expr.Subscript> subscripts = new ArrayList<>();
        List<Span> commas = new ArrayList<>();
        while (true) {
            subscripts.add(subscript());
            if (cursor.is(",")) {
                commas.add(cursor.next().at());
            } else {
                break;
            }
        }
        Token close = cursor.expect("]", "expected \",\" or \"]\"");
        return new Expr.Index(of.at().to(close.at()), open, of, subscripts, commas);
    }

    private Expr.Subscript subscript() {
        Span start = cursor.peek().at();
        if (cursor.is(",") || cursor.is("]")) {
            return new Expr.Subscript.Range(
                    new Span(start.start(), start.start(), start.line(), start.column()), null, null);
        }
        Expr from = cursor.is(":") ? null : expression();
        if (!cursor.is(":")) {
            if (from == null) {
                throw cursor.lost("found " + cursor.peek().found() + "; expected an index");
            }
            return new Expr.Subscript.Single(from.at(), from);
        }
        Span colon = cursor.next().at();
        Expr to = cursor.is(",") || cursor.is("]") ? null : expression();
        return new Expr.Subscript.Range(start.to(to == null ? colon : to.at()), from, to);
    }

    private Expr primary() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case WHOLE -> whole(cursor.next());
            case REAL -> new Expr.Real(cursor.next().at(), number(token.text()));
            case IMAGINARY -> {
                cursor.next();
                yield new Expr.Imaginary(
                        token.at(),
                        number(token.text().substring(0, token.text().length() - 1)));
            }
            case STRING, OPEN_STRING -> new Expr.Text(cursor.next().at(), token.text());
            case NAME -> named();
            case MARK -> marked();
            case END -> throw cursor.lost("found the end of the file; expected an expression");
        };
    }

    private Expr whole(Token token) {
        try {
            long value = Long.parseLong(token.text().replace("_", ""));
            if (value > Integer.MAX_VALUE) {
                cursor.error(token.at(), "found " + token.text() + "; expected an int of 32 bits; write it as real");
            }
            return new Expr.Whole(token.at(), value);
        } catch (NumberFormatException e) {
            cursor.error(token.at(), "found " + token.text() + "; expected an int of 32 bits; write it as real");
            return new Expr.Whole(token.at(), 0);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("_", ""));
    }

    private Expr named() {
        Token token = cursor.peek();
        boolean call = cursor.peek(1).is("(");
        if (Cursor.RESERVED.contains(token.text()) && !call && !token.is("lower") && !token.is("upper")) {
            throw cursor.lost("found " + token.text() + ", a reserved word; expected an expression");
        }
        cursor.next();
        Expr.Name name = new Expr.Name(token.at(), token.text());
        return call ? call(name) : name;
    }

    Expr.Call call(Expr.Name name) {
        cursor.expect("(");
        List<Expr> arguments = new ArrayList<>();
        boolean bar = false;
        if (!cursor.is(")")) {
            arguments.add(expression());
            if (cursor.take("|")) {
                bar = true;
            } else if (cursor.is(",") && isDensity(name.name())) {
                cursor.error(cursor.peek().at(), "found \",\"; expected \"|\" after the outcome of a density");
                cursor.next();
                bar = true;
            } else if (cursor.take(",")) {
                arguments.add(expression());
            }
            if (bar && !cursor.is(")")) {
                arguments.add(expression());
            }
            while (cursor.take(",")) {
                arguments.add(expression());
            }
        }
        Token close = cursor.expect(")", "expected \",\" or \")\"");
        return new Expr.Call(name.at().to(close.at()), name, arguments, bar);
    }

    private static boolean isDensity(String name) {
        int last = name.lastIndexOf('_');
        return last > 0 && DENSITIES.contains(name.substring(last));
    }

    private Expr marked() {
        Token open = cursor.peek();
        if (open.is("(")) {
            cursor.next();
            List<Expr> parts = new ArrayList<>();
            do {
                parts.add(expression());
            } while (cursor.take(","));
            if (cursor.is("=")) {
                throw cursor.lost("found \"=\"; a comparison is \"==\"");
            }
            Span at = open.at().to(cursor.expect(")").at());
            return parts.size() == 1 ? new Expr.Paren(at, parts.get(0)) : new Expr.TupleOf(at, parts);
        }
        if (open.is("{")) {
            cursor.next();
            List<Expr> elements = list("}");
            return new Expr.ArrayOf(open.at().to(cursor.last().at()), elements);
        }
        if (open.is("[")) {
            cursor.next();
            List<Expr> elements = list("]");
            return new Expr.RowOf(open.at().to(cursor.last().at()), elements);
        }
        throw cursor.lost("found " + open.found() + "; expected an expression");
    }

    /// An expression, or nothing before this mark.
    @Nullable
    Expr optional(String mark) {
        return cursor.is(mark) ? null : expression();
    }
}
