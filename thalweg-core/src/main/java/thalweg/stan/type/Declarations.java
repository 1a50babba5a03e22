package thalweg.stan.type;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.text.Troubles;
import thalweg.stan.text.TypeText;

/// Declarations and assignments, checked.
final class Declarations {
    private static final Set<String> MATRICES = Set.of(
            "matrix", "complex_matrix", "sum_to_zero_matrix", "row_stochastic_matrix", "column_stochastic_matrix");
    private static final Set<String> SCALARS = Set.of("int", "real", "complex", "tuple");

    private final StanText program;
    private final Troubles troubles;
    private final Scope scope;
    private final Typing typing;

    Declarations(StanText program, Troubles troubles, Scope scope, Typing typing) {
        this.program = program;
        this.troubles = troubles;
        this.scope = scope;
        this.typing = typing;
    }

    /// Notes a name that is taken.
    void fresh(Expr.Name name) {
        Symbol known = scope.find(name.name());
        if (known != null) {
            troubles.error(name.at(), name.name() + " is already declared at " + known.at());
        }
    }

    void declare(Stmt.Declare declare, StanText.@Nullable Part part, StanText.@Nullable Function function) {
        Expr.Name name = declare.name();
        TypeText text = declare.type();
        StanType type = StanType.of(text);
        fresh(name);
        sizes(declare, part);
        bounds(text.bounds());
        if (part == StanText.Part.PARAMETERS && type.base() == StanType.Base.INT) {
            troubles.error(name.at(), "a parameter must be real-valued; sum the int out of the density");
        }
        if (type.base() == StanType.Base.COMPLEX) {
            troubles.error(text.at(), "complex types are not supported yet; keep real and imaginary parts apart");
        }
        boolean local = function != null || part == StanText.Part.MODEL || !isOutermost(declare, part);
        if (declare.value() != null) {
            if (!local && (part == StanText.Part.DATA || part == StanText.Part.PARAMETERS)) {
                troubles.error(declare.value().at(), "found a value; expected none in block " + part);
            }
            value(declare, type);
        }
        Symbol.Origin origin = local || part == null ? Symbol.Origin.LOCAL : origin(part);
        boolean block = part == StanText.Part.PARAMETERS
                || part == StanText.Part.TRANSFORMED_PARAMETERS
                || part == StanText.Part.MODEL
                || function != null;
        boolean parameter = block && type.base() != StanType.Base.INT;
        scope.declare(new Symbol(name.name(), type, origin, name.at(), parameter, text));
    }

    private boolean isOutermost(Stmt.Declare declare, StanText.@Nullable Part part) {
        if (part == null) {
            return false;
        }
        for (Stmt statement : program.statements(part)) {
            if (statement.equals(declare)) {
                return true;
            }
        }
        return false;
    }

    private static Symbol.Origin origin(StanText.Part part) {
        return switch (part) {
            case DATA -> Symbol.Origin.DATA;
            case TRANSFORMED_DATA -> Symbol.Origin.TRANSFORMED_DATA;
            case PARAMETERS -> Symbol.Origin.PARAMETER;
            case TRANSFORMED_PARAMETERS -> Symbol.Origin.TRANSFORMED_PARAMETER;
            case GENERATED_QUANTITIES -> Symbol.Origin.GENERATED;
            case MODEL -> Symbol.Origin.LOCAL;
        };
    }

    private void sizes(Stmt.Declare declare, StanText.@Nullable Part part) {
        TypeText text = declare.type();
        Span at = declare.name().at();
        String base = text.base();
        int wanted = SCALARS.contains(base) ? 0 : MATRICES.contains(base) ? 2 : 1;
        int found = text.sizes().size();
        boolean two = base.equals("cholesky_factor_cov") && found == 2;
        if (found != wanted && !two) {
            if (found == 0) {
                String form = wanted == 1 ? "[N]" : "[N, M]";
                troubles.error(
                        at,
                        base + " needs " + (wanted == 1 ? "a size" : "sizes") + ": " + base + form + " "
                                + declare.name().name());
            } else {
                troubles.error(
                        text.sizes().get(0).at(),
                        base + " takes " + (wanted == 0 ? "no size" : wanted == 1 ? "1 size" : "2 sizes") + ", found "
                                + found);
            }
        }
        for (List<Expr> list : List.of(text.dims(), text.sizes())) {
            for (Expr size : list) {
                StanType type = typing.of(size);
                if (!type.isBroken() && !type.isInt()) {
                    troubles.error(size.at(), "size is " + type + "; expected int");
                } else if (part != null && part != StanText.Part.MODEL && typing.parameter(size)) {
                    troubles.error(size.at(), "size depends on parameters; expected data");
                }
            }
        }
    }

