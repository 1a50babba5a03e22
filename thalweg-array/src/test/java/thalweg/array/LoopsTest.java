package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.batch;
import static thalweg.array.transform.Calculus.grad;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LoopsTest {
    @Test
    void compoundInterestAndItsDerivative() {
        // (1 + r)^10, slope 10 (1 + r)^9
        var f = (Function<Tensor, Tensor>) r -> Loops.times(10, Tensor.of(1), (i, s) -> s.times(r.plus(1)));
        assertThat(f.apply(Tensor.of(0.1)).value()).isCloseTo(2.5937424601, within(1e-12));
        assertThat(grad(f).apply(Tensor.of(0.1)).value()).isCloseTo(10 * Math.pow(1.1, 9), within(1e-12));
        assertThat(grad(grad(f)).apply(Tensor.of(0.1)).value()).isCloseTo(90 * Math.pow(1.1, 8), within(1e-11));
    }

    @Test
    void aScanGivesItsRowsAndIsDifferentiable() {
        Tensor x = Tensor.vector(1, 2, 3, 4);
        var f = (Function<Tensor, Tensor>) rows -> Loops.scan(
                        4, Tensor.of(0), rows, (i, s, row) -> new Loops.Scan<>(s.plus(row), s.plus(row)))
                .rows();
        assertThat(f.apply(x).toArray()).containsExactly(1, 3, 6, 10);
        assertThat(grad((Tensor v) -> f.apply(v).sum()).apply(x).toArray()).containsExactly(4, 3, 2, 1);
    }

    @Test
    void aLongLoopIsCutAndKeepsItsDerivative() {
        // 600 turns of 4096 numbers are more than is kept: x_{n+1} = x_n cos(c) for 600 turns, and a row of sums
        int n = 600;
        Tensor start = Tensor.of(Key.of(4).normals(4096), 4096);
        var f = (Function<Tensor, Tensor>) c -> {
            var scan = Loops.scan(
                    n,
                    start,
                    Tensor.full(1, n),
                    (i, s, one) -> new Loops.Scan<>(
                            s.times(c.cos()), s.sum().times(one).times(i.real())));
            return scan.state().sum().plus(scan.rows().sum());
        };
        double c = 0.01;
        double total = start.sum().value();
        double expected = -n * Math.pow(Math.cos(c), n - 1) * Math.sin(c);
        for (int i = 1; i < n; i++) {
            expected -= i * (double) i * Math.pow(Math.cos(c), i - 1) * Math.sin(c);
        }
        double slope = grad(f).apply(Tensor.of(c)).value();
        assertThat(slope).isCloseTo(expected * total, within(1e-9 * Math.abs(expected * total)));
    }

    @Test
    void whileDoublesUntilItIsLarge() {
        var f = (UnaryOperator<Tensor>) x -> Loops.whilst(x, s -> s.less(Tensor.of(100)), s -> s.times(2));
        assertThat(f.apply(Tensor.of(3)).value()).isEqualTo(192);
        assertThat(batch(f).apply(Tensor.vector(3, 70, 101)).toArray()).containsExactly(192, 140, 101);
        assertThatThrownBy(() -> grad(f).apply(Tensor.of(3)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("while")
                .hasMessageContaining("LoopsTest.java:");
    }

    @Test
    void aBranchRunsOneSideAndDifferentiatesIt() {
        Tensor shift = Tensor.of(3);
        var f = (UnaryOperator<Tensor>)
                x -> Loops.choose(x.greater(Tensor.of(0)), x, a -> a.square().plus(shift), a -> a.times(-5));
        assertThat(f.apply(Tensor.of(2)).value()).isEqualTo(7);
        assertThat(grad(f).apply(Tensor.of(2)).value()).isEqualTo(4);
        assertThat(grad(f).apply(Tensor.of(-2)).value()).isEqualTo(-5);
        assertThat(batch(grad(f)).apply(Tensor.vector(2, -2)).toArray()).containsExactly(4, -5);
    }

    @Test
    void aStateThatChangesItsTypeIsRefused() {
        assertThatThrownBy(() -> Loops.times(3, Tensor.of(1), (i, s) -> s.expand(0, 2)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("f64[2]")
                .hasMessageContaining("LoopsTest.java:");
    }

    @Test
    void customFunctionsUseTheirOwnPullback() {
        Type scalar = Type.reals();
        Program sine = OpCases.program(List.of(scalar), in -> List.of(in.get(0).sin()));
        Program seven =
                OpCases.program(List.of(scalar, scalar), in -> List.of(in.get(1).times(7)));
        Op op = new Control.Custom("odd", sine, sine, seven);
        assertThat(grad((Tensor x) -> op.of(x)).apply(Tensor.of(0.3)).value()).isEqualTo(7);
    }
}
