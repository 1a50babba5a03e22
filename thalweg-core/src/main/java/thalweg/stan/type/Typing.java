package thalweg.stan.type;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Troubles;

/// The types of expressions; what is wrong with one is noted once, and its type is then broken.
final class Typing {
    private static final Set<String> LOGICAL = Set.of("||", "&&", "==", "!=", "<", "<=", ">", ">=");

    private final StanText program;
    private final Troubles troubles;
    private final Scope scope;
    private final Calls calls;

    Typing(StanText program, Troubles troubles, Scope scope, UserFunctions functions) {
        this.program = program;
        this.troubles = troubles;
        this.scope = scope;
        this.calls = new Calls(troubles, functions, this, scope);
    }

    Calls calls() {
        return calls;
    }

    StanType of(Expr expr) {
        return switch (expr) {
            case Expr.Whole _ -> StanType.INT;
            case Expr.Real _ -> StanType.REAL;
            case Expr.Imaginary _ -> StanType.of(StanType.Base.COMPLEX);
            case Expr.Text _ -> StanType.TEXT;
            case Expr.Name name -> name(name);
            case Expr.Unary unary -> unary(unary);
            case Expr.Transpose(Span at, Expr of) -> transpose(at, of(of));
            case Expr.Binary binary -> binary(binary);
            case Expr.Choice choice -> choice(choice);
            case Expr.Index index -> index(index);
            case Expr.Call call -> calls.of(call);
            case Expr.ArrayOf array -> elements(array.at(), array.elements(), true);
            case Expr.RowOf row -> elements(row.at(), row.elements(), false);
            case Expr.TupleOf tuple ->
                new StanType(
                        StanType.Base.TUPLE,
                        0,
                        tuple.elements().stream().map(this::of).toList());
            case Expr.Member member -> member(member);
            case Expr.Paren(Span _, Expr of) -> of(of);
            case Expr.Broken _ -> StanType.BROKEN;
        };
    }

