package thalweg.stan.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// The built-in functions by name, on values.
final class Library {
    /// A function of values.
    @FunctionalInterface
    interface Built {
        Value at(List<Value> arguments);
    }

    private static final Map<String, Built> ALL = all();

    private Library() {}

    /// The value of a built-in function; null if there is none of this name.
    static @Nullable Value call(String name, List<Value> arguments) {
        Built built = ALL.get(name);
        return built == null ? null : built.at(arguments);
    }

    private static Map<String, Built> all() {
        Map<String, Built> all = new HashMap<>();
        Pointwise.one()
                .forEach((name, f) -> all.put(name, a -> {
                    Value x = a.get(0);
                    StanType type = x.type().real();
                    return Value.of(type, f.apply(x.tensor()), x.lanes(), x.turn());
                }));
        Pointwise.two()
                .forEach((name, f) -> all.put(
                        name,
                        a -> Arithmetic.elementwise(
                                Arithmetic.shape(a.get(0), a.get(1)).real(), a.get(0), a.get(1), f)));
        constants(all);
        Summaries.into(all);
        Making.into(all);
        Shaping.into(all);
        Algebra.into(all);
        Kernel.into(all);
        Sorting.into(all);
        return all;
    }

    private static void constants(Map<String, Built> all) {
        all.put("pi", a -> Value.real(Math.PI));
        all.put("e", a -> Value.real(Math.E));
        all.put("sqrt2", a -> Value.real(Math.sqrt(2)));
        all.put("not_a_number", a -> Value.real(Double.NaN));
        all.put("positive_infinity", a -> Value.real(Double.POSITIVE_INFINITY));
        all.put("negative_infinity", a -> Value.real(Double.NEGATIVE_INFINITY));
        all.put("machine_precision", a -> Value.real(Math.ulp(1.0)));
        all.put(
                "int_step",
                a -> Value.of(
                        StanType.INT,
                        a.get(0).tensor().greater(Tensor.of(0)),
                        a.get(0).lanes(),
                        a.get(0).turn()));
        all.put("logical_negation", a -> Arithmetic.not(a.get(0)));
        all.put("is_nan", a -> Arithmetic.not(Arithmetic.of("==", a.get(0), a.get(0))));
        all.put(
                "is_inf",
                a -> Arithmetic.of(
                        "==",
                        Value.of(
                                StanType.REAL,
                                a.get(0).tensor().abs(),
                                a.get(0).lanes(),
                                a.get(0).turn()),
                        Value.real(Double.POSITIVE_INFINITY)));
        all.put(
                "abs",
                a -> Value.of(
                        a.get(0).type(),
                        a.get(0).tensor().abs(),
                        a.get(0).lanes(),
                        a.get(0).turn()));
        all.put("fma", a -> Arithmetic.of("+", Arithmetic.of(".*", a.get(0), a.get(1)), a.get(2)));
        all.put("if_else", a -> Branches.choose(a.get(0), a.get(1), a.get(2)));
        all.put(
                "to_int",
                a -> Value.of(
                        new StanType(StanType.Base.INT, a.get(0).type().dims(), List.of()),
                        a.get(0).tensor().sign().times(a.get(0).tensor().abs().floor()),
                        a.get(0).lanes(),
                        a.get(0).turn()));
    }

    /// A function of the tensors of one lane, in every lane.
    static Built each(StanType type, java.util.function.Function<List<Tensor>, Tensor> f) {
        return a -> {
            Operands all = Operands.of(a);
            Tensor x = all.each(f);
            boolean any = false;
            for (boolean wide : all.wide()) {
                any |= wide;
            }
            return Value.of(type, x, any ? all.lanes() : null, all.turn());
        };
    }

    /// The same, with the type of the first argument.
    static Built like(java.util.function.Function<List<Tensor>, Tensor> f) {
        return a -> each(a.get(0).type(), f).at(a);
    }
}
