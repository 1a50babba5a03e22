package thalweg.room.bayes.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import thalweg.measure.Bfmi;
import thalweg.measure.Draws;
import thalweg.measure.Outcome;
import thalweg.measure.Summary;
import thalweg.study.Lab;
import thalweg.study.Rounding;

/// What draws say of each quantity, and the sentences that their reader must know.
///
/// Thresholds of Vehtari et al., Bayesian Analysis 16 (2021) 667, and Betancourt, arXiv:1701.02434.
///
/// @param rows one a quantity, in their order
public record Judgement(Chains chains, List<Row> rows) {
    /// R-hat above which chains are said to disagree.
    public static final double APART = 1.01;

    /// Effective size below which an error is not to be trusted.
    public static final double FEW = 400;

    private static final int NAMED = 3;

    /// A quantity with its draws and what they say.
    public record Row(String name, Draws draws, Summary summary) {
        double rhat() {
            return summary.rhat().value().value();
        }

        double bulk() {
            return summary.ess().bulk().value();
        }

        double tail() {
            return summary.ess().tail().value();
        }

        /// Whether there is anything to judge: constants are not.
        boolean moves() {
            return draws.flaw().isEmpty();
        }
    }

    /// Judges the quantities on the lab's threads.
    public static Judgement of(Chains chains, Lab lab) {
        List<Row> rows = lab.map(chains.names().size(), k -> {
            Draws draws = chains.draws(k);
            return new Row(chains.names().get(k), draws, Summary.of(draws));
        });
        return new Judgement(chains, rows);
    }

    /// The quantities worth looking at first: those whose chains agree least, then those known least.
    public List<Row> worst() {
        return rows.stream()
                .filter(Row::moves)
                .sorted(Comparator.comparingDouble((Row row) -> row.rhat() > APART ? -row.rhat() : 0)
                        .thenComparingDouble(Row::bulk))
                .toList();
    }

    /// The greatest R-hat, NaN where none is known.
    public double greatestRhat() {
        return rows.stream()
                .mapToDouble(Row::rhat)
                .filter(r -> !Double.isNaN(r))
                .max()
                .orElse(Double.NaN);
    }

    /// The least effective size for the middle of the law, NaN where none is known.
    public double leastBulk() {
        return least(Row::bulk);
    }

    /// The least effective size for its tails.
    public double leastTail() {
        return least(Row::tail);
    }

    private double least(ToDoubleFunction<Row> size) {
        return rows.stream()
                .mapToDouble(size)
                .filter(r -> !Double.isNaN(r))
                .min()
                .orElse(Double.NaN);
    }

    /// What must be known of these draws; empty where all is well.
    public List<String> warnings() {
        List<String> said = new ArrayList<>();
        flaws(said);
        if (chains.count() == 1) {
            said.add("One chain: whether it has found the whole law cannot be told; run at least 4.");
        }
        rhat(said);
        size(said, "bulk", Row::bulk, "the middle of the law");
        size(said, "tail", Row::tail, "its quantiles");
        divergences(said);
        depth(said);
        energies(said);
        return said;
    }

    private void flaws(List<String> said) {
        List<Row> constant =
                rows.stream().filter(row -> row.draws.flaw().startsWith("all ")).toList();
        rows.stream()
                .filter(row -> !row.moves() && !constant.contains(row))
                .limit(NAMED)
                .forEach(row -> said.add(row.name + " cannot be judged: " + row.draws.flaw() + "."));
        if (!constant.isEmpty()) {
            said.add(names(constant) + (constant.size() == 1 ? " is" : " are")
                    + " the same in every draw and left out of the judgement.");
        }
    }

    private void rhat(List<String> said) {
        List<Row> apart = rows.stream()
                .filter(row -> row.rhat() > APART)
                .sorted(Comparator.comparingDouble(Row::rhat).reversed())
                .toList();
        if (!apart.isEmpty()) {
            double most = apart.getFirst().rhat();
            said.add("R-hat is above 1.01 for " + of(apart) + ", at most " + Rounding.number(most, 4) + " ("
                    + names(apart) + "): the chains disagree"
                    + (most > 1.2
                            ? "; they may sit in different modes, and no average over them is to be trusted."
                            : ". Run longer, or look at the traces."));
        }
    }

