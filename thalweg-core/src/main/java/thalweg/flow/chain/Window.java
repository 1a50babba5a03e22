package thalweg.flow.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a stretch of the warm-up saw: draws and slopes, their spreads, and where the metric needs them, all of them.
///
/// @param draws spread of the places
/// @param slopes spread of the slopes
/// @param places the places themselves, empty unless they are kept
/// @param gradients the slopes themselves, empty unless they are kept
record Window(Spread draws, Spread slopes, double[][] places, double[][] gradients) {
    private static final double[][] NONE = {};

    static Window of(int d) {
        return new Window(Spread.of(d), Spread.of(d), NONE, NONE);
    }

    int count() {
        return (int) draws.count()[0];
    }

    Window with(double[] place, double[] slope, boolean keep) {
        draws.add(place);
        slopes.add(slope);
        return keep ? new Window(draws, slopes, grown(places, place), grown(gradients, slope)) : this;
    }

    private static double[][] grown(double[][] rows, double[] row) {
        List<double[]> all = new ArrayList<>(Arrays.asList(rows));
        all.add(row.clone());
        return all.toArray(NONE);
    }
}
