package thalweg.room.learning.spectrum;

import java.util.ArrayList;
import java.util.List;
import thalweg.landscape.Coordinates;
import thalweg.landscape.HeldFunction;
import thalweg.landscape.Likelihood;
import thalweg.linalg.LinearMap;

/// A symmetric matrix of a loss at a place, known by its products.
public enum Matrix {
    /// Second derivatives of the loss.
    HESSIAN("Hessian"),
    /// `(1/n) sum J_i' H_i J_i`, `H_i` the second derivatives of the loss of row `i` in the outputs.
    GAUSS_NEWTON("Gauss-Newton"),
    /// `(1/n) sum E[g_i g_i']` over targets drawn from the model; for these losses equal to the Gauss-Newton matrix.
    FISHER("Fisher"),
    /// `(1/n) sum g_i g_i'` at the targets of the data.
    EMPIRICAL_FISHER("empirical Fisher");

    private final String label;

    Matrix(String label) {
        this.label = label;
    }

    /// As reports call it.
    public String label() {
        return label;
    }

    /// Its products at a place.
    public <S> LinearMap at(Likelihood<S> likelihood, S place) {
        return switch (this) {
            case HESSIAN ->
                likelihood.energy().flat(place).hessian(Coordinates.of(place).flat(place));
            case GAUSS_NEWTON, FISHER -> fixed(likelihood, place, false);
            case EMPIRICAL_FISHER -> fixed(likelihood, place, true);
        };
    }

    private static <S> LinearMap fixed(Likelihood<S> likelihood, S place, boolean empirical) {
        return HeldFunction.of(
                        (S at, S v) -> empirical ? likelihood.empirical(at, v) : likelihood.product(at, v),
                        place,
                        place)
                .at(Coordinates.of(place).flat(place));
    }

    /// The block of a matrix that belongs to coordinates `from .. to - 1`.
    public static LinearMap block(LinearMap whole, int size, int from, int to) {
        return (v, out) -> {
            double[] wide = new double[size];
            double[] product = new double[size];
            System.arraycopy(v, 0, wide, from, to - from);
            whole.apply(wide, product);
            System.arraycopy(product, from, out, 0, to - from);
        };
    }

    /// The matrix itself, row-major and symmetric to the last bit: `size` products.
    public static double[] dense(LinearMap map, int size) {
        double[] a = new double[size * size];
        double[] direction = new double[size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            direction[j] = 1;
            map.apply(direction, column);
            direction[j] = 0;
            System.arraycopy(column, 0, a, j * size, size);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (a[i * size + j] + a[j * size + i]);
                a[i * size + j] = mean;
                a[j * size + i] = mean;
            }
        }
        return a;
    }

    /// Their labels.
    public static List<String> labels(List<Matrix> matrices) {
        List<String> labels = new ArrayList<>();
        matrices.forEach(matrix -> labels.add(matrix.label));
        return labels;
    }
}
