package thalweg.room.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Energy;
import thalweg.model.Mlp;
import thalweg.room.learning.valley.Terrain;

/// The loss of a network on a table as a landscape over the vector of all its weights and biases.
///
/// @param sizes inputs, hidden widths, outputs
record NetworkTerrain(Examples examples, int[] sizes) {
    private static final double AROUND = 1;

    static NetworkTerrain of(Examples examples, List<Integer> hidden) {
        int[] sizes = IntStream.concat(
                        IntStream.concat(
                                IntStream.of(examples.inputs().size()),
                                hidden.stream().mapToInt(w -> w)),
                        IntStream.of(examples.train().target().size(1)))
                .toArray();
        return new NetworkTerrain(examples, sizes);
    }

    /// The mean loss on the rows to learn from.
    Energy<Tensor> energy() {
        Judge judge = new Judge(examples.classes().isEmpty());
        Tensor x = examples.train().x();
        Tensor target = examples.train().target();
        return weights -> judge.loss(net(weights).at(x), target);
    }

    /// The network whose weights and biases stand one after another.
    private Mlp net(Tensor weights) {
        List<Mlp.Dense> layers = new ArrayList<>();
        int at = 0;
        for (int l = 0; l + 1 < sizes.length; l++) {
            int count = sizes[l] * sizes[l + 1];
            Tensor weight = weights.slice(0, at, at + count).reshape(sizes[l], sizes[l + 1]);
            at += count;
            layers.add(new Mlp.Dense(weight, weights.slice(0, at, at + sizes[l + 1])));
            at += sizes[l + 1];
        }
        return new Mlp(layers);
    }

    /// The terrain from a drawn network on; its box reaches 1 to each side of it.
    Terrain terrain(Key key) {
        Mlp drawn = Mlp.draw(key, sizes);
        Coordinates<Mlp> coordinates = Coordinates.of(drawn);
        double[] start = coordinates.flat(drawn);
        List<String> axes =
                IntStream.range(0, start.length).mapToObj(coordinates::name).toList();
        Box box = new Box(
                Arrays.stream(start).map(v -> v - AROUND).toArray(),
                Arrays.stream(start).map(v -> v + AROUND).toArray());
        String name = "loss of a network "
                + String.join(
                        "-", Arrays.stream(sizes).mapToObj(Integer::toString).toList());
        return Terrain.of(name, axes, energy(), box, start);
    }
}
