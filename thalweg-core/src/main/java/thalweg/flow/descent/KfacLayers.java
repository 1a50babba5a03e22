package thalweg.flow.descent;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tree;

/// How the coordinates of a place lie in dense layers: layer `l` is the matrix of `in + 1` rows (the bias is the last)
/// and `out` columns at `at`.
///
/// @param factors where its two factors begin in the array of all of them, `in + 1` square and then `out` square
record KfacLayers(List<Layer> layers, int size, int factors) {
    /// One layer; `rows` counts the bias.
    record Layer(int at, int rows, int columns, int first, int second) {}

    /// @throws Misuse naming the first leaf that is no weight followed by its bias
    static KfacLayers of(Tree<?> place) {
        List<Layer> layers = new ArrayList<>();
        int at = 0;
        int factor = 0;
        for (int i = 0; i < place.leaves().size(); i += 2) {
            Shape weight = place.leaves().get(i).shape();
            if (weight.rank() != 2) {
                throw unsupported(place, i);
            }
            if (i + 1 == place.leaves().size()
                    || !place.leaves().get(i + 1).shape().equals(Shape.of(weight.size(1)))) {
                throw unsupported(place, Math.min(i + 1, place.leaves().size() - 1));
            }
            int rows = weight.size(0) + 1;
            int columns = weight.size(1);
            layers.add(new Layer(at, rows, columns, factor, factor + rows * rows));
            at += rows * columns;
            factor += rows * rows + columns * columns;
        }
        return new KfacLayers(List.copyOf(layers), at, factor);
    }

    private static Misuse unsupported(Tree<?> place, int leaf) {
        return new Misuse(
                "K-FAC on " + place.names().get(leaf) + " "
                        + place.leaves().get(leaf).type() + ", which belongs to no dense layer",
                "pairs of a weight [in, out] and a bias [out], layer after layer",
                "take new Natural().on(Fisher.exact(likelihood)), which knows no layers");
    }
}
