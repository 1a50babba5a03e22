package thalweg.room.learning.spectrum;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.landscape.Energy;
import thalweg.landscape.Family;
import thalweg.landscape.Flat;
import thalweg.landscape.Likelihood;
import thalweg.linalg.Lanczos;
import thalweg.model.Mlp;

/// The largest eigenvalue of the Hessian of a network's loss.
///
/// @param flat the door of the loss
/// @param start where Lanczos begins
public record Sharpness(Flat<Mlp> flat, double[] start) {
    private static final double TOLERANCE = 1e-6;
    private static final int MOST = 1000;

    /// For networks shaped like the example.
    public static Sharpness of(Energy<Mlp> energy, Mlp example, Key key) {
        Flat<Mlp> flat = energy.flat(example);
        return new Sharpness(flat, key.normals(flat.size()));
    }

    /// At a network; NaN where second derivatives are not finite.
    public double at(Mlp net) {
        double[] x = flat.flat(net);
        double[] product = new double[x.length];
        flat.product(x, start, product);
        if (!Arrays.stream(product).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        return Lanczos.solve(flat.hessian(x), start, 1, Lanczos.End.LARGEST, TOLERANCE, MOST)
                .values()[0];
    }

    /// Chebyshev's polynomial of a degree at `rows` points between -1 and 1, to be learned: the toy of Cohen et al.
    /// (2021), arXiv:2103.00065, appendix.
    public static Likelihood<Mlp> chebyshev(int degree, int rows) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rows == 1 ? 0 : -1 + 2.0 * i / (rows - 1);
            double before = 1;
            double now = x[i];
            for (int k = 1; k < degree; k++) {
                double next = 2 * x[i] * now - before;
                before = now;
                now = next;
            }
            y[i] = now;
        }
        return new Likelihood<>(Mlp::at, Tensor.of(x, rows, 1), Tensor.of(y, rows, 1), new Family.Gaussian(0.5));
    }
}