    private void size(List<String> said, String which, ToDoubleFunction<Row> size, String what) {
        List<Row> few = rows.stream()
                .filter(row -> size.applyAsDouble(row) < FEW)
                .sorted(Comparator.comparingDouble(size))
                .toList();
        if (!few.isEmpty()) {
            said.add("The " + which + " ESS is below 400 for " + of(few) + ", at least "
                    + Rounding.number(Math.rint(size.applyAsDouble(few.getFirst()))) + " (" + names(few)
                    + "): errors of " + what + " are uncertain themselves. Draw more.");
        }
    }

    private String of(List<Row> some) {
        return some.size() + " of " + rows.size() + (rows.size() == 1 ? " quantity" : " quantities");
    }

    private static String names(List<Row> some) {
        String first =
                String.join(", ", some.stream().limit(NAMED).map(Row::name).toList());
        return some.size() > NAMED ? first + ", ..." : first;
    }

    private void divergences(List<String> said) {
        long count = chains.divergences();
        if (count > 0) {
            long all = (long) chains.count() * chains.length();
            said.add(count + " of " + all + " transitions diverged" + place()
                    + ": the law is steeper there than the step size can follow, and its draws are biased. Raise"
                    + " --target, or re-parametrise.");
        }
    }

    /// Where the paths diverged: the quantity whose draws differ most there, in its standard deviations.
    private String place() {
        double[][] flag = chains.gauge(Gauge.DIVERGENT);
        String where = "";
        double most = 0.3;
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            double[][] x = chains.values()[k];
            double[] there = IntStream.range(0, chains.count())
                    .boxed()
                    .flatMapToDouble(c -> IntStream.range(0, x[c].length)
                            .filter(i -> flag[c][i] > 0)
                            .mapToDouble(i -> x[c][i]))
                    .sorted()
                    .toArray();
            double middle = there[there.length / 2];
            double shift = Math.abs(middle - row.draws.median()) / row.draws.sd();
            if (row.moves() && !row.name.equals(Gauge.HEIGHT.word()) && shift > most) {
                most = shift;
                where = ", most where " + row.name + " is near " + Rounding.number(middle, 3)
                        + " (its median over all draws is " + Rounding.number(row.draws.median(), 3) + ")";
            }
        }
        return where;
    }

    private void depth(List<String> said) {
        long full = 0;
        for (double[] chain : chains.gauge(Gauge.DEPTH)) {
            for (double depth : chain) {
                full += chains.depth() > 0 && depth >= chains.depth() ? 1 : 0;
            }
        }
        if (full > 0) {
            said.add(full + " of " + (long) chains.count() * chains.length()
                    + " paths were cut at the depth of " + chains.depth()
                    + ": the chain moves more slowly than it could. Raise --depth, or re-parametrise.");
        }
    }

    private void energies(List<String> said) {
        List<Outcome> bfmi = bfmi();
        List<Integer> low = IntStream.range(0, bfmi.size())
                .filter(c -> !bfmi.get(c).remark().isEmpty() && bfmi.get(c).known())
                .boxed()
                .toList();
        if (!low.isEmpty()) {
            double least =
                    low.stream().mapToDouble(c -> bfmi.get(c).value()).min().orElse(Double.NaN);
            said.add("E-BFMI is below 0.3 in " + low.size() + " of " + bfmi.size() + " chains, at least "
                    + Rounding.number(least, 2)
                    + ": the sampler creeps through the energies, and heavy tails may be missing. Re-parametrise.");
        }
    }

    /// The Bayesian fraction of missing information, one a chain; empty where energies are unknown.
    public List<Outcome> bfmi() {
        return Bfmi.of(chains.gauge(Gauge.ENERGY));
    }
}
