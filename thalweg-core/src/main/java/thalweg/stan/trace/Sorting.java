package thalweg.stan.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Functions that order numbers; of traced numbers only the smooth ones are there.
final class Sorting {
    private Sorting() {}

    static void into(Map<String, Library.Built> all) {
        all.put("sort_asc", a -> sorted(a.get(0), 1));
        all.put("sort_desc", a -> sorted(a.get(0), -1));
        all.put("sort_indices_asc", a -> Value.wholes(order(a.get(0), 1)));
        all.put("sort_indices_desc", a -> Value.wholes(order(a.get(0), -1)));
        all.put("rank", a -> rank(a.get(0), a.get(1)));
        all.put("quantile", a -> quantile(a.get(0), a.get(1)));
    }

    private static double[] plain(Value value) {
        if (!value.isPlain()) {
            throw value.isKnown()
                    ? new NotLanes("an order of each lane")
                    : new thalweg.array.Misuse(
                            "an order of parameters in a density", "data", "order generated quantities instead");
        }
        return value.numbers();
    }

    private static int[] order(Value value, int sign) {
        double[] x = plain(value);
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sign * x[i]))
                .mapToInt(i -> i + 1)
                .toArray();
    }

    private static Value sorted(Value value, int sign) {
        double[] x = plain(value).clone();
        Arrays.sort(x);
        if (sign < 0) {
            for (int i = 0, j = x.length - 1; i < j; i++, j--) {
                double swap = x[i];
                x[i] = x[j];
                x[j] = swap;
            }
        }
        return Value.of(value.type(), Tensor.vector(x));
    }

    /// How many elements are less than element `s`.
    private static Value rank(Value value, Value s) {
        Value one = Reading.of(value, List.of(new Subscript.One(Arithmetic.of("-", s, Value.whole(1)))));
        Value less = Arithmetic.of("<", value.as(StanType.VECTOR), one);
        Operands all = Operands.of(less);
        Tensor x = all.tensors()[0];
        return all.result(StanType.INT, x.sum(x.rank() - 1));
    }

    private static Value quantile(Value value, Value p) {
        double[] x = plain(value).clone();
        Arrays.sort(x);
        double[] at = plain(p);
        double[] out = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double place = at[i] * (x.length - 1);
            int low = (int) Math.floor(place);
            int high = Math.min(low + 1, x.length - 1);
            out[i] = x[low] + (place - low) * (x[high] - x[low]);
        }
        return p.type().rank() == 0 ? Value.real(out[0]) : Value.of(StanType.REAL.array(1), Tensor.vector(out));
    }
}