    private void bounds(TypeText.Bounds bounds) {
        for (Expr bound : new @Nullable Expr[] {bounds.lower(), bounds.upper(), bounds.offset(), bounds.multiplier()}) {
            if (bound != null) {
                StanType type = typing.of(bound);
                if (type.base() == StanType.Base.TEXT || type.base() == StanType.Base.VOID) {
                    troubles.error(bound.at(), "found " + type + "; expected real");
                }
            }
        }
    }

    private void value(Stmt.Declare declare, StanType type) {
        Expr value = declare.value();
        if (value == null) {
            return;
        }
        StanType found = typing.of(value);
        if (found.promotion(type) >= 0) {
            return;
        }
        String todo = "";
        if (found.dims() == 0 && found.base() != StanType.Base.TEXT && found.base() != StanType.Base.VOID) {
            String sizes = typing.sizes(value);
            if (found.isScalar() && type.dims() == 0 && type.isScalar() || !sizes.isEmpty()) {
                todo = "; declare " + declare.name().name() + " as " + found + sizes;
            }
        }
        troubles.error(value.at(), "found " + found + "; expected " + type + todo);
    }

    void assign(Stmt.Assign assign, StanText.@Nullable Part part) {
        Expr target = assign.target();
        if (target instanceof Expr.TupleOf tuple) {
            StanType found = typing.of(assign.value());
            for (int i = 0; i < tuple.elements().size(); i++) {
                writable(root(tuple.elements().get(i)), assign, part);
            }
            typing.of(target);
            if (!found.isBroken() && found.base() != StanType.Base.TUPLE) {
                troubles.error(assign.value().at(), "found " + found + "; expected a tuple");
            }
            return;
        }
        Expr.Name root = root(target);
        if (root == null) {
            troubles.error(target.at(), "found an expression; expected a variable, or elements of one");
            return;
        }
        if (!writable(root, assign, part)) {
            return;
        }
        StanType type = typing.of(target);
        StanType found = typing.of(assign.value());
        if (type.isBroken() || found.isBroken()) {
            return;
        }
        if (assign.op().equals("=")) {
            if (found.promotion(type) < 0) {
                troubles.error(assign.value().at(), "found " + found + "; expected " + type);
            }
            return;
        }
        String op = assign.op().substring(0, assign.op().length() - 1);
        StanType result = Operators.type(op, type, found);
        if (result == null || result.promotion(type) < 0) {
            troubles.error(
                    assign.mark(), "no " + type + " " + assign.op() + " " + found + Operators.advice(op, type, found));
        }
    }

    private static Expr.@Nullable Name root(Expr target) {
        return switch (target.bare()) {
            case Expr.Name name -> name;
            case Expr.Index index -> root(index.of());
            case Expr.Member member -> root(member.of());
            default -> null;
        };
    }

    /// Whether a variable may be written here; what is wrong is noted.
    private boolean writable(Expr.@Nullable Name root, Stmt.Assign assign, StanText.@Nullable Part part) {
        if (root == null) {
            return false;
        }
        Symbol symbol = scope.find(root.name());
        if (symbol == null) {
            typing.unknown(root);
            typing.of(assign.value());
            return false;
        }
        String todo = switch (symbol.origin()) {
            case DATA -> " and cannot be assigned; copy it into a local variable";
            case PARAMETER, LOOP, ARGUMENT -> " and cannot be assigned";
            case TRANSFORMED_DATA -> part == StanText.Part.TRANSFORMED_DATA ? "" : outside("transformed data");
            case TRANSFORMED_PARAMETER ->
                part == StanText.Part.TRANSFORMED_PARAMETERS ? "" : outside("transformed parameters");
            case GENERATED, LOCAL -> "";
        };
        if (!todo.isEmpty()) {
            boolean argument = symbol.origin() == Symbol.Origin.ARGUMENT;
            troubles.error(argument ? assign.mark() : root.at(), root.name() + " is " + symbol.origin() + todo);
        }
        return todo.isEmpty();
    }

    private static String outside(String block) {
        return " and cannot be assigned outside block " + block;
    }
}
