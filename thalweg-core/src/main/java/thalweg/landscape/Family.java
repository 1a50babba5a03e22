package thalweg.landscape;

import thalweg.array.Misuse;
import thalweg.array.Source;
import thalweg.array.Tensor;

/// The law of a target `y` given the `k` outputs `f` of a model: `-ln p(y | f)`, with its derivatives by `f`.
///
/// The information of the outputs is `L = E[e e']`, `e = d(-ln p)/df`, over targets drawn from the law itself; it is
/// `B B'` with a root `B` of `k` columns. For both families it is also the Hessian of `-ln p` in `f`, so that Fisher's
/// matrix is the Gauss-Newton matrix: Martens, J. Mach. Learn. Res. 21 (2020) 146, section 9.
public sealed interface Family {
    /// `-ln p(y | f)` a row, up to a constant: `[n]` for outputs and targets `[n, k]`.
    Tensor surprise(Tensor output, Tensor target);

    /// `e = d(-ln p)/df`, `[n, k]`.
    Tensor error(Tensor output, Tensor target);

    /// The columns of `B`: `[k, n, k]`, the first axis counts columns.
    Tensor root(Tensor output);

    /// `r` with `B r = e`, `[n, k]`.
    Tensor residual(Tensor output, Tensor target);

    /// `L v`, `[n, k]`.
    Tensor bend(Tensor output, Tensor v);

    /// Targets drawn from the law, `[n, k]`.
    ///
    /// @param key words `[2]` of a key
    Tensor draw(Tensor output, Tensor key);

    /// Normal targets: `-ln p = |y - f|^2 / (2 variance)`.
    ///
    /// @param variance of each target; 1/2 makes the energy the squared error without a factor
    record Gaussian(double variance) implements Family {
        /// @throws Misuse if the variance is not a positive number
        public Gaussian {
            if (!(variance > 0) || Double.isInfinite(variance)) {
                throw new Misuse("a variance of " + variance, "a positive number", "1 is half the squared error");
            }
        }

        @Override
        public Tensor surprise(Tensor output, Tensor target) {
            return output.minus(target).square().sum(1).times(0.5 / variance);
        }

        @Override
        public Tensor error(Tensor output, Tensor target) {
            return output.minus(target).times(1 / variance);
        }

        @Override
        public Tensor root(Tensor output) {
            return unit(output).times(1 / Math.sqrt(variance));
        }

        @Override
        public Tensor residual(Tensor output, Tensor target) {
            return output.minus(target).times(1 / Math.sqrt(variance));
        }

        @Override
        public Tensor bend(Tensor output, Tensor v) {
            return v.times(1 / variance);
        }

        @Override
        public Tensor draw(Tensor output, Tensor key) {
            Tensor noise = key.draw(Source.Law.NORMAL, output.size(0), output.size(1));
            return output.plus(noise.times(Math.sqrt(variance)));
        }
    }

    /// One of `k` classes with probability `p = softmax f`; targets are indicators, a 1 at the class.
    record Categorical() implements Family {
        @Override
        public Tensor surprise(Tensor output, Tensor target) {
            return output.logSumExp(1).minus(output.times(target).sum(1));
        }

        @Override
        public Tensor error(Tensor output, Tensor target) {
            return output.softmax(1).minus(target);
        }

        /// `B = diag(sqrt p) - p sqrt(p)'`.
        @Override
        public Tensor root(Tensor output) {
            int k = output.size(1);
            Tensor half =
                    output.minus(output.logSumExp(1).columns(k)).times(0.5).exp();
            Tensor columns = unit(output).minus(output.softmax(1).rows(k));
            return columns.times(half.transpose().columns(k));
        }

        /// `(p - y) / sqrt p`.
        @Override
        public Tensor residual(Tensor output, Tensor target) {
            Tensor log = output.minus(output.logSumExp(1).columns(output.size(1)));
            Tensor half = log.times(0.5).exp();
            return half.minus(target.times(log.times(-0.5).exp()));
        }

        @Override
        public Tensor bend(Tensor output, Tensor v) {
            Tensor p = output.softmax(1);
            Tensor weighted = p.times(v);
            return weighted.minus(p.times(weighted.sum(1).columns(output.size(1))));
        }

        @Override
        public Tensor draw(Tensor output, Tensor key) {
            int k = output.size(1);
            Tensor below = output.softmax(1).prefixSum(1);
            Tensor u = key.draw(Source.Law.UNIFORM, output.size(0)).columns(k);
            Tensor reached = below.less(u).neg().plus(1);
            Tensor last = Tensor.range(k).same(Tensor.whole(k - 1)).rows(output.size(0));
            Tensor sure = reached.max(last);
            return sure.minus(sure.slice(1, 0, k - 1).pad(1, 1, 0));
        }
    }

    /// The unit matrix for each row, `[k, n, k]`.
    private static Tensor unit(Tensor output) {
        int k = output.size(1);
        return Tensor.unit(k).expand(1, output.size(0));
    }
}
