package thalweg.room.law.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.descent.Fit;
import thalweg.flow.descent.LevenbergMarquardt;
import thalweg.landscape.Box;
import thalweg.study.Lab;

/// Looks for a start where none is given, the linear parameters always the best for the others: rounds of random
/// places, some anew and some with a coordinate or two of a low place drawn anew, and descents from the lowest.
///
/// @param given start of each nonlinear parameter, NaN where none is given
/// @param box bounds of the nonlinear parameters
/// @param tries how many random places there are in all
record Search(Lab lab, Curve curve, Rows rows, double[] given, Box box, int tries) {
    private static final int ROWS = 400;
    private static final int ROUNDS = 10;
    private static final int BLOCK = 50;
    /// How many different ends are kept for redrawing.
    private static final int KEPT = 12;
    /// How many descents a round has from places anew, and how many from redrawn ones.
    private static final int DESCENTS = 3;

    private static final int STEPS = 60;
    private static final int LAST_STEPS = 300;

    /// What a search found.
    ///
    /// @param whole all parameters of the lowest end
    /// @param descents how many descents there were
    /// @param agreeing how many of them ended as low as the lowest, to 1 part in 1e4
    record Found(double[] whole, int descents, int agreeing) {}

    /// @param anew whether every coordinate was drawn
    private record Place(double[] x, double sum, boolean anew) {}

    /// The lowest end; null if the formula is finite at no place that was tried.
    @Nullable
    Found run() {
        Rows some = rows.every(Math.max(1, rows.count() / ROWS));
        Guess guess = new Guess(some, box);
        List<Place> ends = new ArrayList<>();
        List<Place> kept = List.of();
        int round = (tries + ROUNDS - 1) / ROUNDS;
        for (int first = 0; first < tries && !lab.stopping(); first += round) {
            lab.progress(first, tries, "looking for a start");
            List<Place> places = tried(some, guess, first, Math.min(tries, first + round), kept);
            List<Place> chosen = new ArrayList<>(lowest(places, true));
            chosen.addAll(lowest(places, false));
            ends.addAll(descended(some, chosen, STEPS));
            kept = different(ends);
        }
        List<Place> last = descended(rows, kept, LAST_STEPS);
        Place lowest = last.stream().min(Comparator.comparingDouble(Place::sum)).orElse(null);
        Projection projection = new Projection(curve, rows, () -> false);
        double[] whole = lowest == null ? null : projection.whole(upright(projection, lowest.x));
        if (lowest == null || whole == null) {
            return null;
        }
        double level = kept.getFirst().sum * (1 + 1e-4) + noise(some);
        int agreeing = (int) ends.stream().filter(end -> end.sum <= level).count();
        return new Found(whole, ends.size(), agreeing);
    }

    /// The same curve with parameters above zero where their sign does not matter, as of a width that is squared.
    private double[] upright(Projection projection, double[] x) {
        double[] best = x.clone();
        for (int j = 0; j < x.length; j++) {
            double before = best[j];
            if (Double.isNaN(given[j]) && before < 0 && -before >= box.low()[j] && -before <= box.high()[j]) {
                double sum = sum(projection, best);
                best[j] = -before;
                best[j] = sum(projection, best) == sum ? -before : before;
            }
        }
        return best;
    }

    /// What rounding leaves of a sum of squares.
    private static double noise(Rows rows) {
        double sum = Double.MIN_NORMAL;
        for (int i = 0; i < rows.count(); i++) {
            double one = 1e-13 * rows.weights()[i] * rows.target()[i];
            sum += one * one;
        }
        return sum;
    }

    private static List<Place> lowest(List<Place> places, boolean anew) {
        return places.stream()
                .filter(place -> place.anew == anew && Double.isFinite(place.sum))
                .sorted(Comparator.comparingDouble(Place::sum))
                .limit(DESCENTS)
                .toList();
    }

    /// The lowest ends, one for each height.
    private static List<Place> different(List<Place> ends) {
        List<Place> kept = new ArrayList<>();
        double height = -1;
        for (Place end :
                ends.stream().sorted(Comparator.comparingDouble(Place::sum)).toList()) {
            if (kept.size() < KEPT && end.sum > height) {
                kept.add(end);
                height = end.sum * (1 + 1e-4);
            }
        }
        return kept;
    }

    private List<Place> tried(Rows some, Guess guess, int first, int end, List<Place> kept) {
        int blocks = (end - first + BLOCK - 1) / BLOCK;
        return lab
                .map(blocks, b -> {
                    Projection projection = new Projection(curve, some, lab::stopping);
                    List<Place> places = new ArrayList<>();
                    for (int i = first + b * BLOCK; i < Math.min(end, first + (b + 1) * BLOCK); i++) {
                        places.add(start(guess, projection, i, kept));
                    }
                    return places;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Place> descended(Rows some, List<Place> places, int steps) {
        return lab
                .map(places.size(), i -> {
                    double[] x = places.get(i).x;
                    double sum = sum(new Projection(curve, some, lab::stopping), x);
                    if (x.length == 0 || !Double.isFinite(sum)) {
                        return new Place(x, sum, true);
                    }
                    Fit fit = new LevenbergMarquardt(steps, 100)
                            .fit(new Projection(curve, some, new Patience(lab)), x, box);
                    return new Place(fit.place(), fit.sumOfSquares(), true);
                })
                .stream()
                .filter(place -> Double.isFinite(place.sum))
                .toList();
    }

    private Place start(Guess guess, Projection projection, int number, List<Place> kept) {
        Key key = lab.key().fold(number);
        double[] x = given.clone();
        boolean anew = kept.isEmpty() || key.uniform(0) < 0.3;
        double[] base = anew ? x : kept.get((int) key.integer(1, kept.size())).x;
        long one = x.length == 0 ? 0 : key.integer(2, x.length);
        long other = x.length == 0 ? 0 : key.integer(3, x.length);
        for (int j = 0; j < x.length; j++) {
            if (Double.isNaN(x[j])) {
                boolean draw = anew || j == one || j == other;
                x[j] = number == 0 ? 1 : draw ? guess.draw(j, key.fold(j)) : base[j];
            }
        }
        box.clamp(x);
        return new Place(x, sum(projection, x), anew);
    }

    private static double sum(Projection projection, double[] x) {
        double[] r = new double[projection.count()];
        projection.residual(x, r);
        double sum = 0;
        for (double one : r) {
            sum += one * one;
        }
        return sum;
    }
}
