package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Key;
import thalweg.formula.Formula;
import thalweg.room.symmetry.library.Feature;
import thalweg.room.symmetry.sample.Groups;
import thalweg.study.Lab;

/// The search for laws in groups of samples: the ladder of libraries from the lowest degree up, new laws on each rung,
/// products of known ones left out.
public final class Search {
    private static final double WITHIN = 1 - 1e-8;
    private static final int MOST_PRODUCTS = 40;

    private final Standard standard;
    private final Lab lab;
    private final Key key;
    private final int deals;
    private final int draws;
    private final double[] within;
    private final double[] total;
    private final List<Law> laws = new ArrayList<>();
    private final List<Law> products = new ArrayList<>();
    private final List<double[]> series = new ArrayList<>();
    private final List<double[]> powers = new ArrayList<>();
    private final List<Feature> alike = new ArrayList<>();

    /// @param errors of each noisy coordinate, over its deviation
    /// @param deals permutations of samples over groups
    /// @param draws resamples of groups
    public Search(Groups groups, List<Feature> library, double[] errors, int deals, int draws, Lab lab) {
        this.standard = Standard.of(groups, library, errors);
        this.lab = lab;
        this.key = lab.key().fold(0x5a);
        this.deals = deals;
        this.draws = draws;
        int p = standard.size();
        Split learn = standard.learn();
        double[] z = standard.matrix(learn, IntStream.range(0, p).toArray());
        this.total = gram(z, p, new int[] {0, learn.size()}, learn.size() - 1);
        this.within = gram(z, p, learn.start(), learn.freedom());
    }

    private static double[] gram(double[] z, int p, int[] start, double freedom) {
        double[] centred = z.clone();
        Standard.centre(centred, p, start);
        return Standard.gram(centred, centred.length / Math.max(1, p), p, freedom);
    }

    /// How many features vary within groups and between them.
    public int terms() {
        return standard.size();
    }

    /// Runs the search.
    ///
    /// @throws IllegalStateException if nothing varies
    public Found run() {
        int[] kept = distinct();
        if (kept.length == 0) {
            throw new IllegalStateException("no feature varies");
        }
        int[] degrees = IntStream.of(kept)
                .map(c -> standard.features().get(c).degree())
                .distinct()
                .sorted()
                .toArray();
        List<Double> best = new ArrayList<>();
        Spectrum spectrum = climb(kept, degrees[0], best);
        for (int i = 1; i < degrees.length; i++) {
            spectrum = climb(kept, degrees[i], best);
        }
        int linear = Math.max(Decision.laws(spectrum), known(spectrum));
        Chance chance = Chance.of(spectrum, deals, lab, key.fold(1));
        int more = Math.min(3, spectrum.rank - linear);
        Resampled resampled = Resampled.of(spectrum, linear, more, draws, lab, key.fold(2));
        double[][] band =
                IntStream.range(0, linear + more).mapToObj(resampled::band).toArray(double[][]::new);
        Coefficients coefficients = new Coefficients(standard, draws, lab, key.fold(3));
        List<Law> judged = new ArrayList<>();
        List<Law> rejected = new ArrayList<>();
        for (Law law : laws) {
            double p = chance.p(law.heldOut());
            Law one = law.judged(p, law.stable(), coefficients.errors(law));
            (p < 0.01 && one.stable() ? judged : rejected).add(one);
        }
        Trimming trimming = trimming(spectrum);
        for (int j = linear; j < linear + more && spectrum.heldOut[j] < 1; j++) {
            Combination rest = trimming.of(spectrum.columns, spectrum.direction(j));
            Law law = law(rest, degrees[degrees.length - 1]);
            rejected.add(law.judged(chance.p(law.heldOut()), false, coefficients.errors(law)));
        }
        return new Found(
                List.copyOf(judged),
                products.stream()
                        .map(q -> q.judged(chance.p(q.heldOut()), resampled.stable(), q.errors()))
                        .toList(),
                rejected,
                linear,
                spectrum.rank,
                kept.length - spectrum.rank,
                new Found.Ratios(spectrum.train, spectrum.heldOut, spectrum.excess, band, chance.quantile(0.01)),
                best,
                standard.trivial(),
                standard.constant(),
                List.copyOf(alike));
    }

    /// How many directions the laws and their products span.
    private int known(Spectrum spectrum) {
        Space space = new Space(spectrum);
        List<double[]> all = new ArrayList<>(series);
        all.addAll(powers);
        for (double[] q : all) {
            double[] b = space.coordinates(q, 0);
            if (b != null) {
                space.add(b);
            }
        }
        return space.size();
    }

