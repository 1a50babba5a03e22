package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.kernel.Power;
import thalweg.measure.Density;
import thalweg.measure.Draws;
import thalweg.measure.Summary;
import thalweg.room.bayes.draw.Chains;
import thalweg.room.bayes.draw.Gauge;
import thalweg.room.bayes.draw.Judgement;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// Pictures of draws: traces, ranks, marginals, growth of the effective size, energies, pairs with divergences.
///
/// Vehtari et al., Bayesian Analysis 16 (2021) 667, section 5; Betancourt, arXiv:1701.02434, section 6.
record DrawPictures(Judgement judged) {
    private static final int MOST = 400;
    private static final int CHAINS = 7;
    private static final int BINS = 20;
    private static final int STAGES = 12;
    private static final Layer.Ink[] INKS = {
        Layer.Ink.MODEL,
        Layer.Ink.SECOND,
        Layer.Ink.THIRD,
        Layer.Ink.FOURTH,
        Layer.Ink.FIFTH,
        Layer.Ink.SIXTH,
        Layer.Ink.DATA
    };

    List<Figure> of(List<Judgement.Row> rows) {
        List<Figure> pictures = new ArrayList<>();
        for (Judgement.Row row : rows) {
            double[][] x = values(row);
            pictures.add(trace(row, x));
            pictures.add(ranks(row, x));
            pictures.add(marginal(row, x));
        }
        if (!rows.isEmpty()) {
            pictures.add(growth(rows.getFirst()));
        }
        if (rows.size() > 1) {
            pictures.add(pair(rows.get(0), rows.get(1)));
        }
        if (judged.chains().gauge(Gauge.ENERGY).length > 0) {
            pictures.add(energies());
        }
        return pictures;
    }

    private double[][] values(Judgement.Row row) {
        return judged.chains().values()[judged.rows().indexOf(row)];
    }

    private int drawn() {
        return Math.min(CHAINS, judged.chains().count());
    }

    private String some() {
        return drawn() < judged.chains().count() ? " The first " + drawn() + " chains." : "";
    }

    private Figure.Picture trace(Judgement.Row row, double[][] x) {
        int every = (x[0].length + MOST - 1) / MOST;
        List<Layer> layers = new ArrayList<>();
        for (int c = 0; c < drawn(); c++) {
            double[] chain = x[c];
            double[] at = IntStream.range(0, chain.length)
                    .filter(i -> i % every == 0)
                    .mapToDouble(i -> i + 1.0)
                    .toArray();
            double[] value = Arrays.stream(at).map(i -> chain[(int) i - 1]).toArray();
            layers.add(new Layer.Line("chain " + (c + 1), INKS[c], at, value));
        }
        return new Figure.Picture(
                "trace " + row.name(),
                "Trace of " + row.name(),
                "One line a chain" + (every > 1 ? ", every " + every + "th draw." : ".")
                        + " Chains that have found the law run through each other." + some(),
                Axis.linear("draw", ""),
                Axis.linear(row.name(), ""),
                layers);
    }

