package thalweg.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// The spectrum of a symmetric operator that is known by its products alone, by stochastic Lanczos quadrature:
///
///     (1 / n) tr f(A) = mean over random signs v of sum_k tau_k f(theta_k),    |v|^2 = n,
///
/// `theta` the eigenvalues of Lanczos's tridiagonal matrix from `v`, `tau` the squares of the first components of
/// its eigenvectors. Errors are standard errors from the scatter of the random vectors.
///
/// Golub and Meurant, *Matrices, Moments and Quadrature*, 2010; Ubaru, Chen and Saad, SIAM J. Matrix Anal. 38
/// (2017) 1075.
public final class Spectrum {
    private final int size;
    private final List<Tridiagonal> probes;
    private final Estimate smallest;
    private final Estimate largest;
    private final String flaw;

    private Spectrum(int size, List<Tridiagonal> probes, Estimate smallest, Estimate largest, String flaw) {
        this.size = size;
        this.probes = List.copyOf(probes);
        this.smallest = smallest;
        this.largest = largest;
        this.flaw = flaw;
    }

    /// A density read from the spectrum, with its error.
    ///
    /// @param x where
    /// @param value the density there; its integral is 1
    /// @param error standard error; NaN from one random vector
    public record Band(double[] x, double[] value, double[] error) {}

    /// @param size dimension of the operator
    /// @param a symmetric; products are taken one after the other
    /// @param steps Lanczos steps for each random vector: 100 resolve most spectra
    /// @param probes random vectors
    /// @throws Misuse for a size, steps or probes below 1
    public static Spectrum lanczos(int size, Operator a, int steps, int probes, Key key) {
        if (size < 1 || steps < 1 || probes < 1) {
            throw new Misuse(
                    "a spectrum of dimension " + size + " by " + steps + " steps from " + probes + " vectors",
                    "at least 1 of each",
                    "take 100 steps from 8 vectors");
        }
        List<Tridiagonal> solved = new ArrayList<>();
        Estimate smallest = Estimate.none("no step was done");
        Estimate largest = smallest;
        String flaw = "";
        for (int p = 0; p < probes; p++) {
            Lanczos run = Lanczos.run(a, signs(size, key.fold(p)), steps);
            flaw = run.flaw().isEmpty() ? flaw : run.flaw();
            if (run.diagonal().length == 0) {
                continue;
            }
            Tridiagonal t = Tridiagonal.solve(run.diagonal(), run.beside());
            solved.add(t);
            double left = run.beside()[run.beside().length - 1];
            for (int k = 0; k < t.value().length; k++) {
                Estimate found = Estimate.bounded(t.value()[k], left * Math.abs(t.last()[k]));
                smallest = !(found.value() >= smallest.value()) ? found : smallest;
                largest = !(found.value() <= largest.value()) ? found : largest;
            }
        }
        return new Spectrum(size, solved, smallest, largest, flaw);
    }

    /// The smallest eigenvalue found; an eigenvalue lies within its error. One on whose eigenvector no random
    /// vector has a component is not seen.
    public Estimate smallest() {
        return smallest.known() ? smallest.with(flaw) : smallest;
    }

    /// The largest eigenvalue found; an eigenvalue lies within its error.
    public Estimate largest() {
        return largest.known() ? largest.with(flaw) : largest;
    }

    /// The trace, the sum of eigenvalues.
    public Estimate trace() {
        return trace(DoubleUnaryOperator.identity());
    }

    /// The trace of a function of the operator: with `Math::log` the logarithm of the determinant, with
    /// `x -> x < 0 ? 1 : 0` the number of negative eigenvalues.
    public Estimate trace(DoubleUnaryOperator f) {
        if (probes.isEmpty()) {
            return Estimate.none(flaw);
        }
        double[] each = new double[probes.size()];
        for (int p = 0; p < each.length; p++) {
            each[p] = size * mean(probes.get(p), f);
        }
        String odd = Series.odd("the sum over random vector", each);
        if (!odd.isEmpty()) {
            return Estimate.none(odd);
        }
        double error = each.length < 2 ? Double.NaN : Math.sqrt(Moments.variance(each) / each.length);
        return Estimate.of(Moments.mean(each), error, each.length)
                .with(each.length < 2 ? "one random vector: no error" : flaw);
    }

    /// The density of eigenvalues, each spread out as a Gaussian bell of the given width.
    ///
    /// @param x where
    /// @throws Misuse for a width that is not positive
    public Band density(double[] x, double width) {
        if (!(width > 0)) {
            throw new Misuse("bells of width " + width, "a positive width", "take a hundredth of the range");
        }
        double[] value = new double[x.length];
        double[] error = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double at = x[i];
            Estimate here = trace(theta -> bell((at - theta) / width) / width);
            value[i] = here.value() / size;
            error[i] = here.error() / size;
        }
        return new Band(x.clone(), value, error);
    }

    private static double bell(double z) {
        return StrictMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    private static double mean(Tridiagonal t, DoubleUnaryOperator f) {
        double sum = 0;
        for (int k = 0; k < t.value().length; k++) {
            sum += Moments.square(t.first()[k]) * f.applyAsDouble(t.value()[k]);
        }
        return sum;
    }

    private static double[] signs(int n, Key key) {
        double[] v = new double[n];
        long word = 0;
        for (int i = 0; i < n; i++) {
            if ((i & 63) == 0) {
                word = key.bits(i >> 6);
            }
            v[i] = (word >>> i & 1) == 0 ? 1 : -1;
        }
        return v;
    }
}
