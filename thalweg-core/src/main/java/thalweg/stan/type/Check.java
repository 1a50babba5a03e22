package thalweg.stan.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.text.Troubles;
import thalweg.stan.text.TypeText;

/// A program held against the rules of the language (Stan reference manual 2.39, "Program blocks", "Statements").
public final class Check {
    private final StanText program;
    private final Troubles troubles;
    private final Scope scope;
    private final UserFunctions functions = new UserFunctions();
    private final Typing typing;
    private final Declarations declarations;
    private final Suspicions suspicions;
    private StanText.@Nullable Part part;
    private StanText.@Nullable Function function;
    private int loops;

    private Check(StanText program, Troubles troubles) {
        this.program = program;
        this.troubles = troubles;
        this.scope = new Scope(program);
        this.typing = new Typing(program, troubles, scope, functions);
        this.declarations = new Declarations(program, troubles, scope, typing);
        this.suspicions = new Suspicions(troubles, scope, typing);
    }

    /// Notes everything that is wrong with a program.
    public static void of(StanText program, Troubles troubles) {
        new Check(program, troubles).all();
    }

    private void all() {
        for (StanText.Function one : program.functions()) {
            if (functions.add(one)) {
                troubles.error(one.at(), one.name().name() + " is already defined with these arguments");
            }
        }
        for (StanText.Function one : program.functions()) {
            body(one);
        }
        for (StanText.Part one : StanText.Part.values()) {
            part = one;
            boolean model = one == StanText.Part.MODEL;
            boolean random = one == StanText.Part.TRANSFORMED_DATA || one == StanText.Part.GENERATED_QUANTITIES;
            typing.calls().place(random, model || one == StanText.Part.TRANSFORMED_PARAMETERS);
            if (model) {
                scope.open();
            }
            program.statements(one).forEach(this::statement);
            if (model) {
                scope.close();
            }
        }
        suspicions.parameters(program);
    }

    private void body(StanText.Function one) {
        if (one.body() == null) {
            return;
        }
        function = one;
        String name = one.name().name();
        typing.calls().place(name.endsWith("_rng"), name.endsWith("_lp"));
        scope.open();
        for (StanText.Argument argument : one.arguments()) {
            StanType type = StanType.of(argument.type());
            boolean parameter = !argument.data() && type.base() != StanType.Base.INT;
            scope.declare(new Symbol(
                    argument.name().name(),
                    type,
                    Symbol.Origin.ARGUMENT,
                    argument.name().at(),
                    parameter,
                    argument.type()));
        }
        one.body().statements().forEach(this::statement);
        scope.close();
        if (one.returns() != null && !returns(one.body())) {
            Span at = one.body().at();
            Span last = lastCharacter(at);
            troubles.error(last, name + " may end without return; end with a return");
        }
        function = null;
    }

    private Span lastCharacter(Span at) {
        int place = at.end() - 1;
        String source = program.source();
        int start = source.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        int line = 1
                + (int) source.substring(0, place)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Span(place, place + 1, line, place - start + 1);
    }

    /// Whether every way through ends in a return.
    private static boolean returns(Stmt statement) {
        return switch (statement) {
            case Stmt.Return _ -> true;
            case Stmt.Say say -> !say.verb().equals("print");
            case Stmt.Block block -> block.statements().stream().anyMatch(Check::returns);
            case Stmt.If(Span _, Expr _, Stmt then, Stmt otherwise) ->
                otherwise != null && returns(then) && returns(otherwise);
            case Stmt.While(Span _, Expr _, Stmt body) -> returns(body);
            case Stmt.For loop -> returns(loop.body());
            default -> false;
        };
    }

