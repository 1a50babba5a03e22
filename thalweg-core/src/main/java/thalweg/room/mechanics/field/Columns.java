package thalweg.room.mechanics.field;

/// The columns of a linear model of slopes: what each coefficient adds to `dx/dt` at each row.
///
/// A Hamiltonian's columns are `J grad` of its ridges and of its bowl, a potential's are `grad`; beside them stand the
/// columns of drag, `-dq_i/dt` on the momentum i, and of inputs on momenta.
///
/// @param ridges of the Hamiltonian
/// @param potential ridges of a potential whose slope is added, which no Hamiltonian has; null for none
/// @param separable whether the bowl leaves out products of positions and momenta
/// @param drag whether momenta are dragged
/// @param centre of the bowl
/// @param scale of the bowl in each component
/// @param weight of the rows of each component
record Columns(
        Ridges ridges,
        @org.jspecify.annotations.Nullable Ridges potential,
        boolean separable,
        boolean drag,
        int inputs,
        double[] centre,
        double[] scale,
        double[] weight) {
    private static final double BOWL = 0.5;
    private static final double FREE = 100;

    int size() {
        return ridges.n();
    }

    int half() {
        return size() / 2;
    }

    /// The columns of the bowl: `n` linear ones, then products.
    int bowl() {
        int n = size();
        return n + (separable ? half() * (half() + 1) : n * (n + 1) / 2);
    }

    private int potentials() {
        return potential == null ? 0 : potential.count() + size() + size() * (size() + 1) / 2;
    }

    private int extras() {
        return (drag ? half() : 0) + inputs * half();
    }

    int count() {
        return ridges.count() + bowl() + potentials() + extras();
    }

    /// Where the coefficients of drag stand, then those of inputs.
    int extra() {
        return ridges.count() + bowl() + potentials();
    }

    private boolean paired(int a, int b) {
        return !separable || a < half() == b < half();
    }

    /// Writes the weighted columns of some rows and behind them the weighted slope: `rows * 2d * (count() + 1)`.
    void write(Samples samples, int from, int rows, double[] out) {
        int stride = count() + 1;
        double[] s = new double[rows * ridges.count()];
        ridges.slopes(samples.x(), from, rows, s);
        java.util.Arrays.fill(out, 0, rows * size() * stride, 0);
        turned(ridges, s, rows, stride, 0, out, true);
        bowl(samples, from, rows, stride, ridges.count(), separable, true, out);
        if (potential != null) {
            double[] v = new double[rows * potential.count()];
            potential.slopes(samples.x(), from, rows, v);
            int at = ridges.count() + bowl();
            turned(potential, v, rows, stride, at, out, false);
            bowl(samples, from, rows, stride, at + potential.count(), false, false, out);
        }
        extras(samples, from, rows, stride, out);
        int n = size();
        for (int i = 0; i < rows; i++) {
            for (int a = 0; a < n; a++) {
                out[(i * n + a) * stride + stride - 1] = weight[a] * samples.slope()[(from + i) * n + a];
            }
        }
    }

    private void turned(Ridges of, double[] s, int rows, int stride, int at, double[] out, boolean turn) {
        int n = size();
        int d = half();
        int k = of.count();
        for (int a = 0; a < n; a++) {
            int partner = !turn ? a : a < d ? a + d : a - d;
            double sign = turn && a >= d ? -weight[a] : weight[a];
            for (int i = 0; i < rows; i++) {
                int row = (i * n + a) * stride + at;
                for (int c = 0; c < k; c++) {
                    out[row + c] = sign * s[i * k + c] * of.weight()[c * n + partner];
                }
            }
        }
    }

    private void bowl(
            Samples samples, int from, int rows, int stride, int at, boolean apart, boolean turn, double[] out) {
        int n = size();
        for (int i = 0; i < rows; i++) {
            int column = at;
            for (int a = 0; a < n; a++) {
                add(i, a, 1 / scale[a], turn, stride, column++, out);
            }
            for (int a = 0; a < n; a++) {
                for (int b = a; b < n; b++) {
                    if (apart && !paired(a, b)) {
                        continue;
                    }
                    double za = (samples.x()[(from + i) * n + a] - centre[a]) / scale[a];
                    double zb = (samples.x()[(from + i) * n + b] - centre[b]) / scale[b];
                    add(i, a, zb / scale[a], turn, stride, column, out);
                    if (b != a) {
                        add(i, b, za / scale[b], turn, stride, column, out);
                    }
                    column++;
                }
            }
        }
    }

    /// Adds to a column the slope `value` in component `a` of row `i`.
    private void add(int i, int a, double value, boolean turn, int stride, int column, double[] out) {
        int n = size();
        int d = half();
        int to = !turn ? a : a < d ? a + d : a - d;
        double sign = turn && a < d ? -1 : 1;
        out[(i * n + to) * stride + column] += BOWL * sign * weight[to] * value;
    }

    private void extras(Samples samples, int from, int rows, int stride, double[] out) {
        int n = size();
        int d = half();
        for (int i = 0; i < rows; i++) {
            int column = extra();
            for (int k = 0; k < d; k++) {
                int row = (i * n + d + k) * stride;
                if (drag) {
                    out[row + column + k] = -FREE * weight[d + k] * samples.slope()[(from + i) * n + k];
                }
                for (int u = 0; u < inputs; u++) {
                    out[row + column + (drag ? d : 0) + k * inputs + u] =
                            FREE * weight[d + k] * samples.input()[(from + i) * inputs + u];
                }
            }
        }
    }

    /// The coefficients in physical units: the bowl's and the extras' scalings undone.
    double[] physical(double[] c) {
        double[] real = c.clone();
        for (int i = ridges.count(); i < ridges.count() + bowl(); i++) {
            real[i] *= BOWL;
        }
        for (int i = extra(); i < count(); i++) {
            real[i] *= FREE;
        }
        return real;
    }

    /// The divergence of the slopes at a state, which only the potential has: `sum_k c_k |w_k|^2 (tanh)''` and its
    /// bowl.
    double divergence(double[] x, double[] c) {
        if (potential == null) {
            return 0;
        }
        int n = size();
        int k = potential.count();
        int at = ridges.count() + bowl();
        double[] t = new double[k];
        potential.values(x, 0, 1, t);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            double square = 0;
            for (int a = 0; a < n; a++) {
                square += potential.weight()[i * n + a] * potential.weight()[i * n + a];
            }
            sum += c[at + i] * square * -2 * t[i] * (1 - t[i] * t[i]);
        }
        int column = at + k + n;
        for (int a = 0; a < n; a++) {
            sum += BOWL * c[column] / (scale[a] * scale[a]);
            column += n - a;
        }
        return sum;
    }

    /// The linear part `g` of the bowl from physical coefficients.
    double[] linear(double[] c) {
        double[] g = new double[size()];
        for (int a = 0; a < size(); a++) {
            g[a] = c[ridges.count() + a] / scale[a];
        }
        return g;
    }

    /// The matrix `Q` of the bowl from physical coefficients.
    double[] quadratic(double[] c) {
        int n = size();
        double[] q = new double[n * n];
        int column = ridges.count() + n;
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                if (paired(a, b)) {
                    double value = c[column++] / (scale[a] * scale[b]);
                    q[a * n + b] = value;
                    q[b * n + a] = value;
                }
            }
        }
        return q;
    }
}