    /// Whether an expression may depend on parameters.
    boolean parameter(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> {
                Symbol symbol = scope.find(name.name());
                yield symbol != null && symbol.parameter();
            }
            case Expr.Unary unary -> parameter(unary.of());
            case Expr.Transpose transpose -> parameter(transpose.of());
            case Expr.Binary binary -> parameter(binary.left()) || parameter(binary.right());
            case Expr.Choice choice ->
                parameter(choice.test()) || parameter(choice.then()) || parameter(choice.otherwise());
            case Expr.Index index -> parameter(index.of());
            case Expr.Call call ->
                !calls.isSize(call) && call.arguments().stream().anyMatch(this::parameter);
            case Expr.ArrayOf array -> array.elements().stream().anyMatch(this::parameter);
            case Expr.RowOf row -> row.elements().stream().anyMatch(this::parameter);
            case Expr.TupleOf tuple -> tuple.elements().stream().anyMatch(this::parameter);
            case Expr.Member member -> parameter(member.of());
            case Expr.Paren paren -> parameter(paren.of());
            case Expr.Whole _, Expr.Real _, Expr.Imaginary _, Expr.Text _, Expr.Broken _ -> false;
        };
    }

    StanType broken(Span at, String message) {
        troubles.error(at, message);
        return StanType.BROKEN;
    }

    private StanType name(Expr.Name name) {
        Symbol symbol = scope.find(name.name());
        scope.use(name.name());
        return symbol == null ? unknown(name) : symbol.type();
    }

    StanType unknown(Expr.Name name) {
        if (troubles.isLost(name.name())) {
            return StanType.BROKEN;
        }
        Span later = scope.later(name.name());
        if (later != null) {
            return broken(name.at(), name.name() + " is used before its declaration at " + later);
        }
        if (name.name().endsWith("__")) {
            return StanType.BROKEN;
        }
        return broken(name.at(), "unknown name " + name.name() + "; declare it first");
    }

    private StanType unary(Expr.Unary unary) {
        StanType type = of(unary.of());
        if (type.isBroken()) {
            return unary.op().equals("!") ? StanType.INT : type;
        }
        if (unary.op().equals("!")) {
            return type.isScalar() ? StanType.INT : broken(unary.at(), "no !" + type + "; compare elements");
        }
        boolean fine = type.dims() == 0 && type.base() != StanType.Base.TEXT && type.base() != StanType.Base.VOID;
        return fine ? type : broken(unary.at(), "no " + unary.op() + type + "; arrays have no arithmetic");
    }

    private StanType transpose(Span at, StanType type) {
        if (type.isBroken()) {
            return type;
        }
        if (type.dims() > 0 || type.inner() == 0) {
            return broken(at, "no transpose of " + type);
        }
        return switch (type.base()) {
            case VECTOR -> StanType.ROW_VECTOR;
            case ROW_VECTOR -> StanType.VECTOR;
            default -> type;
        };
    }

    private StanType binary(Expr.Binary binary) {
        StanType left = of(binary.left());
        StanType right = of(binary.right());
        if (LOGICAL.contains(binary.op()) && (left.isBroken() || right.isBroken())) {
            return StanType.INT;
        }
        StanType type = Operators.type(binary.op(), left, right);
        if (type == null) {
            String advice = Operators.advice(binary.op(), left, right);
            if (binary.op().equals("*") && left.inner() == 1 && left.equals(right)) {
                advice = advice.replace("a' * a", inner(binary.left(), "'", "") + " * " + text(binary.right()))
                        .replace("a * a'", text(binary.left()) + " * " + inner(binary.right(), "'", ""));
            }
            return broken(binary.mark(), "no " + left + " " + binary.op() + " " + right + advice);
        }
        if (binary.op().equals("/") && left.isInt() && right.isInt()) {
            troubles.warning(binary.mark(), "int / int is rounded towards zero; write a real number, or %/% to say so");
        }
        return type;
    }

    private String inner(Expr expr, String after, String before) {
        boolean simple = expr.bare() instanceof Expr.Name || expr instanceof Expr.Index;
        return before + (simple ? text(expr) : "(" + text(expr) + ")") + after;
    }

    String text(Expr expr) {
        return program.text(expr.at());
    }

    private StanType choice(Expr.Choice choice) {
        condition(choice.test());
        StanType then = of(choice.then());
        StanType otherwise = of(choice.otherwise());
        if (then.promotion(otherwise) >= 0) {
            return otherwise.isBroken() ? then : otherwise;
        }
        return otherwise.promotion(then) >= 0
                ? then
                : broken(choice.otherwise().at(), "found " + otherwise + "; expected " + then + " as after ?");
    }

    /// Notes a condition that is no int.
    void condition(Expr test) {
        StanType type = of(test);
        if (!type.isBroken() && !type.isInt()) {
            String todo = type.isScalar() ? "; write " + inner(test, " != 0", "") : "";
            broken(test.at(), "condition is " + type + "; expected int" + todo);
        }
    }

    private StanType index(Expr.Index index) {
        StanType type = of(index.of());
        List<Expr.Subscript> subscripts = index.subscripts();
        for (Expr.Subscript subscript : subscripts) {
            subscript(subscript);
        }
        if (type.isBroken()) {
            return type;
        }
        if (type.rank() == 0) {
            return broken(index.open(), text(index.of()) + " is " + type + " and takes no index");
        }
        if (subscripts.size() > type.rank()) {
            String indices = type.rank() == 1 ? "1 index" : type.rank() + " indices";
            return broken(
                    index.commas().get(type.rank() - 1),
                    text(index.of()) + " is " + article(type) + ": " + indices + ", found " + subscripts.size());
        }
        int dims = 0;
        int inner = type.inner();
        boolean row = true;
        boolean column = true;
        for (int i = 0; i < subscripts.size(); i++) {
            boolean single = isSingle(subscripts.get(i));
            if (i < type.dims()) {
                dims += single ? 0 : 1;
            } else if (single) {
                inner--;
                if (i == type.dims()) {
                    row = false;
                } else {
                    column = false;
                }
            }
        }
        dims += Math.max(0, type.dims() - subscripts.size());
        StanType base = switch (type.base()) {
            case MATRIX ->
                inner == 2 ? type : inner == 0 ? StanType.REAL : row && !column ? StanType.VECTOR : StanType.ROW_VECTOR;
            default -> type.inner() > 0 && inner == 0 ? StanType.REAL : type;
        };
        return base.in(dims);
    }

    private static String article(StanType type) {
        return type.dims() > 0 ? "an " + type : type.isInt() ? "an int" : "a " + type;
    }

    private void subscript(Expr.Subscript subscript) {
        switch (subscript) {
            case Expr.Subscript.Single(Span at, Expr expr) -> {
                StanType type = of(expr);
                if (!type.isBroken() && !(type.base() == StanType.Base.INT && type.dims() <= 1)) {
                    broken(at, "index is " + type + "; expected int");
                }
            }
            case Expr.Subscript.Range(Span _, Expr from, Expr to) -> {
                whole(from);
                whole(to);
            }
        }
    }

    private void whole(@Nullable Expr end) {
        if (end != null) {
            StanType type = of(end);
            if (!type.isBroken() && !type.isInt()) {
                broken(end.at(), "index is " + type + "; expected int");
            }
        }
    }

    private boolean isSingle(Expr.Subscript subscript) {
        return subscript instanceof Expr.Subscript.Single(Span _, Expr expr)
                && quiet(expr).dims() == 0;
    }

    /// The type of an expression whose errors are known.
    private StanType quiet(Expr expr) {
        return of(expr);
    }

    private StanType elements(Span at, List<Expr> elements, boolean array) {
        if (elements.isEmpty()) {
            return array
                    ? broken(at, "found {}; expected at least one element; use rep_array(0, 0)")
                    : StanType.ROW_VECTOR;
        }
        StanType all = of(elements.get(0));
        for (Expr element : elements.subList(1, elements.size())) {
            StanType type = of(element);
            if (type.promotion(all) < 0) {
                if (all.promotion(type) < 0) {
                    return broken(element.at(), "found " + type + "; expected " + all + " as before it");
                }
                all = type;
            }
        }
        if (array || all.isBroken()) {
            return all.array(1);
        }
        if (all.isScalar()) {
            return StanType.ROW_VECTOR;
        }
        return all.equals(StanType.ROW_VECTOR)
                ? StanType.MATRIX
                : broken(at, "found " + all + " in [ ]; expected real, or row_vector for the rows of a matrix");
    }

    private StanType member(Expr.Member member) {
        StanType type = of(member.of());
        if (type.isBroken()) {
            return type;
        }
        if (type.base() != StanType.Base.TUPLE || type.dims() > 0) {
            return broken(member.at(), text(member.of()) + " is " + type + "; only a tuple has ." + member.number());
        }
        return member.number() >= 1 && member.number() <= type.parts().size()
                ? type.parts().get(member.number() - 1)
                : broken(
                        member.at(),
                        "found ." + member.number() + "; expected .1 to ."
                                + type.parts().size());
    }

    /// The sizes of a value as its declaration wrote them, as `[N]`; empty if they are not plain to see.
    String sizes(Expr expr) {
        return switch (expr.bare()) {
            case Expr.Name name -> {
                Symbol symbol = scope.find(name.name());
                yield symbol == null
                                || symbol.text().sizes().isEmpty()
                                || symbol.type().dims() > 0
                        ? ""
                        : "["
                                + String.join(
                                        ", ",
                                        symbol.text().sizes().stream()
                                                .map(this::text)
                                                .toList())
                                + "]";
            }
            case Expr.Unary unary -> sizes(unary.of());
            case Expr.Transpose transpose -> sizes(transpose.of());
            case Expr.Binary binary -> {
                String left = sizes(binary.left());
                yield binary.op().equals("*") && of(binary.left()).inner() == 2
                        ? ""
                        : left.isEmpty() ? sizes(binary.right()) : left;
            }
            case Expr.Call call ->
                call.arguments().stream()
                        .map(this::sizes)
                        .filter(size -> !size.isEmpty())
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }
}
