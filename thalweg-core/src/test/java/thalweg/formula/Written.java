package thalweg.formula;

import java.util.List;
import thalweg.array.Key;

/// Random formulas of the tests, the same for the same key.
final class Written {
    private static final List<String> NAMES =
            List.of("x", "y", "b1", "x_max", "α", "x₁", "gamma", "e", "sepal length", "int", "S", "sqrt", "übermaß");

    private final Key key;
    private long drawn;

    Written(Key key) {
        this.key = key;
    }

    int below(int bound) {
        return (int) key.integer(drawn++, bound);
    }

    /// A formula of about `size` parts.
    Formula formula(int size) {
        if (size <= 1) {
            return leaf();
        }
        if (below(3) == 0) {
            List<Function> functions = List.of(Function.values());
            return new Formula.Apply(functions.get(below(functions.size())), formula(size - 1));
        }
        List<Operator> operators = List.of(Operator.values());
        Operator operator = operators.get(below(operators.size()));
        int left = 1 + below(size - 1);
        return operator == Operator.POLYGAMMA
                ? new Formula.Join(operator, new Formula.Literal(below(4)), formula(size - 1))
                : new Formula.Join(operator, formula(left), formula(size - left));
    }

    private Formula leaf() {
        return switch (below(8)) {
            case 0 -> Formula.Constant.PI;
            case 1 -> Formula.Constant.E;
            case 2 -> new Formula.Literal(below(10));
            case 3 -> new Formula.Literal(Double.longBitsToDouble(key.bits(drawn++) & 0x7fdf_ffff_ffff_ffffL));
            default -> new Formula.Name(NAMES.get(below(NAMES.size())));
        };
    }
}
