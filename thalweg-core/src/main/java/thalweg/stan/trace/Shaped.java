package thalweg.stan.trace;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.density.Joint;
import thalweg.stan.density.Ordered;
import thalweg.stan.text.Expr;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;

/// Laws of vectors whose many outcomes (of an array, or of lanes) are rows of one call.
final class Shaped {
    private static final Set<String> ROWS = Set.of(
            "multi_normal",
            "multi_normal_cholesky",
            "multi_normal_prec",
            "multi_student_t",
            "multi_student_t_cholesky");

    private Shaped() {}

    /// The density, one number a lane; null if the outcomes are to be taken one by one.
    static @Nullable Value of(Expr.Name name, Density density, List<Value> arguments) {
        Operands all = Operands.of(arguments);
        Tensor[] t = all.tensors();
        boolean[] wide = all.wide();
        String law = density.name();
        if (law.equals("ordered_logistic") || law.equals("ordered_probit")) {
            return ordered(law, all);
        }
        Joint joint = Joint.named(law);
        if (joint == null) {
            return null;
        }
        boolean category = law.equals("categorical") || law.equals("categorical_logit");
        if (category && all.rank(0) + (wide[0] ? 1 : 0) <= 1) {
            return result(all, joint.at(t[0], List.of(t[1])));
        }
        boolean last = wide[wide.length - 1];
        boolean stacked = ROWS.contains(law) && !last && all.rank(t.length - 1) == 2;
        for (int i = 0; i < t.length - 1; i++) {
            stacked &= all.rank(i) + (wide[i] ? 1 : 0) <= 2;
        }
        if (stacked) {
            return result(all, joint.at(t[0], List.of(t).subList(1, t.length)));
        }
        if (law.equals("dirichlet") && all.rank(0) + (wide[0] ? 1 : 0) <= 2) {
            boolean fine = all.rank(1) + (wide[1] ? 1 : 0) == 1 || t[1].shape().equals(t[0].shape());
            return fine ? result(all, joint.at(t[0], List.of(t[1]))) : null;
        }
        return null;
    }

    private static Value result(Operands all, Tensor each) {
        boolean lanes = all.lanes() != null && each.rank() == 1;
        return Value.of(
                StanType.REAL, lanes || each.rank() == 0 ? each : each.sum(), lanes ? all.lanes() : null, all.turn());
    }

    private static @Nullable Value ordered(String law, Operands all) {
        Tensor y = all.tensors()[0];
        Tensor eta = all.tensors()[1];
        Tensor cut = all.tensors()[2];
        if (all.wide()[2] || cut.rank() != 1 || y.rank() > 1 || eta.rank() > 1) {
            return null;
        }
        Tensor each = law.equals("ordered_logistic") ? Ordered.logistic(y, eta, cut) : Ordered.probit(y, eta, cut);
        return result(all, Objects.requireNonNull(each));
    }
}
