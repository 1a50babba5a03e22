package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.batch;
import static thalweg.array.transform.Calculus.grad;
import static thalweg.array.transform.Calculus.valueAndGrad;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Loops;
import thalweg.array.Misuse;
import thalweg.array.Tensor;

/// Recursions of statistics as loops of bytecode, forward and in reverse, against loops written by hand in Java.
class RecurrenceTest {
    private static final double[] Y = Key.of(1).normals(60);

    private static Tensor at(Tensor p, int i) {
        return p.get(i);
    }

    private static void check(Function<Tensor, Tensor> f, ToDoubleFunction<double[]> hand, double... p) {
        var compiled = Compiled.compile(valueAndGrad(f));
        String plan = compiled.plan(Tensor.vector(p)).describe();
        assertThat(plan).doesNotContain("LoopRun").doesNotContain("Fallback");
        var made = compiled.apply(Tensor.vector(p));
        assertThat(made.value().value())
                .isCloseTo(hand.applyAsDouble(p), within(1e-11 * Math.abs(hand.applyAsDouble(p))));
        for (int i = 0; i < p.length; i++) {
            double h = 1e-5;
            double[] a = p.clone();
            double[] b = p.clone();
            a[i] += h;
            b[i] -= h;
            double slope = (hand.applyAsDouble(a) - hand.applyAsDouble(b)) / (2 * h);
            assertThat(made.slope().toArray()[i]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
        Tensor rows = Tensor.matrix(p, p).times(Tensor.vector(1, 0.9).columns(p.length));
        double[] all = batch(grad(f)).apply(rows).toArray();
        double[] planned = Compiled.compile(batch(grad(f))).apply(rows).toArray();
        double[] second = grad(f).apply(Tensor.vector(p).times(0.9)).toArray();
        for (int i = 0; i < p.length; i++) {
            assertThat(all[i]).isCloseTo(made.slope().toArray()[i], within(1e-9));
            assertThat(all[p.length + i]).isCloseTo(second[i], within(1e-9 * (1 + Math.abs(second[i]))));
            assertThat(planned[p.length + i]).isCloseTo(second[i], within(1e-9 * (1 + Math.abs(second[i]))));
        }
    }

    @Test
    void autoregressionReadsItsPast() {
        // sum_t (y_t - a - b y_{t-1} - c y_{t-3})^2, the past by computed places
        Tensor y = Tensor.vector(Y);
        check(
                p -> Loops.times(57, Tensor.of(0.0), (i, s) -> {
                    Tensor t = i.plus(Tensor.whole(3));
                    Tensor mean = at(p, 0).plus(at(p, 1).times(y.gather(t.minus(Tensor.whole(1)))))
                            .plus(at(p, 2).times(y.gather(i)));
                    return s.plus(y.gather(t).minus(mean).square());
                }),
                p -> {
                    double s = 0;
                    for (int t = 3; t < 60; t++) {
                        double r = Y[t] - p[0] - p[1] * Y[t - 1] - p[2] * Y[t - 3];
                        s += r * r;
                    }
                    return s;
                },
                0.1,
                0.4,
                -0.3);
    }

    @Test
    void garch() {
        Tensor y = Tensor.vector(Y);
        check(
                p -> {
                    Tensor r = y.minus(at(p, 0).expand(0, 60)).square();
                    Tensor v = Loops.scan(59, Tensor.of(0.25), r.slice(0, 0, 59), (i, s, row) -> {
                                Tensor next = at(p, 1).plus(at(p, 2).times(row)).plus(at(p, 3).times(s));
                                return new Loops.Scan<>(next, next);
                            })
                            .rows();
                    return v.log().plus(r.slice(0, 1, 60).over(v)).sum().times(-0.5);
                },
                p -> {
                    double v = 0.25;
                    double total = 0;
                    for (int t = 1; t < 60; t++) {
                        v = p[1] + p[2] * (Y[t - 1] - p[0]) * (Y[t - 1] - p[0]) + p[3] * v;
                        total -= 0.5 * (StrictMath.log(v) + (Y[t] - p[0]) * (Y[t] - p[0]) / v);
                    }
                    return total;
                },
                0.1,
                0.5,
                0.3,
                0.2);
    }

    @Test
    void theForwardAlgorithm() {
        Tensor y = Tensor.vector(Y);
        check(
                p -> {
                    Tensor stay = p.slice(0, 0, 2).logistic();
                    Tensor log = Tensor.concatenate(0, List.of(stay, stay.neg().plus(1)))
                            .log()
                            .reshape(2, 2);
                    // element (j, k): from state j to k
                    Tensor move = Tensor.concatenate(
                            0,
                            List.of(
                                    log.slice(1, 0, 1).reshape(1, 2),
                                    log.slice(1, 1, 2).flip(0).reshape(1, 2)));
                    Tensor e = y.expand(1, 2)
                            .minus(p.slice(0, 2, 4).expand(0, 60))
                            .square()
                            .times(-0.5);
                    Tensor end = Loops.scan(
                                    60,
                                    Tensor.zeros(2),
                                    e,
                                    (i, s, row) -> new Loops.Scan<>(
                                            s.expand(1, 2)
                                                    .plus(move)
                                                    .logSumExp(0)
                                                    .plus(row),
                                            List.<Tensor>of()))
                            .state();
                    return end.logSumExp(0);
                },
                p -> {
                    double[] stay = {1 / (1 + StrictMath.exp(-p[0])), 1 / (1 + StrictMath.exp(-p[1]))};
                    double a = StrictMath.log(stay[0]);
                    double b = StrictMath.log(1 - stay[0]);
                    double c = StrictMath.log(stay[1]);
                    double d = StrictMath.log(1 - stay[1]);
                    double[][] table = {{a, b}, {d, c}};
                    double[] s = new double[2];
                    for (int t = 0; t < 60; t++) {
                        double[] next = new double[2];
                        for (int k = 0; k < 2; k++) {
                            next[k] = StrictMath.log(
                                            StrictMath.exp(s[0] + table[0][k]) + StrictMath.exp(s[1] + table[1][k]))
                                    - 0.5 * (Y[t] - p[2 + k]) * (Y[t] - p[2 + k]);
                        }
                        s = next;
                    }
                    return StrictMath.log(StrictMath.exp(s[0]) + StrictMath.exp(s[1]));
                },
                0.4,
                -0.3,
                -0.5,
                0.8);
    }

    @Test
    void effectsOfGroupsByIndexAndTheirSlopes() {
        // sum_t (y_t - e[g_t])^2: the reverse of reading at a place is adding there
        Tensor y = Tensor.vector(Y);
        long[] group = Key.of(2).integers(60, 4);
        check(
                p -> Loops.scan(
                                60,
                                Tensor.of(0.0),
                                List.of(y, Tensor.wholes(group)),
                                (i, s, row) -> new Loops.Scan<>(
                                        s.plus(row.get(0)
                                                .minus(p.gather(row.get(1)))
                                                .square()),
                                        List.<Tensor>of()))
                        .state(),
                p -> {
                    double s = 0;
                    for (int t = 0; t < 60; t++) {
                        s += (Y[t] - p[(int) group[t]]) * (Y[t] - p[(int) group[t]]);
                    }
                    return s;
                },
                0.1,
                -0.2,
                0.3,
                0.7);
    }

    @Test
    void aPlaceOutsideIsRefused() {
        Tensor y = Tensor.vector(Y);
        var f = Compiled.compile((Tensor x) ->
                Loops.times(10, x, (i, s) -> s.plus(y.gather(i.plus(Tensor.whole(55))))));
        assertThatThrownBy(() -> f.apply(Tensor.of(0.0)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("index 60")
                .hasMessageContaining("0 .. 59");
    }
}
