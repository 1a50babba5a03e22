package thalweg.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Nearest;

/// Reads formulas by descent:
///
///     equation := sum '=' sum
///     sum      := product (('+' | '-') product)*
///     product  := signed (('*' | '/') signed)*
///     signed   := ('-' | '+') signed | power
///     power    := atom ('^' signed)?
///     atom     := number | name | function '(' sum (',' sum)* ')' | '(' sum ')'
final class Parser {
    private static final int NESTED = 200;
    private static final int DEEPEST = 500;
    private static final String OPERAND = "a number, a name or `(`";
    private static final String OPERATOR = "an operator or the end";

    private final List<Token> tokens;
    private int at;
    private int nested;
    /// The columns of parentheses that are open.
    private final Deque<Integer> open = new ArrayDeque<>();

    Parser(String text) {
        this.tokens = Tokens.of(text);
    }

    Formula formula() {
        Formula whole = sum();
        if (!peek().is("=")) {
            return end(whole);
        }
        throw new Misuse(
                "`=` in column " + peek().column(), "a formula, no equation", "leave out the left side and the `=`");
    }

    Equation equation() {
        Formula left = sum();
        if (!take("=")) {
            Misuse broken = unfinished();
            throw peek().kind() == Token.Kind.END
                    ? new Misuse("a formula without `=`", "an equation, as y = a*x", "write the left side and `=`")
                    : broken;
        }
        return new Equation(left, end(sum()));
    }

    private Formula end(Formula whole) {
        if (peek().kind() != Token.Kind.END) {
            throw unfinished();
        }
        shallow(whole);
        return whole;
    }

    private Formula sum() {
        Formula sum = product();
        while (true) {
            if (take("+")) {
                sum = new Formula.Join(Operator.ADD, sum, product());
            } else if (take("-")) {
                sum = new Formula.Join(Operator.SUBTRACT, sum, product());
            } else {
                return sum;
            }
        }
    }

    private Formula product() {
        Formula product = signed();
        while (true) {
            if (take("*")) {
                product = new Formula.Join(Operator.MULTIPLY, product, signed());
            } else if (take("/")) {
                product = new Formula.Join(Operator.DIVIDE, product, signed());
            } else {
                return product;
            }
        }
    }

    private Formula signed() {
        if (++nested > NESTED) {
            throw new Misuse(
                    "a formula nested " + NESTED + " deep in column " + peek().column(),
                    "fewer parentheses, signs and powers in one another",
                    "split it into parts");
        }
        Formula signed = take("-") ? new Formula.Apply(Function.NEGATE, signed()) : take("+") ? signed() : power();
        nested--;
        return signed;
    }

    private Formula power() {
        Formula base = atom();
        return take("^") ? new Formula.Join(Operator.POWER, base, signed()) : base;
    }

