package thalweg.room.mechanics.pair;

import java.util.Arrays;
import thalweg.flow.Rate;

/// Motion under pair forces: `m_i a_i = sum_j k_ij f(r_ij) (x_i - x_j) / r_ij - gamma v_i`, `f = -phi'`.
///
/// Each pair is computed once and added to one particle as it is taken from the other, so without drag the total
/// momentum is conserved to rounding whatever `phi` is, and as forces are central so is the angular momentum.
///
/// @param dimension of space
/// @param mass of each particle
/// @param charge of each particle; `k_ij` is the product
/// @param radial phi
/// @param drag gamma
public record PairLaw(int dimension, double[] mass, double[] charge, Radial radial, double drag) {
    /// How many particles.
    public int particles() {
        return mass.length;
    }

    /// Writes the forces at positions `particles * dimension`.
    ///
    /// @return the potential energy
    public double forces(double[] x, double[] out) {
        int n = particles();
        Arrays.fill(out, 0, n * dimension, 0);
        double height = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double r = distance(x, i, j, dimension);
                double k = charge[i] * charge[j];
                double factor = k * radial.force(r) / r;
                height += k * radial.height(r);
                for (int c = 0; c < dimension; c++) {
                    double f = factor * (x[i * dimension + c] - x[j * dimension + c]);
                    out[i * dimension + c] += f;
                    out[j * dimension + c] -= f;
                }
            }
        }
        return height;
    }

    static double distance(double[] x, int i, int j, int dimension) {
        double square = 0;
        for (int c = 0; c < dimension; c++) {
            double off = x[i * dimension + c] - x[j * dimension + c];
            square += off * off;
        }
        return Math.sqrt(square);
    }

    /// The velocity of states `(x, v)`.
    public Rate.Written velocity() {
        int n = particles() * dimension;
        return (t, state, out) -> {
            double[] force = new double[n];
            forces(state, force);
            for (int a = 0; a < n; a++) {
                out[a] = state[n + a];
                out[n + a] = (force[a] - drag * state[n + a]) / mass[a / dimension];
            }
        };
    }

    /// Kinetic and potential energy of a state `(x, v)`.
    public double energy(double[] state) {
        int n = particles() * dimension;
        double sum = forces(state, new double[n]);
        for (int a = 0; a < n; a++) {
            sum += 0.5 * mass[a / dimension] * state[n + a] * state[n + a];
        }
        return sum;
    }

    /// Largest drift of the total momentum over Verlet steps, in units of `sum |p|`; the state is `(x, v)`.
    public double momentumDrift(double[] start, double step, int steps) {
        int n = particles() * dimension;
        double[] x = Arrays.copyOf(start, n);
        double[] p = new double[n];
        double[] force = new double[n];
        Arrays.setAll(p, a -> mass[a / dimension] * start[n + a]);
        double[] begin = total(p);
        double worst = 0;
        forces(x, force);
        for (int s = 0; s < steps; s++) {
            for (int a = 0; a < n; a++) {
                p[a] += 0.5 * step * force[a];
                x[a] += step * p[a] / mass[a / dimension];
            }
            forces(x, force);
            double scale = 0;
            for (int a = 0; a < n; a++) {
                p[a] += 0.5 * step * force[a];
                scale += Math.abs(p[a]);
            }
            double[] now = total(p);
            for (int c = 0; c < dimension; c++) {
                worst = Math.max(worst, Math.abs(now[c] - begin[c]) / scale);
            }
        }
        return worst;
    }

    private double[] total(double[] p) {
        double[] sum = new double[dimension];
        for (int a = 0; a < p.length; a++) {
            sum[a % dimension] += p[a];
        }
        return sum;
    }
}
