package thalweg.landscape;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;
import thalweg.linalg.Cholesky;

/// Correlation and covariance matrices, and their lower factors.
///
/// Correlations by partial correlations `tanh u` (Lewandowski, Kurowicka and Joe, J. Multivar. Anal. 100 (2009) 1989),
/// covariances by a factor with a positive diagonal.
record FactorSpace(Kind kind, int rows, int columns) implements Space {
    enum Kind {
        CORRELATION_FACTOR,
        CORRELATION,
        COVARIANCE_FACTOR,
        COVARIANCE
    }

    @Override
    public int free() {
        return switch (kind) {
            case CORRELATION_FACTOR, CORRELATION -> rows * (rows - 1) / 2;
            case COVARIANCE_FACTOR, COVARIANCE -> columns * (columns + 1) / 2 + (rows - columns) * columns;
        };
    }

    @Override
    public Image at(Tensor u) {
        return switch (kind) {
            case CORRELATION_FACTOR -> byRows(u);
            case CORRELATION -> byColumns(u);
            case COVARIANCE_FACTOR -> factor(u);
            case COVARIANCE -> {
                Image image = factor(u);
                Tensor low = image.place();
                double[] power = new double[rows];
                for (int k = 0; k < rows; k++) {
                    power[k] = rows - k + 1.0;
                }
                Tensor log = low.diagonal().log().dot(Tensor.vector(power)).plus(rows * Logarithm.log(2));
                yield new Image(low.matmul(low.transpose()), log);
            }
        };
    }

    /// `log(1 - tanh^2 u)`, summed.
    private static Tensor squeeze(Tensor u) {
        return u.logCosh().times(-2).sum();
    }

    private Image byRows(Tensor u) {
        Tensor z = u.tanh();
        List<Tensor> all = new ArrayList<>();
        Tensor log = rows > 1 ? squeeze(u) : Tensor.of(0);
        int k = 0;
        for (int i = 0; i < rows; i++) {
            Tensor left = Tensor.of(1);
            for (int j = 0; j < i; j++) {
                if (j > 0) {
                    log = log.plus(left.log().times(0.5));
                }
                Tensor x = j == 0 ? z.get(k) : z.get(k).times(left.sqrt());
                left = left.minus(x.square());
                all.add(x);
                k++;
            }
            all.add(i == 0 ? left : left.sqrt());
            for (int j = i + 1; j < rows; j++) {
                all.add(Tensor.of(0));
            }
        }
        return new Image(Tensor.stack(all).reshape(rows, rows), log);
    }

    private Image byColumns(Tensor u) {
        Tensor z = u.tanh();
        Tensor[] all = new Tensor[rows * rows];
        java.util.Arrays.fill(all, Tensor.of(0));
        Tensor[] left = new Tensor[rows];
        java.util.Arrays.fill(left, Tensor.of(1));
        Tensor log = rows > 1 ? squeeze(u) : Tensor.of(0);
        int at = 0;
        for (int j = 0; j < rows; j++) {
            all[j * rows + j] = j == 0 ? left[0] : left[j].sqrt();
            for (int i = j + 1; i < rows; i++) {
                Tensor partial = z.get(at);
                all[i * rows + j] = j == 0 ? partial : partial.times(left[i].sqrt());
                Tensor rest = partial.square().neg().log1p();
                log = rows - j - 2 > 0 ? log.plus(rest.times(0.5 * (rows - j - 2))) : log;
                left[i] = left[i].times(partial.square().neg().plus(1));
                at++;
            }
        }
        Tensor low = Tensor.stack(List.of(all)).reshape(rows, rows);
        return new Image(low.matmul(low.transpose()), log);
    }

    private Image factor(Tensor u) {
        List<Tensor> all = new ArrayList<>();
        Tensor log = Tensor.of(0);
        int k = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (j < i) {
                    all.add(u.get(k++));
                } else if (j == i) {
                    log = log.plus(u.get(k));
                    all.add(u.get(k++).exp());
                } else {
                    all.add(Tensor.of(0));
                }
            }
        }
        return new Image(Tensor.stack(all).reshape(rows, columns), log);
    }

    @Override
    public double[] free(double[] x) {
        boolean whole = kind == Kind.CORRELATION || kind == Kind.COVARIANCE;
        double[] low = whole ? lower(x) : x;
        double[] u = new double[free()];
        int k = 0;
        if (kind == Kind.COVARIANCE || kind == Kind.COVARIANCE_FACTOR) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j <= Math.min(i, columns - 1); j++) {
                    double one = low[i * columns + j];
                    u[k++] = i == j ? Logarithm.log(one) : one;
                }
            }
            return u;
        }
        for (int i = 1; i < rows; i++) {
            double left = 1;
            for (int j = 0; j < i; j++) {
                double partial = low[i * rows + j] / Math.sqrt(left);
                int place = kind == Kind.CORRELATION ? j * rows - j * (j + 1) / 2 + i - j - 1 : k;
                u[place] = 0.5 * (Logarithm.log1p(partial) - Logarithm.log1p(-partial));
                left -= low[i * rows + j] * low[i * rows + j];
                k++;
            }
        }
        return u;
    }

    private double[] lower(double[] x) {
        Cholesky factor = Cholesky.of(x, rows);
        if (!factor.positive()) {
            throw new Misuse("a matrix that is not positive definite", "one that is", "check the start");
        }
        return factor.l();
    }
}
