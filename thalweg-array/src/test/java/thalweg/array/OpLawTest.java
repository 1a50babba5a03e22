package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.transform.Calculus;

/// Laws that hold for every operation: derivatives to third order, forward and reverse, batches, the printed form.
class OpLawTest {
    static List<OpCases.Case> cases() {
        return OpCases.all();
    }

    @Test
    void theListOfCasesIsTheListOfOperations() {
        Set<Object> wanted = new HashSet<>();
        leaves(Op.class, wanted);
        for (OpCases.Case c : cases()) {
            wanted.remove(c.op() instanceof Enum<?> ? c.op() : c.op().getClass());
        }
        assertThat(wanted).isEmpty();
    }

    private static void leaves(Class<?> type, Set<Object> into) {
        if (type.isEnum()) {
            into.addAll(List.of(type.getEnumConstants()));
        } else if (type.isRecord()) {
            into.add(type);
        } else {
            for (Class<?> sub : type.getPermittedSubclasses()) {
                leaves(sub, into);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firstDerivativeIsTheSlope(OpCases.Case c) {
        Fixture f = new Fixture(c);
        if (!f.differentiable()) {
            return;
        }
        double slope = f.dot(Calculus.grad(f::height).apply(f.at), f.along);
        double measured = derivative(t -> f.height(f.moved(t)).value());
        close(slope, measured, 1e-9);
        close(Calculus.jvp(f::height, f.at, f.along).tangent().value(), slope, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void secondDerivativeIsTheSlopeOfTheFirst(OpCases.Case c) {
        Fixture f = new Fixture(c);
        if (!f.differentiable()) {
            return;
        }
        var grad = Calculus.grad(f::height);
        double measured = derivative(t -> f.dot(grad.apply(f.moved(t)), f.across));
        double forward = f.dot(Calculus.hessianVector(f::height, f.at).apply(f.along), f.across);
        close(forward, measured, 1e-8);
        Function<List<Tensor>, Tensor> slope = x -> inner(grad.apply(x), f.across);
        close(f.dot(Calculus.grad(slope).apply(f.at), f.along), forward, 1e-11);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thirdDerivativeIsTheSlopeOfTheSecond(OpCases.Case c) {
        Fixture f = new Fixture(c);
        if (!f.differentiable()) {
            return;
        }
        Function<List<Tensor>, Tensor> curvature =
                x -> inner(Calculus.hessianVector(f::height, x).apply(f.across), f.across);
        double measured = derivative(t -> curvature.apply(f.moved(t)).value());
        double third = f.dot(Calculus.grad(curvature).apply(f.at), f.along);
        close(third, measured, 1e-8);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBatchIsEachRow(OpCases.Case c) {
        if (c.operands().isEmpty()) {
            return;
        }
        Function<List<Tensor>, List<Tensor>> f = x -> c.op().on(x.toArray(Tensor[]::new));
        List<Tensor> first = c.operands();
        List<Tensor> second = first.stream().map(OpLawTest::changed).toList();
        List<Tensor> both = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            both.add(Tensor.stack(first.get(i), second.get(i)));
        }
        List<Tensor> made = Calculus.batch(f).apply(both);
        List<Tensor> one = f.apply(first);
        List<Tensor> two = f.apply(second);
        for (int r = 0; r < made.size(); r++) {
            assertThat(made.get(r).get(0).toArray()).containsExactly(one.get(r).toArray(), within(1e-14));
            assertThat(made.get(r).get(1).toArray()).containsExactly(two.get(r).toArray(), within(1e-14));
        }
        Function<Tensor, List<Tensor>> ofFirst = x -> {
            List<Tensor> all = new ArrayList<>(first);
            all.set(0, x);
            return f.apply(all);
        };
        List<Tensor> partial = Calculus.batch(ofFirst).apply(both.get(0));
        for (int r = 0; r < made.size(); r++) {
            assertThat(partial.get(r).get(0).toArray())
                    .containsExactly(one.get(r).toArray(), within(1e-14));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePrintReadsBack(OpCases.Case c) {
        Program program = OpCases.program(
                c.operands().stream().map(Tensor::type).toList(),
                in -> in.isEmpty() ? c.op().on() : c.op().on(in.toArray(Tensor[]::new)));
        String listing = program.listing();
        Program read = Program.parse(listing);
        assertThat(read.listing()).isEqualTo(listing);
        List<Tensor> made = read.on(c.operands());
        List<Tensor> plain = c.op().on(c.operands().toArray(Tensor[]::new));
        for (int r = 0; r < plain.size(); r++) {
            assertThat(made.get(r).toArray()).containsExactly(plain.get(r).toArray());
        }
    }

    private static Tensor changed(Tensor x) {
        return x.type().isReal() && x.count() > 0 && x.rank() > 0 && x.toArray()[0] != 1 ? x.times(1.1) : x;
    }

    private static Tensor inner(List<Tensor> a, List<Tensor> b) {
        Tensor sum = Tensor.of(0);
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)).sum());
        }
        return sum;
    }

    private static void close(double value, double reference, double tolerance) {
        assertThat(value).isCloseTo(reference, within(tolerance * Math.max(1, Math.abs(reference))));
    }

    /// The derivative at 0 by Ridders' extrapolation of central differences (Adv. Eng. Software 4 (1982) 75).
    private static double derivative(DoubleUnaryOperator f) {
        int n = 8;
        double[][] table = new double[n][n];
        double best = Double.NaN;
        double error = Double.POSITIVE_INFINITY;
        double h = 0.05;
        for (int i = 0; i < n; i++, h /= 1.6) {
            table[0][i] = (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
            double factor = 1.6 * 1.6;
            for (int j = 1; j <= i; j++, factor *= 1.6 * 1.6) {
                table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
                double change =
                        Math.max(Math.abs(table[j][i] - table[j - 1][i]), Math.abs(table[j][i] - table[j - 1][i - 1]));
                if (change < error) {
                    error = change;
                    best = table[j][i];
                }
            }
        }
        return best;
    }

    /// A curved scalar function through an operation, a place and two directions.
    private static final class Fixture {
        private final OpCases.Case c;
        private final List<Tensor> at = new ArrayList<>();
        private final List<Tensor> along = new ArrayList<>();
        private final List<Tensor> across = new ArrayList<>();

        Fixture(OpCases.Case c) {
            this.c = c;
            Key key = Key.of(7);
            for (Tensor x : c.operands()) {
                if (x.type().isReal()) {
                    int[] sizes = x.shape().sizes();
                    at.add(x);
                    along.add(Tensor.of(key.fold(2L * at.size()).normals(x.count()), sizes)
                            .times(0.3));
                    across.add(Tensor.of(key.fold(2L * at.size() + 1).normals(x.count()), sizes));
                }
            }
        }

        boolean differentiable() {
            return !at.isEmpty() && !(c.op() instanceof Control.While) && !(c.op() instanceof Identity.Stop);
        }

        Tensor height(List<Tensor> reals) {
            Tensor[] all = new Tensor[c.operands().size()];
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                all[i] = c.operands().get(i).type().isReal()
                        ? reals.get(next++)
                        : c.operands().get(i);
            }
            Tensor sum = Tensor.of(0);
            for (Tensor out : c.op().on(all)) {
                Tensor real = out.type().isReal() ? out : out.real().times(1e-18);
                Tensor weight =
                        Tensor.of(Key.of(3).normals(real.count()), real.shape().sizes());
                sum = sum.plus(real.times(weight).plus(real.square().times(0.3)).sum());
            }
            return sum;
        }

        List<Tensor> moved(double t) {
            List<Tensor> moved = new ArrayList<>();
            for (int i = 0; i < at.size(); i++) {
                moved.add(at.get(i).plus(along.get(i).times(t)));
            }
            return moved;
        }

        double dot(List<Tensor> a, List<Tensor> b) {
            return inner(a, b).value();
        }
    }
}