    private Figure.Picture ranks(Judgement.Row row, double[][] x) {
        int chains = x.length;
        int length = x[0].length;
        double[] sorted =
                Arrays.stream(x).flatMapToDouble(Arrays::stream).sorted().toArray();
        int bins = Math.min(BINS, Math.max(2, length / 5));
        double expected = (double) length / bins;
        double half = 2.576 * Math.sqrt(expected * (1 - 1.0 / bins));
        List<Layer> layers = new ArrayList<>();
        double[] ends = {0, sorted.length};
        layers.add(new Layer.Band(
                "99 % of independent draws",
                Layer.Ink.REFERENCE, ends, new double[] {expected - half, expected - half}, new double[] {
                    expected + half, expected + half
                }));
        for (int c = 0; c < Math.min(CHAINS, chains); c++) {
            double[] count = new double[bins];
            for (double value : x[c]) {
                double rank = rank(sorted, value);
                count[(int) Math.min(bins - 1, rank * bins / sorted.length)]++;
            }
            double[] edge = new double[2 * bins];
            double[] height = new double[2 * bins];
            for (int b = 0; b < bins; b++) {
                edge[2 * b] = (double) b * sorted.length / bins;
                edge[2 * b + 1] = (b + 1.0) * sorted.length / bins;
                height[2 * b] = count[b];
                height[2 * b + 1] = count[b];
            }
            layers.add(new Layer.Line("chain " + (c + 1), INKS[c], edge, height));
        }
        return new Figure.Picture(
                "ranks " + row.name(),
                "Ranks of " + row.name(),
                "How the draws of each chain rank among all draws. Level lines: the chains agree; slopes: about the"
                        + " place they do not; bows: about the width. The band holds 99 % of the counts of"
                        + " independent draws; correlated ones leave it more often." + some(),
                Axis.linear("rank among all draws", ""),
                Axis.linear("draws", ""),
                layers);
    }

    /// The middle of the ranks, from 0, of the numbers equal to `value`.
    private static double rank(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        int low = at;
        int high = at;
        while (low > 0 && sorted[low - 1] == value) {
            low--;
        }
        while (high < sorted.length - 1 && sorted[high + 1] == value) {
            high++;
        }
        return 0.5 * (low + high);
    }

    private Figure.Picture marginal(Judgement.Row row, double[][] x) {
        List<Layer> layers = new ArrayList<>();
        double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        Summary s = row.summary();
        Density whole = density(all, row);
        double[] inside = Arrays.stream(whole.x())
                .filter(v -> v >= s.q5().value() && v <= s.q95().value())
                .toArray();
        double[] height = IntStream.range(0, whole.x().length)
                .filter(i -> whole.x()[i] >= s.q5().value()
                        && whole.x()[i] <= s.q95().value())
                .mapToDouble(i -> whole.value()[i])
                .toArray();
        if (inside.length > 1) {
            layers.add(new Layer.Band("90 %", Layer.Ink.DATA, inside, new double[inside.length], height));
        }
        layers.add(new Layer.Line("all", Layer.Ink.DATA, whole.x(), whole.value()));
        for (int c = 0; c < drawn() && x.length > 1; c++) {
            if (Arrays.stream(x[c]).distinct().limit(2).count() > 1) {
                Density density = density(x[c], row);
                layers.add(new Layer.Line("chain " + (c + 1), INKS[c], density.x(), density.value()));
            }
        }
        return new Figure.Picture(
                "marginal " + row.name(),
                "Marginal of " + row.name(),
                "Density of all draws with the central 90 %, and of each chain, smoothed by bells for the effective"
                        + " size."
                        + some(),
                Axis.linear(row.name(), ""),
                Axis.linear("density", ""),
                layers);
    }

    /// With Silverman's bandwidth at the effective size: repeated draws are no peaks.
    private static Density density(double[] draws, Judgement.Row row) {
        double range = (row.draws().quantile(0.75) - row.draws().quantile(0.25)) / 1.349;
        double width =
                range > 0 ? Math.min(range, row.draws().sd()) : row.draws().sd();
        double size = Math.max(4, row.summary().ess().bulk().value());
        double share = Power.pow(Double.isNaN(size) ? 4 : size, -0.2);
        return Density.of(draws, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.9 * width * share);
    }