    /// The library up to one degree; laws that it has beyond the lower ones are kept.
    private Spectrum climb(int[] kept, int degree, List<Double> best) {
        Spectrum spectrum = new Spectrum(
                standard,
                IntStream.of(kept)
                        .filter(c -> standard.features().get(c).degree() <= degree)
                        .toArray());
        best.add(java.util.Arrays.stream(spectrum.heldOut).min().orElse(1));
        int before = laws.size();
        int linear = Decision.laws(spectrum);
        rung(spectrum, linear, degree);
        if (laws.size() > before) {
            Resampled resampled = Resampled.of(spectrum, linear, 0, draws, lab, key.fold(100 + degree));
            for (int i = before; i < laws.size(); i++) {
                laws.set(
                        i, laws.get(i).judged(1, resampled.stable(), laws.get(i).errors()));
            }
        }
        return spectrum;
    }

    /// One feature of each set that are multiples of each other on these data, the earliest of the library.
    private int[] distinct() {
        int p = standard.size();
        return IntStream.range(0, p)
                .filter(c -> {
                    boolean twin = IntStream.range(0, c).anyMatch(b -> Math.abs(total[b * p + c]) > 1 - 1e-10);
                    if (twin) {
                        alike.add(standard.features().get(c));
                    }
                    return !twin;
                })
                .toArray();
    }

    private Trimming trimming(Spectrum spectrum) {
        double freedom = standard.learn().freedom();
        double optimism = 1 / Math.sqrt(1 - Math.min(0.5, spectrum.rank / freedom));
        return new Trimming(within, total, standard.size(), optimism * (1 + 5 / Math.sqrt(2 * freedom)));
    }

    /// New laws of one rung.
    private void rung(Spectrum spectrum, int linear, int degree) {
        if (linear == 0 || linear == spectrum.rank) {
            return;
        }
        Space space = new Space(spectrum);
        for (double[] q : series) {
            double[] b = space.coordinates(q, 0);
            if (b != null) {
                space.add(b);
            }
        }
        multiply(space, degree);
        if (space.size() >= linear) {
            return;
        }
        List<Combination> shortest = Sparse.of(spectrum, linear, trimming(spectrum));
        for (int pass = 0; pass < 2 && space.size() < linear; pass++) {
            for (Combination combination : shortest) {
                if (space.size() < linear) {
                    add(space, combination, degree);
                }
            }
            List<Combination> rest = new ArrayList<>();
            Trimming trimming = trimming(spectrum);
            for (int j = 0; j < linear && space.size() < linear; j++) {
                rest.add(trimming.of(spectrum.columns, spectrum.direction(j)));
            }
            shortest = rest;
        }
        multiply(new Space(spectrum), degree);
    }

    private void add(Space space, Combination combination, int degree) {
        Law law = law(combination, degree);
        double[] q = values(law);
        double[] b = space.coordinates(q, 0);
        if (b != null && space.add(b)) {
            laws.add(law);
            series.add(q);
        }
    }

    private double[] values(Law law) {
        double[][] features = standard.groups()
                .values(law.terms().stream().map(Feature::formula).toList());
        double[] q = new double[standard.groups().rows()];
        for (int f = 0; f < features.length; f++) {
            for (int i = 0; i < q.length; i++) {
                q[i] = Math.fma(law.coefficients()[f], features[f][i], q[i]);
            }
        }
        return q;
    }

    /// Puts the products of laws that the library holds into the space; sums over several bodies have none.
    private void multiply(Space space, int degree) {
        if (!standard.groups().single()) {
            return;
        }
        List<double[]> all = new ArrayList<>(series);
        List<Formula> formulas = new ArrayList<>(
                laws.stream().map(law -> law.formula(Snapped.rounded(law))).toList());
        for (int i = 0; i < all.size() && all.size() < MOST_PRODUCTS; i++) {
            for (int j = 0; j <= i && j < series.size(); j++) {
                double[] product = new double[all.get(i).length];
                for (int k = 0; k < product.length; k++) {
                    product[k] = all.get(i)[k] * all.get(j)[k];
                }
                double[] b = space.coordinates(product, WITHIN);
                if (b != null && space.add(b)) {
                    all.add(product);
                    formulas.add(Products.formula(formulas.get(i), formulas.get(j)));
                    if (powers.stream().noneMatch(known -> same(known, product))) {
                        powers.add(product);
                        products.add(Products.law(standard, formulas.getLast(), product, degree));
                    }
                }
            }
        }
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i += Math.max(1, a.length / 50)) {
            if (Math.abs(a[i] - b[i]) > 1e-6 * (Math.abs(a[i]) + Math.abs(b[i]))) {
                return false;
            }
        }
        return true;
    }

    /// The law of a combination, refitted on its own terms.
    private Law law(Combination combination, int degree) {
        return new Refit(standard, combination, within).law(degree);
    }
}
