package thalweg.stan.trace;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import thalweg.array.Tensor;
import thalweg.stan.density.Special;
import thalweg.stan.type.StanType;

/// Functions of all elements of a container, lane by lane.
final class Summaries {
    private Summaries() {}

    static void into(Map<String, Library.Built> all) {
        all.put("sum", a -> fold(a.get(0), true, x -> x.sum(1)));
        all.put("mean", a -> fold(a.get(0), false, x -> x.mean(1)));
        all.put("prod", a -> fold(a.get(0), true, x -> x.product(1)));
        all.put("min", a -> a.size() == 2 ? pair("min", a) : fold(a.get(0), true, x -> x.least(1)));
        all.put("max", a -> a.size() == 2 ? pair("max", a) : fold(a.get(0), true, x -> x.greatest(1)));
        all.put("variance", a -> fold(a.get(0), false, Summaries::variance));
        all.put("sd", a -> fold(a.get(0), false, x -> variance(x).sqrt()));
        all.put("norm1", a -> fold(a.get(0), false, x -> x.abs().sum(1)));
        all.put("norm2", a -> fold(a.get(0), false, x -> x.square().sum(1).sqrt()));
        all.put("dot_self", a -> fold(a.get(0), false, x -> x.square().sum(1)));
        all.put(
                "log_sum_exp",
                a -> a.size() == 2
                        ? Arithmetic.elementwise(StanType.REAL, a.get(0), a.get(1), Special::logSumExp)
                        : fold(a.get(0), false, Summaries::logSumExp));
        all.put("log_mix", Summaries::logMix);
        all.put("softmax", Library.like(t -> t.get(0).softmax(0)));
        all.put("log_softmax", Library.like(t -> t.get(0).minus(t.get(0).logSumExp(0))));
        all.put("cumulative_sum", Library.like(t -> t.get(0).prefixSum(0)));
        all.put("dot_product", Library.each(StanType.REAL, t -> t.get(0).dot(t.get(1))));
        all.put(
                "distance",
                Library.each(
                        StanType.REAL,
                        t -> t.get(0).minus(t.get(1)).square().sum().sqrt()));
        all.put(
                "squared_distance",
                Library.each(
                        StanType.REAL, t -> t.get(0).minus(t.get(1)).square().sum()));
    }

    private static Value pair(String name, List<Value> a) {
        boolean whole = a.get(0).type().isInt() && a.get(1).type().isInt();
        return Arithmetic.elementwise(
                whole ? StanType.INT : StanType.REAL,
                a.get(0),
                a.get(1),
                (x, y) -> name.equals("min") ? x.min(y) : x.max(y));
    }

    /// Folds all elements of each lane.
    private static Value fold(Value value, boolean whole, UnaryOperator<Tensor> f) {
        Operands one = Operands.of(value);
        Tensor x = one.tensors()[0];
        int lanes = one.wide()[0] ? x.size(0) : 1;
        int count = lanes == 0 ? 0 : x.count() / lanes;
        Tensor folded = f.apply(x.reshape(lanes, count));
        StanType type = whole && value.type().base() == StanType.Base.INT ? StanType.INT : StanType.REAL;
        return one.result(type, one.wide()[0] ? folded : folded.reshape());
    }

    private static Tensor variance(Tensor x) {
        int n = x.size(1);
        if (n < 2) {
            return Tensor.zeros(x.size(0));
        }
        Tensor gap = x.minus(x.mean(1).columns(n));
        return gap.square().sum(1).over(n - 1.0);
    }

    /// The log of a sum of exponentials; minus infinity where all are.
    static Tensor logSumExp(Tensor x) {
        if (x.size(1) == 2) {
            return Special.logSumExp(x.get(1, 0), x.get(1, 1));
        }
        if (x.size(1) == 0) {
            return Tensor.full(Double.NEGATIVE_INFINITY, x.size(0));
        }
        int n = x.size(1);
        Tensor top = x.greatest(1).stop();
        Tensor none = top.same(Tensor.of(Double.NEGATIVE_INFINITY));
        Tensor shift = none.select(Tensor.of(0), top);
        Tensor sum = x.minus(shift.columns(n)).exp().sum(1);
        return none.select(
                Tensor.of(Double.NEGATIVE_INFINITY),
                none.select(Tensor.of(1), sum).log().plus(shift));
    }

    private static Value logMix(List<Value> a) {
        if (a.size() == 3) {
            Operands all = Operands.of(a).aligned();
            Tensor[] t = all.tensors();
            Tensor left = t[0].log().plus(t[1]);
            Tensor right = Special.log1m(t[0]).plus(t[2]);
            return all.result(StanType.REAL, Special.logSumExp(left, right));
        }
        Value weights = a.get(0);
        Value parts = a.get(1);
        Value log = Value.of(weights.type(), weights.tensor().log(), weights.lanes(), weights.turn());
        if (parts.shape().rank() == 1) {
            return fold(Arithmetic.elementwise(StanType.VECTOR, log, parts, Tensor::plus), false, Summaries::logSumExp);
        }
        Operands both = Operands.of(log, parts);
        Tensor each = both.each(t -> logSumExp(t.get(1).plus(t.get(0))).sum());
        return Value.of(StanType.REAL, each, each.rank() > 0 ? both.lanes() : null, both.turn());
    }
}