    private Figure.Picture growth(Judgement.Row row) {
        double[][] x = values(row);
        int length = x[0].length;
        int stages = Math.min(STAGES, length / 4);
        double[] at = new double[stages];
        double[] bulk = new double[stages];
        double[] tail = new double[stages];
        for (int i = 0; i < stages; i++) {
            int n = (int) ((long) length * (i + 1) / stages);
            Summary part = Summary.of(Draws.of(
                    Arrays.stream(x).map(chain -> Arrays.copyOf(chain, n)).toArray(double[][]::new)));
            at[i] = (double) n * x.length;
            bulk[i] = part.ess().bulk().value();
            tail[i] = part.ess().tail().value();
        }
        return new Figure.Picture(
                "ess growth",
                "Effective size of " + row.name() + " against draws",
                "The effective size of the first draws of all chains. It grows in proportion where the chains have"
                        + " found the law; the dashed line is at 400.",
                Axis.linear("draws", ""),
                Axis.linear("effective size", ""),
                List.of(
                        new Layer.Line("400", Layer.Ink.REFERENCE, new double[] {0, at[stages - 1]}, new double[] {
                            Judgement.FEW, Judgement.FEW
                        }),
                        new Layer.Line("bulk", Layer.Ink.MODEL, at, bulk),
                        new Layer.Line("tail", Layer.Ink.SECOND, at, tail)));
    }

    private Figure.Picture pair(Judgement.Row first, Judgement.Row second) {
        Chains chains = judged.chains();
        double[][] x = values(first);
        double[][] y = values(second);
        double[][] flag = chains.gauge(Gauge.DIVERGENT);
        int every = (chains.count() * chains.length() + 2 * MOST - 1) / (2 * MOST);
        double[][] plain = new double[2][2 * MOST + chains.count()];
        double[][] lost = new double[2][(int) Math.max(0, chains.divergences())];
        int kept = 0;
        int diverged = 0;
        for (int c = 0; c < chains.count(); c++) {
            for (int i = 0; i < chains.length(); i++) {
                if (flag.length > 0 && flag[c][i] > 0) {
                    lost[0][diverged] = x[c][i];
                    lost[1][diverged++] = y[c][i];
                } else if (i % every == 0 && kept < plain[0].length) {
                    plain[0][kept] = x[c][i];
                    plain[1][kept++] = y[c][i];
                }
            }
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(
                Layer.Points.of("draws", Layer.Ink.DATA, Arrays.copyOf(plain[0], kept), Arrays.copyOf(plain[1], kept)));
        if (diverged > 0) {
            layers.add(Layer.Points.of("after a divergence", Layer.Ink.ALARM, lost[0], lost[1]));
        }
        return new Figure.Picture(
                "pair",
                first.name() + " and " + second.name(),
                "Draws of the two quantities that are known least" + (every > 1 ? ", every " + every + "th" : "")
                        + (diverged > 0 ? "; all " + diverged + " that came from a diverged path in red." : "."),
                Axis.linear(first.name(), ""),
                Axis.linear(second.name(), ""),
                layers);
    }

    private Figure.Picture energies() {
        double[][] energy = judged.chains().gauge(Gauge.ENERGY);
        List<double[]> place = new ArrayList<>();
        List<double[]> change = new ArrayList<>();
        for (double[] chain : energy) {
            double mean = Arrays.stream(chain).average().orElse(0);
            place.add(Arrays.stream(chain).map(e -> e - mean).toArray());
            change.add(IntStream.range(1, chain.length)
                    .mapToDouble(i -> chain[i] - chain[i - 1])
                    .toArray());
        }
        List<Layer> layers = new ArrayList<>();
        for (int series = 0; series < 2; series++) {
            double[] all = (series == 0 ? place : change)
                    .stream().flatMapToDouble(Arrays::stream).toArray();
            if (Arrays.stream(all).distinct().limit(2).count() > 1) {
                Density density = Density.of(all);
                layers.add(new Layer.Line(
                        series == 0 ? "energy - mean" : "change of energy",
                        series == 0 ? Layer.Ink.MODEL : Layer.Ink.SECOND,
                        density.x(),
                        density.value()));
            }
        }
        return new Figure.Picture(
                "energies",
                "Energy and its changes",
                "Density of the energy about its mean and of its change from draw to draw. Where the changes are much"
                        + " narrower, the sampler creeps through the energies.",
                Axis.linear("energy", ""),
                Axis.linear("density", ""),
                layers);
    }
}
