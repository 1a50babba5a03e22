package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {
    record Layer(Tensor weight, Tensor bias) {}

    record Net(List<Layer> layers, Map<String, Tensor> scales, int steps, String name) {}

    record Bad(Layer layer, StringBuilder numbers) {}

    private static final Net NET = new Net(
            List.of(new Layer(Tensor.of(1), Tensor.of(2)), new Layer(Tensor.of(3), Tensor.of(4))),
            Map.of("b", Tensor.of(6), "a", Tensor.of(5)),
            7,
            "net");

    @Test
    void leavesHaveTheirPathsAsNames() {
        Tree<Net> tree = Tree.of(NET);
        assertThat(tree.names())
                .containsExactly(
                        "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "scales.a", "scales.b");
        assertThat(tree.leaves().stream().mapToDouble(Tensor::value)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    }

    @Test
    void mapAndZipKeepTheFrame() {
        Net twice = Tree.map(NET, t -> t.times(2));
        Net sum = Tree.zip(NET, twice, Tensor::plus);
        assertThat(sum.layers().get(1).bias().value()).isEqualTo(12);
        assertThat(sum.steps()).isEqualTo(7);
        assertThat(sum.name()).isEqualTo("net");
        assertThat(Tree.of(sum).frame()).isEqualTo(Tree.of(NET).frame());
    }

    @Test
    void differentFramesDoNotZip() {
        assertThatThrownBy(() -> Tree.zip(List.of(Tensor.of(1)), List.of(Tensor.of(1), Tensor.of(2)), Tensor::plus))
                .isInstanceOf(Misuse.class);
    }

    @Test
    void theComponentThatIsNoTreeIsNamed() {
        assertThatThrownBy(() -> Tree.of(List.of(new Bad(NET.layers().get(0), new StringBuilder()))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("0.numbers")
                .hasMessageContaining("StringBuilder");
    }
}