    private Formula atom() {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case NUMBER -> literal(token);
            case QUOTED -> new Formula.Name(token.text());
            case NAME -> word(token);
            case SIGN, END -> {
                if (!token.is("(")) {
                    throw missing(token);
                }
                open.push(token.column());
                Formula inner = sum();
                close();
                yield inner;
            }
        };
    }

    private static Formula literal(Token token) {
        double value = Double.parseDouble(token.text().replace('−', '-'));
        boolean vanished = value == 0 && token.text().split("[eE]", 2)[0].matches(".*[1-9].*");
        if (value == Double.POSITIVE_INFINITY || vanished) {
            throw new Misuse(
                    token.shown() + " in column " + token.column(),
                    "a number from 4.9e-324 to 1.7e308, or 0",
                    "choose another unit");
        }
        return new Formula.Literal(value);
    }

    private Formula word(Token token) {
        String word = token.text();
        if (!peek().is("(")) {
            Formula.Constant constant = Words.constant(word);
            if (constant == null && Words.isTaken(word)) {
                throw new Misuse(
                        found(peek()),
                        "`(` behind the function `" + word + "`",
                        "write " + word + "(...), or `" + word + "` in backquotes for a name");
            }
            return constant == null ? new Formula.Name(word) : constant;
        }
        Function function = Words.function(word);
        Operator operator = Words.operator(word);
        if (function == null && operator == null) {
            throw unknown(token);
        }
        open.push(peek().column());
        at++;
        List<Formula> arguments = new ArrayList<>();
        arguments.add(sum());
        while (take(",")) {
            arguments.add(sum());
        }
        close();
        return function != null && arguments.size() == 1
                ? new Formula.Apply(function, arguments.getFirst())
                : join(token, operator, arguments);
    }

    /// `min` and `max` take more than two arguments, from the left.
    private static Formula join(Token token, @Nullable Operator operator, List<Formula> arguments) {
        int n = arguments.size();
        boolean many = operator == Operator.MIN || operator == Operator.MAX;
        if (operator == null || n < 2 || n > 2 && !many) {
            throw new Misuse(
                    token.shown() + " in column " + token.column() + " with " + n
                            + (n == 1 ? " argument" : " arguments"),
                    operator == null ? "one argument" : many ? "two arguments or more" : "two arguments",
                    "separate arguments by commas, and write decimals with a point");
        }
        Formula joined = arguments.getFirst();
        for (Formula next : arguments.subList(1, n)) {
            joined = new Formula.Join(operator, joined, next);
        }
        return joined;
    }

    private void close() {
        if (!take(")")) {
            Misuse broken = unfinished();
            throw new Misuse(
                    broken.found(),
                    "`)` for the `(` in column " + open.peek()
                            + (peek().kind() == Token.Kind.END ? "" : ", or an operator"),
                    broken.todo());
        }
        open.pop();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String sign) {
        boolean there = tokens.get(at).is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private static String found(Token token) {
        return token.shown() + " in column " + token.column();
    }

    private static Misuse missing(Token token) {
        return new Misuse(
                found(token),
                OPERAND,
                token.kind() == Token.Kind.END && token.column() == 1 ? "write a formula" : "write what is missing");
    }

    /// A whole formula stands in front of what comes next.
    private Misuse unfinished() {
        Token next = peek();
        Token last = at > 0 ? tokens.get(at - 1) : next;
        String todo = switch (next.kind()) {
            case NUMBER, NAME, QUOTED -> "write `*` between factors";
            case SIGN ->
                switch (next.text()) {
                    case "(" -> "write `*` between factors";
                    case ")" -> "open a parenthesis for it, or leave it out";
                    case "," -> "write decimals with a point";
                    default -> "write one equals sign at most";
                };
            case END -> "close it";
        };
        boolean glued = last.kind() == Token.Kind.NUMBER && next.kind() == Token.Kind.NAME;
        return new Misuse(found(next), OPERATOR, glued ? "write " + last.text() + "*" + next.text() : todo);
    }

    private static Misuse unknown(Token token) {
        String word = token.text();
        String meant = Words.meant(word);
        String instead = Words.constant(word) == null ? "for a product write " + word + "*( )" : "write exp( )";
        return new Misuse(
                "the function " + token.shown() + " in column " + token.column(),
                "one of " + String.join(", ", Words.called()),
                meant != null ? "write " + meant : Nearest.advice(word, Words.called(), instead));
    }

    /// Later passes descend into the tree: long chains are refused here.
    private static void shallow(Formula whole) {
        record Place(Formula formula, int depth) {}
        Deque<Place> rest = new ArrayDeque<>(List.of(new Place(whole, 1)));
        while (!rest.isEmpty()) {
            Place place = rest.pop();
            if (place.depth > DEEPEST) {
                throw new Misuse(
                        "a chain of more than " + DEEPEST + " operators",
                        "at most " + DEEPEST,
                        "put parentheses around halves of it");
            }
            switch (place.formula) {
                case Formula.Literal _, Formula.Constant _, Formula.Name _ -> {}
                case Formula.Apply apply -> rest.push(new Place(apply.x(), place.depth + 1));
                case Formula.Join join -> {
                    rest.push(new Place(join.x(), place.depth + 1));
                    rest.push(new Place(join.y(), place.depth + 1));
                }
            }
        }
    }
}
