package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Key;
import thalweg.formula.Formula;
import thalweg.formula.Plan;

/// What can be seen in a Hamiltonian before it moves: whether it is a sum `T(p) + V(q)`, whether its masses are 1,
/// and which momenta and angular momenta it keeps (Noether 1918).
///
/// An identity of analytic functions holds where it holds at places in general position; it is tried at the start and
/// around it, its terms compared with their own size.
final class Symmetry {
    private static final int TRIALS = 24;

    private final List<String> names;
    private final int half;
    private final double[][] places;
    private final Formula[] slope;

    Symmetry(Formula energy, List<String> names, double[] start) {
        this.names = names;
        this.half = names.size() / 2;
        this.slope = names.stream().map(energy::derivative).toArray(Formula[]::new);
        this.places = around(start);
    }

    /// Places near the start at which every slope is a number.
    private double[][] around(double[] start) {
        double[] noise = new double[start.length];
        double size = 0;
        for (double v : start) {
            size = Math.max(size, Math.abs(v));
        }
        List<double[]> found = new ArrayList<>();
        for (int t = 0; t < 8 * TRIALS && found.size() < TRIALS; t++) {
            double[] place = start.clone();
            Key.of(1918).fold(t).normals(0, noise, 0, noise.length);
            for (int i = 0; i < start.length; i++) {
                place[i] += 0.3 * (size == 0 ? 1 : size) * noise[i];
            }
            boolean sound = true;
            for (double[] value : values(new double[][] {place}, slope)) {
                sound &= Double.isFinite(value[0]);
            }
            if (sound) {
                found.add(place);
            }
        }
        return found.toArray(double[][]::new);
    }

    /// Whether `d2H / dq dp = 0` for all pairs.
    boolean separable() {
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                if (!vanishes(slope[i].derivative(names.get(half + j)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether `dH/dp = p`.
    boolean unitMass() {
        for (int i = half; i < names.size(); i++) {
            if (!vanish(slope[i], new Formula.Name(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /// Momenta whose place does not occur, and angular momenta `q_i p_j - q_j p_i` about the origin.
    List<Invariant> invariants() {
        List<Invariant> found = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            int momentum = half + i;
            if (vanishes(slope[i])) {
                found.add(new Invariant("momentum " + names.get(momentum), s -> s[momentum]));
            }
        }
        for (int i = 0; i < half; i++) {
            for (int j = i + 1; j < half; j++) {
                if (turns(i, j)) {
                    int a = i;
                    int b = j;
                    String name = half == 2 ? "angular momentum" : "angular momentum " + names.get(i) + names.get(j);
                    found.add(new Invariant(name, s -> s[a] * s[half + b] - s[b] * s[half + a]));
                }
            }
        }
        return found;
    }

    /// Whether `{H, q_i p_j - q_j p_i} = 0`.
    private boolean turns(int i, int j) {
        double[][] values = values(places, slope[i], slope[j], slope[half + i], slope[half + j]);
        boolean moves = false;
        for (int t = 0; t < places.length; t++) {
            double[] s = places[t];
            double[] terms = {
                values[2][t] * s[half + j], -values[3][t] * s[half + i], s[j] * values[0][t], -s[i] * values[1][t]
            };
            if (!zero(terms)) {
                return false;
            }
            moves |= terms[0] != 0;
        }
        return moves;
    }

    private boolean vanishes(Formula formula) {
        if (formula.equals(new Formula.Literal(0))) {
            return true;
        }
        double[] values = values(places, formula)[0];
        for (double value : values) {
            if (!(Math.abs(value) <= 1e-13)) {
                return false;
            }
        }
        return true;
    }

    private boolean vanish(Formula formula, Formula other) {
        double[][] values = values(places, formula, other);
        for (int t = 0; t < places.length; t++) {
            if (!zero(values[0][t], -values[1][t])) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(double... terms) {
        double sum = 0;
        double size = 0;
        for (double term : terms) {
            sum += term;
            size += Math.abs(term);
        }
        return Math.abs(sum) <= 1e-12 * size;
    }

    private double[][] values(double[][] at, Formula... formulas) {
        double[][] columns = new double[names.size()][at.length];
        for (int t = 0; t < at.length; t++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i][t] = at[t][i];
            }
        }
        double[][] results = new double[formulas.length][at.length];
        Plan.of(List.of(formulas), names, List.of()).on(columns, at.length, new double[0], results);
        return results;
    }
}
