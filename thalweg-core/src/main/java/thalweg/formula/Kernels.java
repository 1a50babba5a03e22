package thalweg.formula;

import thalweg.array.kernel.Lanes;

/// The functions of the grammar on blocks of numbers, with the bits of [Function#of] and [Operator#of].
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
            case EXP -> Lanes.exp(x, from, out, 0, n);
            case EXPM1 -> Lanes.expm1(x, from, out, 0, n);
            case LOG -> Lanes.log(x, from, out, 0, n);
            case LOG1P -> Lanes.log1p(x, from, out, 0, n);
            case SIN -> Lanes.sin(x, from, out, 0, n);
            case COS -> Lanes.cos(x, from, out, 0, n);
            case TANH -> Lanes.tanh(x, from, out, 0, n);
            case ERF -> Lanes.erf(x, from, out, 0, n);
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
            case POWER -> Lanes.pow(x, xFrom, y, yFrom, out, 0, n);
            case ATAN2 -> Lanes.atan2(x, xFrom, y, yFrom, out, 0, n);
            default -> {
                for (int i = 0; i < n; i++) {
                    out[i] = operator.of(x[xFrom + i], y[yFrom + i]);
                }
            }
        }
    }
}
