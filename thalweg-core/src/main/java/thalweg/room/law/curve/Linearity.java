package thalweg.room.law.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.formula.Formula;

/// Which parameters enter a formula linearly, all of them together: where the slope by each holds none of them.
final class Linearity {
    private Linearity() {}

    /// The largest set that is found by taking parameters in turn, beginning with any one; places in ascending order.
    static List<Integer> largest(Formula formula, List<String> parameters) {
        List<Formula> slopes = parameters.stream().map(formula::derivative).toList();
        int n = parameters.size();
        boolean[][] holds = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                holds[i][j] = slopes.get(i).contains(parameters.get(j));
            }
        }
        List<Integer> best = List.of();
        for (int first = 0; first < n; first++) {
            List<Integer> set = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                int next = (first + k) % n;
                boolean joins =
                        !holds[next][next] && set.stream().noneMatch(one -> holds[one][next] || holds[next][one]);
                if (joins) {
                    set.add(next);
                }
            }
            best = set.size() > best.size() ? set : best;
        }
        List<Integer> found = best;
        return IntStream.range(0, n).boxed().filter(found::contains).toList();
    }
}
