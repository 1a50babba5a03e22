package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// Collisions of two bodies: masses of 0.5 to 3, normal velocities, an impulse along a random direction `n`,
/// `v1' = v1 - (1 + e) m2 / (m1 + m2) ((v1 - v2) . n) n`; with a restitution of 0 both go on together.
///
/// @param restitution e, or `random` for a new one from 0 to 1 in each event
/// @param dimension 1, 2 or 3
public record Collisions(String restitution, int dimension) {
    /// @throws Misuse for a restitution outside 0 to 1
    public Collisions {
        if (!restitution.equals("random")) {
            double e = number(restitution);
            if (!(e >= 0 && e <= 1)) {
                throw new Misuse("a restitution of " + restitution, "a number from 0 to 1, or random", "correct it");
            }
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// The names of the velocity's components.
    public List<String> velocity() {
        return dimension == 1 ? List.of("v") : List.of("vx", "vy", "vz").subList(0, dimension);
    }

    /// @param noise errors of the velocities, over their deviation
    public Reading make(int events, double noise, Key key) {
        int n = 4 * events;
        double[][] columns = new double[1 + dimension][n];
        int[] row = new int[n];
        int[] start = new int[events + 1];
        int[] origin = new int[n];
        for (int e = 0; e < events; e++) {
            one(columns, 4 * e, key.fold(e));
            start[e + 1] = 2 * (e + 1);
            for (int i = 0; i < 4; i++) {
                row[4 * e + i] = 2 * e + i / 2;
                origin[4 * e + i] = 4 * e + i + 1;
            }
        }
        for (int c = 1; c <= dimension && noise > 0; c++) {
            double size = noise * Groups.deviation(columns[c]);
            double[] errors = key.fold(-c).normals(n);
            for (int i = 0; i < n; i++) {
                columns[c][i] += size * errors[i];
            }
        }
        List<String> names = new ArrayList<>(List.of("m"));
        names.addAll(velocity());
        Groups groups = new Groups(names, columns, row, start, null, velocity(), origin);
        return new Reading(groups, Map.of(), List.of(), List.of(), true, "m", velocity());
    }

    /// Two entries before and two after.
    private void one(double[][] columns, int at, Key key) {
        double[] mass = {0.5 + 2.5 * key.uniform(0), 0.5 + 2.5 * key.uniform(1)};
        double e = restitution.equals("random") ? key.uniform(2) : number(restitution);
        double[] n = new double[dimension];
        double[] v = key.fold(0).normals(2 * dimension);
        double[] way = key.fold(1).normals(dimension);
        double size = 0;
        for (double w : way) {
            size += w * w;
        }
        double closing = 0;
        for (int c = 0; c < dimension; c++) {
            n[c] = way[c] / Math.sqrt(size);
            closing += (v[c] - v[dimension + c]) * n[c];
        }
        double whole = mass[0] + mass[1];
        for (int c = 0; c < dimension; c++) {
            double first = v[c];
            double second = v[dimension + c];
            double common = (mass[0] * first + mass[1] * second) / whole;
            double push = (1 + e) * mass[0] * mass[1] / whole * closing * n[c];
            columns[1 + c][at] = first;
            columns[1 + c][at + 1] = second;
            columns[1 + c][at + 2] = e == 0 ? common : first - push / mass[0];
            columns[1 + c][at + 3] = e == 0 ? common : second + push / mass[1];
        }
        for (int i = 0; i < 4; i++) {
            columns[0][at + i] = mass[i % 2];
        }
    }
}
