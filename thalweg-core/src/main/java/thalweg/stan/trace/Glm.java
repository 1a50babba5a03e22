package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;

/// A regression density, `y ~ law(alpha + X beta, ..)`, as the law it stands for.
///
/// @param density that law
/// @param lead arguments before the design matrix
record Glm(Density density, int lead) {
    private static final Map<String, String> LAWS = Map.of(
            "normal_id_glm", "normal",
            "bernoulli_logit_glm", "bernoulli_logit",
            "binomial_logit_glm", "binomial_logit",
            "poisson_log_glm", "poisson_log",
            "neg_binomial_2_log_glm", "neg_binomial_2_log",
            "categorical_logit_glm", "categorical_logit",
            "ordered_logistic_glm", "ordered_logistic");

    static @Nullable Glm of(String name) {
        String law = LAWS.get(name);
        return law == null
                ? null
                : new Glm(Objects.requireNonNull(Density.all().get(law)), name.startsWith("binomial") ? 1 : 0);
    }

    /// The arguments of the law, outcome first.
    List<Value> arguments(List<Value> given) {
        List<Value> all = new ArrayList<>(given.subList(0, lead + 1));
        Value design = given.get(lead + 1);
        if (density.name().equals("ordered_logistic")) {
            all.add(Arithmetic.of("*", design, given.get(lead + 2)));
            all.addAll(given.subList(lead + 3, given.size()));
            return all;
        }
        Value intercept = given.get(lead + 2);
        Value slope = given.get(lead + 3);
        if (design.type().base() == StanType.Base.ROW_VECTOR) {
            Value one = Arithmetic.of("*", design, slope);
            all.add(Arithmetic.of("+", intercept, one));
        } else if (slope.type().base() == StanType.Base.MATRIX) {
            Value product = Arithmetic.of("*", design, slope);
            Operands both = Operands.of(product, intercept);
            all.add(both.result(product.type(), both.tensors()[0].plus(both.tensors()[1])));
        } else {
            Value product = Arithmetic.of("*", design, slope);
            all.add(Arithmetic.of(
                    "+", product, intercept.type().rank() == 0 ? intercept : intercept.as(product.type())));
        }
        all.addAll(given.subList(lead + 4, given.size()));
        return all;
    }
}
