package thalweg.landscape;

import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Vectors held as a whole: simplices, ordered vectors, the sphere, vectors that sum to zero.
record VectorSpace(Kind kind, int n) implements Space {
    enum Kind {
        SIMPLEX,
        STICKS,
        ORDERED,
        POSITIVE_ORDERED,
        UNIT,
        SUM_TO_ZERO
    }

    @Override
    public int free() {
        return switch (kind) {
            case SIMPLEX, STICKS, SUM_TO_ZERO -> Math.max(0, n - 1);
            case ORDERED, POSITIVE_ORDERED, UNIT -> n;
        };
    }

    @Override
    public Image at(Tensor u) {
        return switch (kind) {
            case SIMPLEX -> {
                if (n == 1) {
                    yield new Image(u.sum().times(0).plus(1).expand(0, 1), Tensor.of(0));
                }
                Tensor z = helmert(n).matmul(u);
                Tensor sum = z.logSumExp(0);
                yield new Image(z.minus(sum).exp(), sum.times(-n).plus(0.5 * Logarithm.log(n)));
            }
            case STICKS -> sticks(u);
            case ORDERED -> {
                if (n < 2) {
                    yield new Image(u, Tensor.of(0));
                }
                Tensor steps = u.slice(0, 1, n);
                Tensor x = Tensor.concatenate(0, java.util.List.of(u.slice(0, 0, 1), steps.exp()));
                yield new Image(x.prefixSum(0), steps.sum());
            }
            case POSITIVE_ORDERED -> new Image(u.exp().prefixSum(0), u.sum());
            case UNIT -> {
                Tensor square = u.dot(u);
                yield new Image(u.over(square.sqrt()), square.times(-0.5));
            }
            case SUM_TO_ZERO ->
                new Image(n < 2 ? u.sum().times(0).expand(0, n) : helmert(n).matmul(u), Tensor.of(0));
        };
    }

    /// Orthonormal columns that sum to zero, `n` by `n - 1`.
    static Tensor helmert(int n) {
        double[] h = new double[n * (n - 1)];
        for (int i = 1; i < n; i++) {
            double w = 1 / Math.sqrt((double) i * (i + 1));
            for (int j = 0; j < i; j++) {
                h[j * (n - 1) + i - 1] = w;
            }
            h[i * (n - 1) + i - 1] = -i * w;
        }
        return Tensor.of(h, n, n - 1);
    }

    private Image sticks(Tensor u) {
        java.util.List<Tensor> parts = new java.util.ArrayList<>();
        Tensor stick = Tensor.of(1);
        Tensor log = Tensor.of(0);
        for (int k = 0; k < n - 1; k++) {
            Tensor shifted = u.get(k).minus(Logarithm.log(n - 1.0 - k));
            Tensor part = stick.times(shifted.logistic());
            log = log.plus(stick.log())
                    .minus(shifted.softplus())
                    .minus(shifted.neg().softplus());
            stick = stick.minus(part);
            parts.add(part);
        }
        parts.add(stick);
        return new Image(Tensor.stack(parts), log);
    }

    @Override
    public double[] free(double[] x) {
        double[] u = new double[free()];
        switch (kind) {
            case SIMPLEX -> {
                double[] log = new double[n];
                for (int i = 0; i < n; i++) {
                    log[i] = log(x[i]);
                }
                project(log, u);
            }
            case STICKS -> {
                double stick = 1;
                for (int k = 0; k < n - 1; k++) {
                    double z = x[k] / stick;
                    u[k] = log(z) - log(1 - z) + Logarithm.log(n - 1.0 - k);
                    stick -= x[k];
                }
            }
            case ORDERED, POSITIVE_ORDERED -> {
                for (int k = 0; k < n; k++) {
                    boolean first = k == 0;
                    u[k] = first && kind == Kind.ORDERED ? x[0] : log(first ? x[0] : x[k] - x[k - 1]);
                }
            }
            case UNIT -> System.arraycopy(x, 0, u, 0, n);
            case SUM_TO_ZERO -> project(x, u);
        }
        return u;
    }

    private void project(double[] x, double[] u) {
        double[] h = n < 2 ? new double[0] : helmert(n).reals();
        for (int i = 0; i < n - 1; i++) {
            for (int j = 0; j < n; j++) {
                u[i] += h[j * (n - 1) + i] * x[j];
            }
        }
    }

    private double log(double x) {
        if (!(x > 0)) {
            String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            throw new Misuse("a vector that is no " + name + " vector", "one that satisfies it", "check the start");
        }
        return Logarithm.log(x);
    }
}