    private void statement(Stmt statement) {
        switch (statement) {
            case Stmt.Declare declare -> declarations.declare(declare, part, function);
            case Stmt.Assign assign -> declarations.assign(assign, part);
            case Stmt.Tilde tilde -> tilde(tilde);
            case Stmt.Raise raise -> raise(raise);
            case Stmt.For loop -> loop(loop);
            case Stmt.While(Span _, Expr test, Stmt body) -> {
                typing.condition(test);
                inside(body);
            }
            case Stmt.If(Span _, Expr test, Stmt then, Stmt otherwise) -> {
                typing.condition(test);
                statement(then);
                if (otherwise != null) {
                    statement(otherwise);
                }
            }
            case Stmt.Block block -> {
                scope.open();
                block.statements().forEach(this::statement);
                scope.close();
            }
            case Stmt.Return result -> result(result);
            case Stmt.Break(Span at) -> jump(at, "break");
            case Stmt.Continue(Span at) -> jump(at, "continue");
            case Stmt.Say say -> say.words().forEach(typing::of);
            case Stmt.Invoke(Span at, Expr.Call call) -> {
                StanType type = typing.of(call);
                if (!type.isBroken() && type.base() != StanType.Base.VOID) {
                    troubles.error(at, "found a value of " + call.name().name() + " that nothing takes; assign it");
                }
            }
            case Stmt.Empty _ -> {}
        }
        if (statement instanceof Stmt.Declare || part != StanText.Part.DATA && part != StanText.Part.PARAMETERS) {
            return;
        }
        troubles.error(statement.at(), "only declarations in block " + part + "; move it to transformed " + part);
    }

    private void jump(Span at, String word) {
        if (loops == 0) {
            troubles.error(at, word + " outside a loop");
        }
    }

    private void inside(Stmt body) {
        loops++;
        statement(body);
        loops--;
    }

    private boolean mayRaise() {
        return part == StanText.Part.MODEL
                || function != null && function.name().name().endsWith("_lp");
    }

    private void tilde(Stmt.Tilde tilde) {
        typing.calls().tilde(tilde);
        if (tilde.low() != null) {
            typing.of(tilde.low());
        }
        if (tilde.high() != null) {
            typing.of(tilde.high());
        }
        if (!mayRaise()) {
            troubles.error(tilde.name().at(), "~ only in model and in _lp functions");
        }
        suspicions.tilde(tilde);
    }

    private void raise(Stmt.Raise raise) {
        typing.of(raise.value());
        boolean jacobian = raise.jacobian() && part == StanText.Part.TRANSFORMED_PARAMETERS;
        boolean own = function != null && function.name().name().endsWith("_jacobian");
        if (!mayRaise() && !jacobian && !own) {
            troubles.error(raise.at(), "target += only in model and in _lp functions");
        }
    }

    private void loop(Stmt.For loop) {
        StanType from = typing.of(loop.from());
        StanType element = StanType.INT;
        boolean parameter = false;
        if (loop.to() != null) {
            whole(loop.from(), from);
            whole(loop.to(), typing.of(loop.to()));
        } else if (from.rank() == 0) {
            element = from.isBroken()
                    ? from
                    : typing.broken(loop.from().at(), "found " + from + "; expected a container");
        } else {
            element = from.dims() > 0 ? from.in(from.dims() - 1) : StanType.REAL;
            parameter = typing.parameter(loop.from());
        }
        scope.open();
        declarations.fresh(loop.name());
        TypeText text = new TypeText(loop.name().at(), "int", TypeText.Bounds.NONE, List.of(), List.of(), 0, List.of());
        scope.declare(new Symbol(
                loop.name().name(), element, Symbol.Origin.LOOP, loop.name().at(), parameter, text));
        inside(loop.body());
        scope.close();
    }

    private void whole(Expr end, StanType type) {
        if (!type.isBroken() && !type.isInt()) {
            troubles.error(end.at(), "found " + type + "; expected int as the end of a range");
        }
    }

    private void result(Stmt.Return result) {
        if (function == null) {
            troubles.error(result.at(), "return outside a function");
            return;
        }
        Expr value = result.value();
        StanType wanted = function.returns() == null ? StanType.VOID : StanType.of(function.returns());
        if (value == null) {
            if (function.returns() != null) {
                troubles.error(result.at(), "found no value; expected " + wanted);
            }
            return;
        }
        StanType found = typing.of(value);
        if (found.promotion(wanted) < 0) {
            troubles.error(
                    value.at(),
                    "found " + found + "; expected " + wanted + " as the result of "
                            + function.name().name());
        }
    }

    /// The names and types of a block's variables, for those who bind data.
    public static Map<String, StanType> types(StanText program, StanText.Part part) {
        Map<String, StanType> types = new java.util.LinkedHashMap<>();
        for (Stmt statement : program.statements(part)) {
            if (statement instanceof Stmt.Declare declare) {
                types.put(declare.name().name(), StanType.of(declare.type()));
            }
        }
        return types;
    }
}
