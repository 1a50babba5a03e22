package thalweg.measure;

/// What draws of one quantity say and whether to believe it: the row of a table of parameters.
///
/// @param mean with its Monte Carlo standard error and effective size, as all that follow
/// @param sd the standard deviation
/// @param q5 the 5 % quantile
/// @param ess effective sizes
/// @param rhat whether the chains agree
public record Summary(Estimate mean, Estimate sd, Estimate q5, Estimate median, Estimate q95, Ess ess, Rhat rhat) {
    public static Summary of(Draws draws) {
        if (!draws.flaw().isEmpty()) {
            return flawed(draws);
        }
        Ranks ranks = new Ranks(draws);
        Pieces scores = ranks.scores();
        Outcome lower = Ess.quantile(draws, 0.05);
        Outcome upper = Ess.quantile(draws, 0.95);
        Ess ess = Ess.of(draws, scores, lower, upper);
        return new Summary(
                Mcse.mean(draws, ess.mean()),
                Mcse.sd(draws),
                Mcse.quantile(draws, 0.05, lower),
                Mcse.quantile(draws, 0.5, ess.median()),
                Mcse.quantile(draws, 0.95, upper),
                ess,
                Rhat.of(draws, ranks, scores));
    }

    private static Summary flawed(Draws draws) {
        String why = draws.flaw();
        return new Summary(
                Estimate.bare(draws.mean(), why),
                Estimate.bare(draws.sd(), why),
                Estimate.bare(draws.quantile(0.05), why),
                Estimate.bare(draws.median(), why),
                Estimate.bare(draws.quantile(0.95), why),
                Ess.of(draws),
                Rhat.of(draws));
    }
}
