package thalweg.room.learning.spectrum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.landscape.Energy;
import thalweg.landscape.Family;
import thalweg.landscape.Flat;
import thalweg.landscape.Kinks;
import thalweg.landscape.Likelihood;
import thalweg.linalg.LinearMap;
import thalweg.model.Mlp;

/// A loss or landscape at a place, whose curvature is to be measured.
///
/// @param what in words, with the loss
/// @param size order of the matrices
/// @param maps the matrices asked for
/// @param height the loss at the place
/// @param slope length of its gradient, over the coordinates that are measured
/// @param kinks operations that have no second derivative where they turn
/// @param law the law of the eigenvalues for random data, where there is one
public record Subject(
        String what,
        int size,
        Map<Matrix, LinearMap> maps,
        double height,
        double slope,
        Set<String> kinks,
        @Nullable MarchenkoPastur law) {
    /// A network and its data.
    ///
    /// @param layer 1 for the first dense layer alone, ..; 0 for all
    /// @throws Misuse for a layer that is not there
    public static Subject of(String what, Likelihood<Mlp> likelihood, Mlp net, List<Matrix> matrices, int layer) {
        int layers = net.layers().size();
        if (layer > layers) {
            throw new Misuse("layer " + layer + " of a network of " + layers, "0 .. " + layers, "0 takes them all");
        }
        Flat<Mlp> flat = likelihood.energy().flat(net);
        int from = 0;
        int to = flat.size();
        for (int l = 0; l < layers && layer > 0; l++) {
            Mlp.Dense dense = net.layers().get(l);
            int count = dense.weight().count() + dense.bias().count();
            if (l + 1 < layer) {
                from += count;
            } else if (l + 1 == layer) {
                to = from + count;
            }
        }
        Map<Matrix, LinearMap> maps = new LinkedHashMap<>();
        for (Matrix matrix : matrices) {
            LinearMap whole = matrix.at(likelihood, net);
            maps.put(matrix, layer == 0 ? whole : Matrix.block(whole, flat.size(), from, to));
        }
        double[] slope = new double[flat.size()];
        double height = flat.at(flat.flat(net), slope);
        double square = 0;
        for (int i = from; i < to; i++) {
            square += slope[i] * slope[i];
        }
        return new Subject(what, to - from, maps, height, Math.sqrt(square), Kinks.of(likelihood.energy(), net), null);
    }

    /// `|y - X b|^2 / (2 n)` for rows of independent normal numbers; its Hessian is `X'X/n` wherever it is taken.
    public static Subject gaussian(int rows, int columns, List<Matrix> matrices, Key key) {
        Tensor x = Tensor.of(key.fold(0).normals(rows * columns), rows, columns);
        Tensor y = Tensor.of(key.fold(1).normals(rows), rows, 1);
        Tensor at = Tensor.zeros(columns);
        Likelihood<Tensor> likelihood =
                new Likelihood<>((b, of) -> of.matmul(b).columns(1), x, y, new Family.Gaussian(1));
        Map<Matrix, LinearMap> maps = new LinkedHashMap<>();
        matrices.forEach(matrix -> maps.put(matrix, matrix.at(likelihood, at)));
        Flat<Tensor> flat = likelihood.energy().flat(at);
        double[] slope = new double[columns];
        double height = flat.at(flat.flat(at), slope);
        return new Subject(
                "half the mean squared error of a linear model on " + rows + " rows of " + columns
                        + " independent normal numbers",
                columns,
                maps,
                height,
                length(slope),
                Set.of(),
                new MarchenkoPastur((double) columns / rows, 1));
    }

    /// A landscape at a place.
    public static Subject of(String what, Energy<Tensor> energy, double[] place) {
        Tensor at = Tensor.vector(place);
        Flat<Tensor> flat = energy.flat(at);
        double[] slope = new double[place.length];
        double height = flat.at(place, slope);
        Map<Matrix, LinearMap> maps = new LinkedHashMap<>();
        maps.put(Matrix.HESSIAN, flat.hessian(place));
        return new Subject(what, place.length, maps, height, length(slope), Kinks.of(energy, at), null);
    }

    /// A matrix that was asked for.
    ///
    /// @throws Misuse for another
    public LinearMap map(Matrix matrix) {
        LinearMap map = maps.get(matrix);
        if (map == null) {
            throw new Misuse("the " + matrix.label() + " matrix", "one of " + maps.keySet(), "ask for it first");
        }
        return map;
    }

    private static double length(double[] v) {
        double square = 0;
        for (double e : v) {
            square += e * e;
        }
        return Math.sqrt(square);
    }
}
