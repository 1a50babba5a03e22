package thalweg.formula;

/// The functions of the grammar on blocks of numbers.
final class Kernels {
    private Kernels() {}

    /// `out[i] = function(x[from + i])` for `i < n`; `out` is another array than `x`.
    static void apply(Function function, double[] x, int from, double[] out, int n) {
        switch (function) {
            case NEGATE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = -x[from + i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.sqrt(x[from + i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(x[from + i]);
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    out[i] = function.of(x[from + i]);
                }
            }
        }
    }

    /// `out[i] = operator(x[xFrom + i], y[yFrom + i])` for `i < n`; `out` is another array than `x` and `y`.
    static void join(Operator operator, double[] x, int xFrom, double[] y, int yFrom, double[] out, int n) {
        switch (operator) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[xFrom + i] + y[yFrom + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[xFrom + i] - y[yFrom + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[xFrom + i] * y[yFrom + i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[xFrom + i] / y[yFrom + i];
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    out[i] = operator.of(x[xFrom + i], y[yFrom + i]);
                }
            }
        }
    }
}
