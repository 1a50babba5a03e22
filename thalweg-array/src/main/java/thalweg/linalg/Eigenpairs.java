package thalweg.linalg;

import java.util.Arrays;

/// Some eigenvalues and eigenvectors of a symmetric map, as far as an iteration came, with how it ended.
///
/// A residual `|A v - w v|` bounds the distance of `w` from an eigenvalue.
public final class Eigenpairs {
    private final double[] values;
    private final double[] vectors;
    private final double[] residuals;
    private final int products;
    private final boolean converged;

    /// @param vectors row `i` is the vector of value `i`
    Eigenpairs(double[] values, double[] vectors, double[] residuals, int products, boolean converged) {
        this.values = values;
        this.vectors = vectors;
        this.residuals = residuals;
        this.products = products;
        this.converged = converged;
    }

    /// The eigenvalues, nearest to the wanted end first.
    public double[] values() {
        return values.clone();
    }

    /// Eigenvector `i`, of norm 1.
    public double[] vector(int i) {
        int n = values.length == 0 ? 0 : vectors.length / values.length;
        return Arrays.copyOfRange(vectors, i * n, (i + 1) * n);
    }

    /// `|A v - w v|` of each pair.
    public double[] residuals() {
        return residuals.clone();
    }

    /// How many products with A it took.
    public int products() {
        return products;
    }

    public boolean converged() {
        return converged;
    }

    /// One sentence: how it ended.
    public String ending() {
        double worst = Arrays.stream(residuals).max().orElse(0);
        return (converged ? "converged" : "exhausted") + " after " + products + " products, largest residual " + worst;
    }
}
