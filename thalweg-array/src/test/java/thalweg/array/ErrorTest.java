package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thalweg.array.transform.Calculus.grad;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the floor says to wrong shapes, kinds, places and texts.
class ErrorTest {
    @Test
    void shapesAndTheLineAreNamed() {
        Tensor a = Tensor.zeros(3, 4);
        Tensor b = Tensor.zeros(3);
        assertThatThrownBy(() -> a.plus(b))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("add")
                .hasMessageContaining("f64[3,4]")
                .hasMessageContaining("f64[3]")
                .hasMessageContaining("ErrorTest.java:")
                .hasMessageContaining("expand");
        assertThatThrownBy(() -> a.matmul(a))
                .hasMessageContaining("equal sizes")
                .hasMessageContaining("ErrorTest");
    }

    @Test
    void trailingShapesMeetAndOthersDoNot() {
        Tensor a = Tensor.ones(2, 3);
        assertThat(a.plus(Tensor.vector(1, 2, 3)).toArray()).containsExactly(2, 3, 4, 2, 3, 4);
        assertThat(a.plus(Tensor.vector(1, 2).columns(3)).toArray()).containsExactly(2, 2, 2, 3, 3, 3);
        assertThatThrownBy(() -> a.plus(Tensor.ones(2, 1))).isInstanceOf(Misuse.class);
    }

    @Test
    void kindsAreNotMixed() {
        assertThatThrownBy(() -> Tensor.of(1).plus(Tensor.whole(1)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("real()");
        assertThatThrownBy(() -> Tensor.whole(1).exp()).isInstanceOf(Misuse.class);
    }

    @Test
    void anIndexOutsideIsNamed() {
        assertThatThrownBy(() -> Tensor.vector(1, 2).gather(Tensor.wholes(2)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("index 2")
                .hasMessageContaining("0 .. 1");
    }

    @Test
    void aTracedTensorDoesNotOutliveItsTrace() {
        List<Tensor> kept = new ArrayList<>();
        Tensor slope = grad((Tensor x) -> {
                    kept.add(x);
                    return x.square();
                })
                .apply(Tensor.of(1));
        assertThat(slope.value()).isEqualTo(2);
        assertThatThrownBy(() -> kept.get(0).plus(1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("outside the function");
    }

    @Test
    void aWrongListingNamesItsLine() {
        String good = Program.of((Tensor x) -> x.sin().sum(), Tensor.zeros(3)).listing();
        assertThat(Program.parse(good).listing()).isEqualTo(good);
        assertThat(good).contains("ErrorTest.java:");
        assertThatThrownBy(() -> Program.parse(good.replace("sin", "sinus")))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("sinus");
        assertThatThrownBy(() -> Program.parse(good.replace("f64[]", "f64[2]"))).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Program.parse(good.replace("sin %0", "sin %7")))
                .isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Program.parse("")).isInstanceOf(Misuse.class);
    }

    @Test
    void aListingIsStable() {
        Program program =
                Program.of((Tensor x) -> x.times(2).plus(Tensor.vector(1, 2)).sum(), Tensor.zeros(2));
        assertThat(program.toString().replaceAll("  // .*", "")).isEqualTo("""
            program(%0 "x": f64[2]) {
              %1 = constant[f64;] {2.0} : f64[]
              %2 = expand[0;2] %1 : f64[2]
              %3 = mul %0 %2 : f64[2]
              %4 = constant[f64;2] {1.0,2.0} : f64[2]
              %5 = add %3 %4 : f64[2]
              %6 = sum[0] %5 : f64[]
              return %6
            }
            """);
    }

    @Test
    void aTensorOfTooManyNumbersIsRefused() {
        assertThatThrownBy(() -> Tensor.zeros(1 << 16, 1 << 16))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("2^31");
    }
}
