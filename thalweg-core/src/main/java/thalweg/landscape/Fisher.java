package thalweg.landscape;

import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.run.Compiled;
import thalweg.array.transform.Calculus;

/// Fisher's information of a [Likelihood], `G = (1/n) sum_i E[g_i g_i']`, `g_i` the slope of `-ln p(y | f_i(x))` for a
/// target `y` drawn from the model, as [Rows].
///
/// Three ways to take the mean over targets: *exact*, by a root of the information of the outputs; *sampled*, over
/// targets drawn; *empirical*, at the targets of the data, which is another matrix, equal to the first only where the
/// model is true. Amari, Neural Computation 10 (1998) 251; Kunstner, Balles and Hennig (2019), arXiv:1905.12558.
public final class Fisher<S> implements Rows<S, Integer> {
    private record Ask<S>(S at, Tensor key) {}

    private record Told<S>(Tensor height, S slope, Tensor rows, Tensor residual) {}

    private final Likelihood<S> likelihood;
    private final int draws;
    private final Compiled<Ask<S>, Told<S>> read;
    private final Compiled<S, Tensor> height;

    private static final int EXACT = 0;
    private static final int EMPIRICAL = -1;

    private Fisher(Likelihood<S> likelihood, int draws) {
        this.likelihood = likelihood;
        this.draws = draws;
        this.read = Compiled.compile(this::told);
        this.height = Compiled.compile(likelihood.energy()::at);
    }

    /// The mean over targets taken exactly: `k` rows an example.
    public static <S> Fisher<S> exact(Likelihood<S> likelihood) {
        return new Fisher<>(likelihood, EXACT);
    }

    /// The mean over targets drawn from the model: unbiased, its error falls as `draws^(-1/2)`.
    ///
    /// @param draws rows an example, 1 or more
    /// @throws Misuse for fewer
    public static <S> Fisher<S> sampled(Likelihood<S> likelihood, int draws) {
        if (draws < 1) {
            throw new Misuse(draws + " draws an example", "1 or more", "Fisher.exact needs none");
        }
        return new Fisher<>(likelihood, draws);
    }

    /// At the targets of the data: one row an example. Not Fisher's information, unless the model is true.
    public static <S> Fisher<S> empirical(Likelihood<S> likelihood) {
        return new Fisher<>(likelihood, EMPIRICAL);
    }

    @Override
    public Integer begin(S at, Key key) {
        return 0;
    }

    @Override
    public Sample<S, Integer> read(S at, Integer kept, Key key) {
        Told<S> told = read.apply(new Ask<>(at, Tensor.key(key)));
        return new Sample<>(told.height(), told.slope(), told.rows(), told.residual(), kept);
    }

    @Override
    public double height(S at, Integer kept, Key key) {
        return height.apply(at).value();
    }

    private Told<S> told(Ask<S> ask) {
        Tensor output = likelihood.outputs(ask.at());
        Family family = likelihood.family();
        int n = likelihood.count();
        double share = 1 / Math.sqrt(n);
        Tensor weights;
        Tensor residual;
        if (draws == EXACT) {
            weights = family.root(output).times(share);
            Tensor each = family.residual(output, likelihood.target()).times(share);
            residual = each.transpose().reshape(each.count());
        } else if (draws == EMPIRICAL) {
            weights = family.error(output, likelihood.target()).times(share).rows(1);
            residual = Tensor.full(share, n);
        } else {
            Tensor wide = Calculus.<Tensor, Tensor>batch(key -> family.error(output, family.draw(output, key)))
                    .apply(keys(ask.key()));
            weights = wide.times(share / Math.sqrt(draws));
            residual = Tensor.zeros(0);
        }
        Calculus.Slope<S> slope = Calculus.valueAndGrad(likelihood.energy()::at).apply(ask.at());
        return new Told<>(slope.value(), slope.slope(), likelihood.slopes(ask.at(), weights), residual);
    }

    private Tensor keys(Tensor key) {
        return key.rows(draws).fold(Tensor.range(draws));
    }
}
