package thalweg.stan.density;

import java.util.List;
import java.util.Map;
import thalweg.array.Tensor;
import thalweg.array.kernel.LogGamma;
import thalweg.array.kernel.Logarithm;

/// Laws of matrices: Wishart, and correlations after Lewandowski, Kurowicka and Joe, J. Multivar. Anal. 100 (2009)
/// 1989.
final class Matrices {
    static final Map<String, Joint> ALL = Map.of(
            "wishart", (y, a) -> wishart(y, a.get(0), a.get(1)),
            "inv_wishart", (y, a) -> inverseWishart(y, a.get(0), a.get(1)),
            "wishart_cholesky",
                    (y, a) -> {
                        Tensor whole = y.matmul(y.transpose());
                        return wishart(whole, a.get(0), a.get(1).matmul(a.get(1).transpose()))
                                .plus(factorJacobian(y));
                    },
            "inv_wishart_cholesky",
                    (y, a) -> {
                        Tensor whole = y.matmul(y.transpose());
                        return inverseWishart(
                                        whole,
                                        a.get(0),
                                        a.get(1).matmul(a.get(1).transpose()))
                                .plus(factorJacobian(y));
                    },
            "lkj_corr", (y, a) -> logDet(y).times(a.get(0).minus(1)).plus(lkjConstant(a.get(0), y.size(0))),
            "lkj_corr_cholesky", (y, a) -> lkjCholesky(y, a.get(0)),
            "lkj_cov", Matrices::lkjCovariance,
            "multi_gp", (y, a) -> multiGp(y, a.get(0).cholesky(), a.get(1)),
            "multi_gp_cholesky", (y, a) -> multiGp(y, a.get(0), a.get(1)),
            "matrix_normal_prec", Matrices::matrixNormal);

    private Matrices() {}

    private static Tensor logDet(Tensor x) {
        return x.cholesky().diagonal().log().sum().times(2);
    }

    private static Tensor multiGamma(Tensor x, int k) {
        Tensor sum = Tensor.of(0.25 * k * (k - 1) * Special.LOG_PI);
        for (int j = 0; j < k; j++) {
            sum = sum.plus(x.minus(0.5 * j).lgamma());
        }
        return sum;
    }

    private static Tensor inside(Tensor scale, Tensor y) {
        return scale.solve(y).diagonalSum();
    }

    private static Tensor wishart(Tensor y, Tensor freedom, Tensor scale) {
        int k = y.size(0);
        return logDet(y)
                .times(freedom.minus(k + 1).times(0.5))
                .minus(inside(scale, y).times(0.5))
                .minus(logDet(scale).times(freedom.times(0.5)))
                .minus(freedom.times(0.5 * k * Logarithm.log(2)))
                .minus(multiGamma(freedom.times(0.5), k));
    }

    private static Tensor inverseWishart(Tensor y, Tensor freedom, Tensor scale) {
        int k = y.size(0);
        return logDet(scale)
                .times(freedom.times(0.5))
                .minus(logDet(y).times(freedom.plus(k + 1).times(0.5)))
                .minus(inside(y, scale).times(0.5))
                .minus(freedom.times(0.5 * k * Logarithm.log(2)))
                .minus(multiGamma(freedom.times(0.5), k));
    }

    /// `log |d(L L')/dL|` for a lower factor.
    private static Tensor factorJacobian(Tensor factor) {
        int k = factor.size(0);
        double[] power = new double[k];
        for (int i = 0; i < k; i++) {
            power[i] = k - i;
        }
        return factor.diagonal().log().dot(Tensor.vector(power)).plus(k * Logarithm.log(2));
    }

    /// Minus the log of the integral of `|R|^(eta - 1)` over correlation matrices.
    private static Tensor lkjConstant(Tensor eta, int k) {
        if (!eta.isTraced() && eta.value() == 1) {
            double constant = 0;
            for (int j = 1; j <= (k - 1) / 2; j++) {
                constant += LogGamma.lgamma(2.0 * j);
            }
            double log = Special.LOG_PI;
            constant += k % 2 == 1
                    ? 0.25 * (k * k - 1) * log
                            - 0.25 * (k - 1) * (k - 1) * Logarithm.log(2)
                            - (k - 1) * LogGamma.lgamma(0.5 * (k + 1))
                    : 0.25 * k * (k - 2) * log
                            + 0.25 * (3.0 * k * k - 4 * k) * Logarithm.log(2)
                            + k * LogGamma.lgamma(0.5 * k)
                            - (k - 1) * LogGamma.lgamma((double) k);
            return Tensor.of(-constant);
        }
        Tensor sum = eta.plus(0.5 * (k - 1)).lgamma().times(k - 1.0);
        for (int j = 1; j < k; j++) {
            sum = sum.minus(eta.plus(0.5 * (k - j - 1)).lgamma()).minus(0.5 * j * Special.LOG_PI);
        }
        return sum;
    }

    private static Tensor lkjCholesky(Tensor factor, Tensor eta) {
        int k = factor.size(0);
        Tensor constant = lkjConstant(eta, k);
        if (k < 2) {
            return constant;
        }
        double[] power = new double[k - 1];
        for (int i = 1; i < k; i++) {
            power[i - 1] = k - i - 1;
        }
        Tensor log = factor.diagonal().slice(0, 1, k).log();
        Tensor weights = Tensor.vector(power).plus(eta.times(2).minus(2));
        return log.times(weights).sum().plus(constant);
    }

    private static Tensor lkjCovariance(Tensor y, List<Tensor> a) {
        int k = y.size(0);
        Tensor scale = y.diagonal().sqrt();
        Tensor inverse = scale.reciprocal();
        Tensor correlation = y.times(inverse.outer(inverse));
        Law normal = java.util.Objects.requireNonNull(Laws.named("lognormal"));
        return normal.each(scale, a.get(0), a.get(1))
                .sum()
                .plus(logDet(correlation).times(a.get(2).minus(1)))
                .plus(lkjConstant(a.get(2), k));
    }

    /// Rows of `y` are draws of one process with weights.
    private static Tensor multiGp(Tensor y, Tensor factor, Tensor weight) {
        int n = factor.size(0);
        int k = y.size(0);
        Tensor z = factor.triangularSolve(y.transpose(), true, false);
        Tensor square = z.square().sum(0).dot(weight);
        return square.times(-0.5)
                .plus(weight.log().sum().times(0.5 * n))
                .minus(factor.diagonal().log().sum().times((double) k))
                .minus(0.5 * n * k * Special.LOG_TWO_PI);
    }

    private static Tensor matrixNormal(Tensor y, List<Tensor> a) {
        Tensor gap = y.minus(a.get(0));
        int n = y.size(0);
        int k = y.size(1);
        Tensor square =
                a.get(2).matmul(gap.transpose()).matmul(a.get(1)).matmul(gap).diagonalSum();
        return square.times(-0.5)
                .plus(logDet(a.get(1)).times(0.5 * k))
                .plus(logDet(a.get(2)).times(0.5 * n))
                .minus(0.5 * n * k * Special.LOG_TWO_PI);
    }
}
