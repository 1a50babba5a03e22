package thalweg.room.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.flow.Ending;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Runs;
import thalweg.study.Rounding;

/// What a fitted formula says, in sentences.
record FormulaVerdict(FormulaResult result) {
    private static final int NAMED = 6;

    /// One or two sentences: what was found, and how well it describes the data.
    String text() {
        CurveFit fit = result.fit();
        if (!result.stands()) {
            return "Nothing was fitted: " + fit.ending().message() + ".";
        }
        String law = result.answer().model().left() + " = " + result.rounded();
        String close = fit.ending() instanceof Ending.Converged ? "" : "The fit did not come to rest. ";
        return close + law + description() + "; " + values() + ".";
    }

    private String description() {
        CurveFit fit = result.fit();
        if (result.weighted()) {
            String chi = "chi2/dof = " + Rounding.number(fit.reduced(), 3) + ", p = " + Rounding.number(result.p(), 2);
            return (result.scattered()
                            ? " does not explain the data within the stated errors ("
                            : " explains the data within the stated errors (")
                    + chi + ")";
        }
        return " describes " + fit.rows().count() + " rows with a residual sd of "
                + Rounding.number(result.deviation(), 3) + " (R2 = " + Rounding.number(result.explained(), 6) + ")";
    }

    private String values() {
        List<String> names = result.parameters();
        String all = IntStream.range(0, Math.min(names.size(), NAMED))
                .mapToObj(j ->
                        names.get(j) + " = " + Rounding.withError(result.fit().place()[j], stated(j)))
                .collect(Collectors.joining(", "));
        return names.size() > NAMED ? all + " and " + (names.size() - NAMED) + " more" : all;
    }

    private double stated(int j) {
        return result.scattered() ? result.scaled(j) : result.error(j);
    }

    /// What the reader of the numbers must know.
    List<String> warnings() {
        List<String> all = new ArrayList<>();
        CurveFit fit = result.fit();
        List<String> held = named(j -> fit.held()[j]);
        if (!held.isEmpty()) {
            all.add("On a bound, so without an error: " + String.join(", ", held)
                    + ". The errors of the others take it as known.");
        }
        List<String> open = named(j -> !fit.held()[j] && !fit.determined(j));
        if (result.stands() && !open.isEmpty()) {
            all.add("The data do not determine " + String.join(", ", open)
                    + (open.size() > 1 ? " separately: other values give the same curve." : "."));
        }
        if (fit.descents() > 0 && fit.agreeing() < 2) {
            all.add("Only one descent reached this minimum, so a lower one may exist: raise --tries, or give a"
                    + " --start.");
        }
        double waves = result.stands() ? waves() : 1;
        if (waves < FormulaResult.SIGNIFICANT) {
            all.add("The residuals run in waves along "
                    + result.answer().model().inputs().getFirst() + " (runs test, p = "
                    + Rounding.number(waves, 2) + "): the formula misses something.");
        }
        return all;
    }

    /// How the start was found, empty where it was given.
    String start() {
        CurveFit fit = result.fit();
        return fit.descents() == 0
                ? ""
                : "No start was given. " + fit.descents()
                        + " descents began at the most promising of many random places; " + fit.agreeing()
                        + " of them reached this minimum, and none a lower one.";
    }

    private List<String> named(java.util.function.IntPredicate which) {
        return IntStream.range(0, result.parameters().size())
                .filter(which)
                .mapToObj(result.parameters()::get)
                .toList();
    }

    /// The probability that the signs of the residuals, in the order of the input, change as seldom by chance; 1 for
    /// several inputs.
    private double waves() {
        if (result.answer().model().inputs().size() != 1) {
            return 1;
        }
        double[] x = result.fit().rows().inputs()[0];
        double[] fitted = result.fitted();
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        boolean[] above = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            above[i] = result.fit().rows().target()[order[i]] > fitted[order[i]];
        }
        return Runs.p(above);
    }
}
