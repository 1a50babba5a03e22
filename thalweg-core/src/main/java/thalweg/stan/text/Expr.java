package thalweg.stan.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression of a program, with its place.
public sealed interface Expr {
    Span at();

    /// A whole number.
    record Whole(Span at, long value) implements Expr {}

    /// A number with a point or an exponent.
    record Real(Span at, double value) implements Expr {}

    /// A multiple of the imaginary unit.
    record Imaginary(Span at, double value) implements Expr {}

    /// A text, for messages.
    record Text(Span at, String value) implements Expr {}

    record Name(Span at, String name) implements Expr {}

    /// `! x`, `- x`, `+ x`.
    record Unary(Span at, String op, Expr of) implements Expr {}

    /// `x'`.
    record Transpose(Span at, Expr of) implements Expr {}

    /// @param mark where the operator stands
    record Binary(Span at, Span mark, String op, Expr left, Expr right) implements Expr {}

    /// `test ? then : otherwise`.
    record Choice(Span at, Expr test, Expr then, Expr otherwise) implements Expr {}

    /// @param open where the bracket stands
    /// @param commas where the commas between subscripts stand
    record Index(Span at, Span open, Expr of, List<Subscript> subscripts, List<Span> commas) implements Expr {}

    /// @param name its function; `name.at()` is its place
    /// @param bar whether a bar parts the first argument from the others
    record Call(Span at, Name name, List<Expr> arguments, boolean bar) implements Expr {}

    /// `{a, b, ..}`.
    record ArrayOf(Span at, List<Expr> elements) implements Expr {}

    /// `[a, b, ..]`: a row vector, or a matrix of row vectors.
    record RowOf(Span at, List<Expr> elements) implements Expr {}

    /// `(a, b, ..)`.
    record TupleOf(Span at, List<Expr> elements) implements Expr {}

    /// `t.1`.
    record Member(Span at, Expr of, int number) implements Expr {}

    /// `(x)`.
    record Paren(Span at, Expr of) implements Expr {}

    /// What was no expression; the error is known.
    record Broken(Span at) implements Expr {}

    /// What stands between the commas of an index.
    sealed interface Subscript {
        Span at();

        /// One index, or several in an array.
        record Single(Span at, Expr index) implements Subscript {}

        /// `from : to`, with either end left out.
        record Range(Span at, @Nullable Expr from, @Nullable Expr to) implements Subscript {}
    }

    /// This without parentheses around it.
    default Expr bare() {
        Expr expr = this;
        while (expr instanceof Paren paren) {
            expr = paren.of();
        }
        return expr;
    }
}
