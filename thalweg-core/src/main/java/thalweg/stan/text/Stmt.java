package thalweg.stan.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of a program, with its place.
public sealed interface Stmt {
    Span at();

    /// A variable, with its value if one is given.
    record Declare(
            Span at,
            TypeText type,
            Expr.Name name,
            @Nullable Expr value) implements Stmt {}

    /// `target = value`, or with `+=` and its like.
    ///
    /// @param mark where the operator stands
    record Assign(Span at, Span mark, Expr target, String op, Expr value) implements Stmt {}

    /// `outcome ~ name(arguments) T[low, high]`.
    record Tilde(
            Span at,
            Expr outcome,
            Expr.Name name,
            List<Expr> arguments,
            boolean truncated,
            @Nullable Expr low,
            @Nullable Expr high)
            implements Stmt {}

    /// `target += value`, or `jacobian += value`.
    record Raise(Span at, boolean jacobian, Expr value) implements Stmt {}

    /// A loop over a range, or over the elements of `from` where `to` is missing.
    record For(Span at, Expr.Name name, Expr from, @Nullable Expr to, Stmt body) implements Stmt {}

    record While(Span at, Expr test, Stmt body) implements Stmt {}

    record If(Span at, Expr test, Stmt then, @Nullable Stmt otherwise) implements Stmt {}

    /// Statements in braces; `profile` names them.
    record Block(Span at, List<Stmt> statements, @Nullable String profile) implements Stmt {}

    record Return(Span at, @Nullable Expr value) implements Stmt {}

    record Break(Span at) implements Stmt {}

    record Continue(Span at) implements Stmt {}

    /// `print`, `reject` or `fatal_error`.
    record Say(Span at, String verb, List<Expr> words) implements Stmt {}

    /// A function called for its effect.
    record Invoke(Span at, Expr.Call call) implements Stmt {}

    record Empty(Span at) implements Stmt {}
}
