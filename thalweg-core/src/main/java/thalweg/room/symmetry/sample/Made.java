package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.RungeKutta;
import thalweg.study.Lab;

/// Trajectories of a system from random starts, measured with errors: each coordinate gets normal numbers of `noise`
/// times its deviation.
public final class Made {
    private static final int SUBSTEPS = 10;
    private static final double TOLERANCE = 1e-12;

    private Made() {}

    /// @param trajectories how many
    /// @param points samples of each
    /// @param noise errors, over the deviation of each coordinate
    public static Groups of(Recipe recipe, int trajectories, int points, double noise, Lab lab, Key key) {
        List<double[][]> runs = lab.map(trajectories, k -> run(recipe, points, key.fold(k)));
        int n = trajectories * points;
        int d = recipe.names().size();
        double[][] columns = new double[d][n];
        double[] time = new double[n];
        int[] start = new int[trajectories + 1];
        int[] row = new int[n];
        int[] origin = new int[n];
        for (int k = 0; k < trajectories; k++) {
            start[k + 1] = (k + 1) * points;
            for (int i = 0; i < points; i++) {
                int at = k * points + i;
                time[at] = i * recipe.step();
                row[at] = at;
                origin[at] = at + 1;
                for (int c = 0; c < d; c++) {
                    columns[c][at] = runs.get(k)[i][c] / recipe.scale();
                }
            }
        }
        for (int c = 0; c < d && noise > 0; c++) {
            double size = noise * Groups.deviation(columns[c]);
            double[] errors = key.fold(-1 - c).normals(n);
            for (int i = 0; i < n; i++) {
                columns[c][i] += size * errors[i];
            }
        }
        return new Groups(recipe.names(), columns, row, start, time, recipe.names(), origin);
    }

    private static double[][] run(Recipe recipe, int points, Key key) {
        Tensor start = Tensor.vector(recipe.start().apply(key));
        List<double[]> places = new ArrayList<>();
        if (recipe.adaptive()) {
            Tensor at = start;
            places.add(at.toArray());
            for (int i = 1; i < points; i++) {
                at = Run.of(new DormandPrince(TOLERANCE).on(recipe.field()), at, key)
                        .until(Stop.time(recipe.step()))
                        .last();
                places.add(at.toArray());
            }
        } else {
            Run.of(RungeKutta.classical(recipe.step() / SUBSTEPS).on(recipe.field()), start, key)
                    .every(SUBSTEPS)
                    .steps((long) SUBSTEPS * (points - 1))
                    .places()
                    .forEach(place -> places.add(place.toArray()));
        }
        double[][] out = places.toArray(double[][]::new);
        return out.length == points ? out : Arrays.copyOf(out, points);
    }
}
