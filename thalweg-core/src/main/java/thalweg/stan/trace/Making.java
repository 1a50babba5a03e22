package thalweg.stan.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Functions that make containers.
final class Making {
    private static final StanType REALS = StanType.REAL.array(1);
    private static final StanType WHOLES = StanType.INT.array(1);

    private Making() {}

    static void into(Map<String, Library.Built> all) {
        all.put("rep_vector", a -> repeated(a, StanType.VECTOR));
        all.put("rep_row_vector", a -> repeated(a, StanType.ROW_VECTOR));
        all.put("rep_matrix", a -> {
            StanType.Base base = a.get(0).type().base();
            Operands one = Operands.of(a.get(0));
            int lead = one.wide()[0] ? 1 : 0;
            Tensor x = one.tensors()[0];
            if (base == StanType.Base.VECTOR) {
                x = x.expand(lead + 1, size(a.get(1)));
            } else if (base == StanType.Base.ROW_VECTOR) {
                x = x.expand(lead, size(a.get(1)));
            } else {
                x = x.expand(lead, size(a.get(2))).expand(lead, size(a.get(1)));
            }
            return one.result(StanType.MATRIX, x);
        });
        all.put("rep_array", a -> repeated(a, a.get(0).type().array(a.size() - 1)));
        for (double number : new double[] {0, 1}) {
            String word = number == 0 ? "zeros_" : "ones_";
            all.put(word + "vector", a -> filled(StanType.VECTOR, a, i -> number));
            all.put(word + "row_vector", a -> filled(StanType.ROW_VECTOR, a, i -> number));
            all.put(word + "array", a -> filled(REALS, a, i -> number));
            all.put(word + "int_array", a -> filled(WHOLES, a, i -> number));
        }
        all.put("uniform_simplex", a -> filled(StanType.VECTOR, a, i -> 1.0 / size(a.get(0))));
        all.put(
                "one_hot_vector",
                a -> filled(StanType.VECTOR, a, i -> i + 1 == a.get(1).index() ? 1 : 0));
        all.put(
                "one_hot_row_vector",
                a -> filled(StanType.ROW_VECTOR, a, i -> i + 1 == a.get(1).index() ? 1 : 0));
        all.put("one_hot_array", a -> filled(REALS, a, i -> i + 1 == a.get(1).index() ? 1 : 0));
        all.put(
                "one_hot_int_array",
                a -> filled(WHOLES, a, i -> i + 1 == a.get(1).index() ? 1 : 0));
        all.put("linspaced_vector", a -> spaced(StanType.VECTOR, a));
        all.put("linspaced_row_vector", a -> spaced(StanType.ROW_VECTOR, a));
        all.put("linspaced_array", a -> spaced(REALS, a));
        all.put(
                "linspaced_int_array",
                a -> filled(WHOLES, a, i -> {
                    int n = size(a.get(0));
                    int low = a.get(1).index();
                    int step = n < 2 ? 0 : (a.get(2).index() - low) / (n - 1);
                    return low + (double) i * step;
                }));
        all.put("identity_matrix", a -> Value.of(StanType.MATRIX, Tensor.unit(size(a.get(0)))));
    }

    static int size(Value value) {
        if (!value.isPlain()) {
            if (value.isKnown() && value.numbers().length > 0) {
                double first = value.numbers()[0];
                if (Arrays.stream(value.numbers()).allMatch(one -> one == first)) {
                    return (int) first;
                }
            }
            throw new NotLanes("a size that depends on the turn");
        }
        return value.index();
    }

    private static Value repeated(List<Value> a, StanType type) {
        Operands one = Operands.of(a.get(0));
        Tensor x = one.tensors()[0];
        for (int i = a.size() - 1; i >= 1; i--) {
            x = x.expand(one.wide()[0] ? 1 : 0, size(a.get(i)));
        }
        return one.result(type, x);
    }

    private static Value filled(StanType type, List<Value> a, IntToDoubleFunction number) {
        double[] numbers = new double[size(a.get(0))];
        Arrays.setAll(numbers, number);
        return Value.of(type, Tensor.vector(numbers));
    }

    private static Value spaced(StanType type, List<Value> a) {
        int n = size(a.get(0));
        double low = a.get(1).number();
        double high = a.get(2).number();
        return filled(type, a, i -> i == n - 1 ? high : low + i * ((high - low) / (n - 1)));
    }
}
