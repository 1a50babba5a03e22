package thalweg.measure;

import thalweg.array.Misuse;

/// The potential scale reduction of chains: how much wider the draws of all chains spread than those of one,
///
///     R = sqrt((B / W + n - 1) / n),    W = mean variance within chains, B = n times the variance of their means;
///
/// near 1 where the chains agree. Gelman and Rubin, Statistical Science 7 (1992) 457; in ranks, folded and of
/// halves: Vehtari et al., Bayesian Analysis 16 (2021) 667.
///
/// @param bulk of the normal scores of the halves of chains: whether they agree about the place
/// @param folded the same of `|x - median|`: whether they agree about the width
/// @param split of the halves of chains, without ranks
/// @param basic of the chains as they are
public record Rhat(Outcome bulk, Outcome folded, Outcome split, Outcome basic) {
    public static Rhat of(Draws draws) {
        if (!draws.flaw().isEmpty()) {
            Outcome none = Outcome.none(draws.flaw());
            return new Rhat(none, none, none, none);
        }
        Ranks ranks = new Ranks(draws);
        return of(draws, ranks, ranks.scores());
    }

    static Rhat of(Draws draws, Ranks ranks, Pieces scores) {
        return new Rhat(
                of(scores),
                of(ranks.folded()),
                of(draws.halves(draws.flat())),
                draws.chains() == 1 ? Outcome.none("one chain: R-hat compares chains") : of(draws.whole(draws.flat())));
    }

    /// The greater of bulk and folded: the number to report. Chains are taken to agree below 1.01.
    public Outcome value() {
        if (bulk.known() && folded.known()) {
            return bulk.value() >= folded.value() ? bulk : folded;
        }
        return bulk.known() ? new Outcome(bulk.value(), "place only: " + folded.remark()) : bulk;
    }

    /// Nested R-hat: superchains of `members` neighbouring chains that began at one point are compared with each
    /// other, so that many short chains can be judged:
    ///
    ///     R = sqrt(1 + B / W),
    ///
    /// `B` the variance of the means of superchains, `W` the mean over superchains of the variance within its
    /// chains plus that of their means.
    ///
    /// Margossian, Hoffman, Sountsov, Riou-Durand, Vehtari and Gelman, arXiv 2110.13017.
    ///
    /// @throws Misuse where `members` does not divide the number of chains
    public static Outcome nested(Draws draws, int members) {
        int chains = draws.chains();
        if (members < 1 || chains % members != 0) {
            throw new Misuse(
                    "superchains of " + members + " out of " + chains + " chains",
                    "a divisor of the number of chains",
                    "pass how many neighbouring chains began at the same point");
        }
        if (chains == members) {
            return Outcome.none("one superchain: nested R-hat compares superchains");
        }
        if (!draws.flaw().isEmpty()) {
            return Outcome.none(draws.flaw());
        }
        double[] centre = new double[chains / members];
        double within = 0;
        for (int k = 0; k < centre.length; k++) {
            int[] starts = new int[members];
            for (int j = 0; j < members; j++) {
                starts[j] = (k * members + j) * draws.length();
            }
            Pieces superchain = new Pieces(draws.flat(), starts, draws.length());
            double[] means = superchain.means();
            centre[k] = Moments.mean(means);
            double between = members > 1 ? Moments.variance(means) : 0;
            within += (superchain.within(means) + between) / centre.length;
        }
        return ratio(Moments.variance(centre), within, centre.length, 1);
    }

    private static Outcome of(Pieces pieces) {
        double n = pieces.length();
        double[] means = pieces.means();
        return ratio(Moments.variance(means), pieces.within(means), pieces.count(), (n - 1) / n);
    }

    private static Outcome ratio(double between, double within, int groups, double floor) {
        if (within > 0) {
            return Outcome.of(Math.sqrt(between / within + floor));
        }
        return between > 0
                ? new Outcome(
                        Double.POSITIVE_INFINITY, "each of " + groups + " pieces stands still at a value of its own")
                : Outcome.none("all values are equal");
    }
}
