package thalweg.stan.type;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thalweg.stan.text.Expr;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.text.Troubles;

/// What a program may do without its author having meant it.
final class Suspicions {
    private static final Set<String> POSITIVE =
            Set.of("scale", "rate", "shape", "precision", "freedom", "concentration", "successes", "failures");
    private static final Set<String> LINEAR = Set.of(
            "to_vector",
            "to_row_vector",
            "to_array_1d",
            "head",
            "tail",
            "segment",
            "col",
            "row",
            "block",
            "sub_col",
            "sub_row",
            "append_row",
            "append_col",
            "append_array",
            "diagonal",
            "transpose",
            "sum",
            "cumulative_sum",
            "reverse",
            "to_matrix");

    private final Troubles troubles;
    private final Scope scope;
    private final Typing typing;
    private final Set<String> said = new HashSet<>();

    Suspicions(Troubles troubles, Scope scope, Typing typing) {
        this.troubles = troubles;
        this.scope = scope;
        this.typing = typing;
    }

    /// A parameter that no statement reads.
    void parameters(StanText program) {
        for (Stmt statement : program.statements(StanText.Part.PARAMETERS)) {
            if (statement instanceof Stmt.Declare declare
                    && !scope.isUsed(declare.name().name())) {
                troubles.warning(
                        declare.name().at(),
                        "parameter " + declare.name().name() + " has no prior and no use; its law is flat");
            }
        }
    }

    void tilde(Stmt.Tilde tilde) {
        if (tilde.outcome().bare() instanceof Expr.Call call
                && !LINEAR.contains(call.name().name())
                && typing.parameter(call)) {
            troubles.warning(
                    tilde.outcome().at(),
                    "~ on a transform of parameters; if it is not linear, add the log of its Jacobian to target");
        }
        Density density = Density.all().get(tilde.name().name());
        if (density == null) {
            return;
        }
        List<Density.Argument> arguments = density.arguments();
        for (int i = 0; i < Math.min(arguments.size(), tilde.arguments().size()); i++) {
            if (POSITIVE.contains(arguments.get(i).role())
                    && tilde.arguments().get(i).bare() instanceof Expr.Name name) {
                Symbol symbol = scope.find(name.name());
                boolean free = symbol != null
                        && symbol.origin() == Symbol.Origin.PARAMETER
                        && symbol.text().bounds().lower() == null
                        && (symbol.text().base().equals("real")
                                || symbol.text().base().equals("vector"));
                if (free && said.add(name.name())) {
                    troubles.warning(
                            tilde.arguments().get(i).at(),
                            "parameter " + name.name() + " is the "
                                    + arguments.get(i).role() + " of " + density.name() + "; declare it with lower=0");
                }
            }
        }
    }
}
