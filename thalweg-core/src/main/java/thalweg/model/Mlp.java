package thalweg.model;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.landscape.Layered;

/// A network of dense layers, `x -> W_L tanh(... tanh(W_1 x + b_1) ...) + b_L`.
///
/// @param layers at least one; tanh stands between them and not behind the last
public record Mlp(List<Dense> layers) {
    public Mlp {
        layers = List.copyOf(layers);
    }

    /// An affine map of rows, `x W + b`.
    ///
    /// @param weight `[inputs, outputs]`
    /// @param bias `[outputs]`
    public record Dense(Tensor weight, Tensor bias) {
        /// `[n, inputs] -> [n, outputs]`.
        public Tensor at(Tensor x) {
            return x.matmul(weight).plus(bias);
        }
    }

    /// Weights drawn normal with variance `1 / inputs` (LeCun et al., Efficient BackProp, 1998, eq. 16), biases zero.
    ///
    /// @param sizes inputs, hidden widths, outputs: at least two numbers of 1 or more
    public static Mlp draw(Key key, int... sizes) {
        List<Dense> layers = new ArrayList<>();
        for (int l = 0; l + 1 < sizes.length; l++) {
            int in = sizes[l];
            int out = sizes[l + 1];
            if (in < 1 || out < 1) {
                throw new Misuse("a layer from " + in + " to " + out, "widths of 1 or more", "correct the widths");
            }
            double[] weight = key.fold(l).normals(in * out);
            double scale = 1 / Math.sqrt(in);
            for (int i = 0; i < weight.length; i++) {
                weight[i] *= scale;
            }
            layers.add(new Dense(Tensor.of(weight, in, out), Tensor.zeros(out)));
        }
        return new Mlp(layers);
    }

    /// The outputs for `n` rows: `[n, inputs] -> [n, outputs]`.
    public Tensor at(Tensor x) {
        Tensor now = layers.getFirst().at(x);
        for (Dense layer : layers.subList(1, layers.size())) {
            now = layer.at(now.tanh());
        }
        return now;
    }

    /// The same network with its inner values to be seen.
    public static Layered<Mlp> layered() {
        return (net, x, shifts) -> {
            List<Tensor> inputs = new ArrayList<>();
            Tensor now = x;
            for (int l = 0; l < net.layers.size(); l++) {
                inputs.add(l == 0 ? now : now.tanh());
                now = net.layers.get(l).at(inputs.getLast()).plus(shifts.get(l));
            }
            return new Layered.Pass(now, inputs);
        };
    }

    /// How many numbers it holds.
    public int size() {
        return layers.stream()
                .mapToInt(l -> l.weight().count() + l.bias().count())
                .sum();
    }
}
