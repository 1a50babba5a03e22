package thalweg.room.law.curve;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Key;
import thalweg.landscape.Box;

/// Finds parameters that change nothing in these rows: whose slope is 0 in every row at every place that is tried.
public final class Idle {
    private static final int PLACES = 200;
    private static final int ROWS = 200;

    private Idle() {}

    /// The names of such parameters.
    ///
    /// @param start one number a parameter, NaN where none is given
    public static List<String> of(Curve curve, Rows rows, double[] start, Box box) {
        Rows some = rows.every(Math.max(1, rows.count() / ROWS));
        Guess guess = new Guess(some, box);
        int n = start.length;
        boolean[] moves = new boolean[n];
        boolean[] seen = new boolean[n];
        int open = n;
        for (int k = 0; k < PLACES && open > 0; k++) {
            double[] place = start.clone();
            for (int j = 0; j < n; j++) {
                boolean draw = k > 0 || Double.isNaN(place[j]);
                place[j] = draw ? guess.draw(j, Key.of(k).fold(j)) : place[j];
            }
            double[][] slopes = curve.slopes(some.inputs(), some.count(), place);
            open = 0;
            for (int j = 0; j < n; j++) {
                for (double slope : slopes[j]) {
                    seen[j] |= slope == 0;
                    moves[j] |= slope != 0 && Double.isFinite(slope);
                }
                open += moves[j] ? 0 : 1;
            }
        }
        List<String> idle = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (seen[j] && !moves[j]) {
                idle.add(curve.parameters().get(j));
            }
        }
        return idle;
    }
}
