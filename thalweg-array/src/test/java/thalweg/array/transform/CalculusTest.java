package thalweg.array.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.batch;
import static thalweg.array.transform.Calculus.grad;
import static thalweg.array.transform.Calculus.hessian;
import static thalweg.array.transform.Calculus.hessianVector;
import static thalweg.array.transform.Calculus.jacobian;
import static thalweg.array.transform.Calculus.jvp;
import static thalweg.array.transform.Calculus.valueAndGrad;
import static thalweg.array.transform.Calculus.vjp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.array.Tensor;

class CalculusTest {
    record Line(Tensor slope, Tensor offset, double scale) {
        Tensor at(Tensor x) {
            return x.times(slope).plus(offset).times(scale);
        }
    }

    @Test
    void nestedDerivativeSeesOnlyItsOwnArgument() {
        // d/dx [x * d/dy (x + y) at y = x] = 1
        var outer = grad((Tensor x) -> x.times(grad((Tensor y) -> x.plus(y)).apply(x)));
        assertThat(outer.apply(Tensor.of(3.7)).value()).isEqualTo(1);
    }

    @Test
    void nestedDerivativeOfAProduct() {
        // d/dx [x * d/dy (x * y * y) at y = x] = d/dx [2 x^3] = 6 x^2
        var outer = grad(
                (Tensor x) -> x.times(grad((Tensor y) -> x.times(y).times(y)).apply(x)));
        assertThat(outer.apply(Tensor.of(2)).value()).isEqualTo(24);
    }

    @Test
    void gradientOfARecordIsARecord() {
        Tensor x = Tensor.vector(1, 2, 3);
        Line line = new Line(Tensor.of(2), Tensor.of(1), 0.5);
        var both = valueAndGrad((Line l) -> l.at(x).square().sum()).apply(line);
        // sum (0.5 (2x + 1))^2 = (9 + 25 + 49) / 4, by slope: sum 2 * 0.5 (2x+1) * 0.5 x
        assertThat(both.value().value()).isEqualTo(83.0 / 4);
        assertThat(both.slope().slope().value()).isEqualTo((3 + 10 + 21) / 2.0);
        assertThat(both.slope().offset().value()).isEqualTo(15 / 2.0);
        assertThat(both.slope().scale()).isEqualTo(0.5);
    }

    @Test
    void hessianOfRosenbrock() {
        Function<Tensor, Tensor> f = v -> {
            Tensor x = v.get(0);
            Tensor y = v.get(1);
            return Tensor.of(1)
                    .minus(x)
                    .square()
                    .plus(y.minus(x.square()).square().times(100));
        };
        Tensor at = Tensor.vector(-1.2, 1);
        // closed form: [[2 - 400 (y - 3 x^2), -400 x], [-400 x, 200]]
        assertThat(hessian(f).apply(at).toArray()).containsExactly(new double[] {1330, 480, 480, 200}, within(1e-10));
        Tensor hv = hessianVector(f, at).apply(Tensor.vector(1, -2));
        assertThat(hv.toArray()).containsExactly(new double[] {370, 80}, within(1e-10));
    }

    @Test
    void jacobianByRowsAndByColumns() {
        Function<Tensor, Tensor> f =
                v -> Tensor.stack(v.get(0).times(v.get(1)), v.get(1).sin());
        double[] tall = jacobian((Tensor v) ->
                        Tensor.stack(v.get(0), v.get(0).square(), v.get(0).exp()))
                .apply(Tensor.vector(2))
                .toArray();
        assertThat(jacobian(f).apply(Tensor.vector(3, 5)).toArray())
                .containsExactly(new double[] {5, 3, 0, StrictMath.cos(5)}, within(1e-15));
        assertThat(tall).containsExactly(new double[] {1, 4, StrictMath.exp(2)}, within(1e-14));
    }

    @Test
    void batchOfGradientIsGradientOfEachRow() {
        Tensor rows = Tensor.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        Tensor each =
                batch(grad((Tensor v) -> v.get(0).times(v.get(1).square()))).apply(rows);
        assertThat(each.toArray()).containsExactly(4, 4, 16, 24, 36, 60);
        Tensor nested = batch(batch((Tensor x) -> x.square())).apply(rows);
        assertThat(nested.toArray()).containsExactly(1, 4, 9, 16, 25, 36);
    }

    @Test
    void gradientOfABatchCapturesWhatRowsShare() {
        Tensor rows = Tensor.matrix(new double[][] {{1, 2}, {3, 4}});
        var f = grad((Tensor w) ->
                batch((Tensor row) -> row.dot(w).square()).apply(rows).sum());
        // sum_n 2 (r_n . w) r_n at w = (1, 1): 6 (1, 2) + 14 (3, 4)
        assertThat(f.apply(Tensor.vector(1, 1)).toArray()).containsExactly(48, 68);
    }

    @Test
    void forwardAndReverseAlongOneDirection() {
        Function<Map<String, Tensor>, List<Tensor>> f = m ->
                List.of(part(m, "a").times(part(m, "b")).sum(), part(m, "a").exp());
        Map<String, Tensor> at = Map.of("a", Tensor.vector(0, 1), "b", Tensor.vector(2, 3));
        Map<String, Tensor> along = Map.of("a", Tensor.vector(1, 1), "b", Tensor.vector(0, 1));
        var forward = jvp(f, at, along);
        assertThat(forward.tangent().get(0).value()).isEqualTo(2 + 3 + 1);
        assertThat(forward.tangent().get(1).toArray()).containsExactly(new double[] {1, StrictMath.E}, within(1e-15));
        var back = vjp(f, at).pull().apply(List.of(Tensor.of(1), Tensor.vector(1, 0)));
        assertThat(part(back, "a").toArray()).containsExactly(3, 3);
        assertThat(part(back, "b").toArray()).containsExactly(0, 1);
    }

    @Test
    void gradientOfAVectorIsRefused() {
        assertThatThrownBy(() -> grad((Tensor x) -> x.exp()).apply(Tensor.vector(1, 2)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("f64[2]")
                .hasMessageContaining("jacobian");
    }

    @Test
    void aNumberOfATracedTensorIsRefusedWithTheLine() {
        assertThatThrownBy(() -> grad((Tensor x) -> x.value() > 0 ? x : x.neg()).apply(Tensor.of(1)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("CalculusTest.java:");
    }

    private static Tensor part(Map<String, Tensor> map, String name) {
        return Objects.requireNonNull(map.get(name));
    }
}
