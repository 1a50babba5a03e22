package thalweg.room.learning.valley;

import java.util.Arrays;

/// A string of places between two minima that slides down sideways until it lies in the valley: `dx/dt = -(grad E)`
/// across
/// the string, equal distances along it.
///
/// E, Ren and Vanden-Eijnden, J. Chem. Phys. 126 (2007) 164103; its highest place then climbs along the string and
/// slides across it (Henkelman, Uberuaga and Jónsson, J. Chem. Phys. 113 (2000) 9901) to the neighbourhood of a saddle.
final class ElasticString {
    private static final int PLACES = 41;
    private static final int MOST = 4000;
    private static final int CLIMB = 400;

    private final Terrain terrain;
    private final double[][] x = new double[PLACES][];

    ElasticString(Terrain terrain, double[] from, double[] to) {
        this.terrain = terrain;
        for (int k = 0; k < PLACES; k++) {
            double share = k / (PLACES - 1.0);
            x[k] = new double[from.length];
            for (int i = 0; i < from.length; i++) {
                x[k][i] = from[i] + share * (to[i] - from[i]);
            }
        }
        double[] spread = aside(from, to);
        for (int k = 0; k < PLACES; k++) {
            double bow = 0.02 * StrictMath.sin(Math.PI * k / (PLACES - 1.0));
            for (int i = 0; i < from.length; i++) {
                x[k][i] += bow * spread[i];
            }
        }
    }

    /// A direction across the straight line, so that a string does not rest on a ridge by symmetry.
    private static double[] aside(double[] from, double[] to) {
        int n = from.length;
        double[] aside = new double[n];
        if (n < 2) {
            return aside;
        }
        double[] along = new double[n];
        for (int i = 0; i < n; i++) {
            along[i] = to[i] - from[i];
        }
        aside[0] = -along[1];
        aside[1] = along[0];
        return aside;
    }

    /// Lets the string slide until it hardly moves.
    void relax() {
        double spacing = even();
        double[] size = new double[PLACES];
        double factor = 1;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST; round++) {
            double moved = 0;
            double[][] next = x.clone();
            for (int k = 1; k + 1 < PLACES; k++) {
                double[] push = across(terrain.slope(x[k]), tangent(k));
                double force = Newton.norm(push);
                size[k] = round == 0 ? force : Math.max(0.99 * size[k], force);
                double step = Math.min(0.2 * spacing * factor * force / Math.max(size[k], Double.MIN_NORMAL), spacing);
                double scale = force > 0 && Double.isFinite(force) ? step / force : 0;
                next[k] = x[k].clone();
                for (int i = 0; i < push.length; i++) {
                    next[k][i] -= scale * push[i];
                }
                moved = Math.max(moved, step);
            }
            System.arraycopy(next, 0, x, 0, PLACES);
            spacing = even();
            if (round % 25 == 24) {
                factor = moved > 0.7 * before ? Math.max(0.5 * factor, 1e-2) : factor;
                before = moved;
            }
            if (moved < 1e-3 * spacing) {
                return;
            }
        }
    }

    /// The place of the highest pass after a climb; the search for the saddle starts there.
    double[] climb() {
        int top = 1;
        for (int k = 1; k + 1 < PLACES; k++) {
            top = terrain.height(x[k]) > terrain.height(x[top]) ? k : top;
        }
        double[] place = x[top].clone();
        double[] tangent = tangent(top);
        double reach = 0.1 * distance(x[0], x[1]);
        double[] last = new double[place.length];
        for (int round = 0; round < CLIMB && reach > 1e-6 * terrain.length(); round++) {
            double[] slope = terrain.slope(place);
            double along = dot(slope, tangent);
            double size = Newton.norm(slope);
            if (!(size > 0) || !Double.isFinite(size)) {
                return place;
            }
            double[] move = new double[place.length];
            for (int i = 0; i < place.length; i++) {
                move[i] = (2 * along * tangent[i] - slope[i]) / size;
            }
            reach *= dot(move, last) < 0 ? 0.5 : 1.05;
            for (int i = 0; i < place.length; i++) {
                place[i] += reach * move[i];
            }
            last = move;
        }
        return place;
    }

    /// Equal distances along the string.
    ///
    /// @return the distance
    private double even() {
        double[] at = new double[PLACES];
        for (int k = 1; k < PLACES; k++) {
            at[k] = at[k - 1] + distance(x[k - 1], x[k]);
        }
        double length = at[PLACES - 1];
        double[][] even = x.clone();
        for (int k = 1; k + 1 < PLACES; k++) {
            double wanted = length * k / (PLACES - 1);
            int found = Arrays.binarySearch(at, wanted);
            int left = Math.min(found >= 0 ? found : -found - 2, PLACES - 2);
            double share = (wanted - at[left]) / (at[left + 1] - at[left]);
            even[k] = new double[x[k].length];
            for (int i = 0; i < x[k].length; i++) {
                even[k][i] = x[left][i] + share * (x[left + 1][i] - x[left][i]);
            }
        }
        System.arraycopy(even, 0, x, 0, PLACES);
        return length / (PLACES - 1);
    }

    private double[] tangent(int k) {
        double[] tangent = new double[x[k].length];
        double size = distance(x[k - 1], x[k + 1]);
        for (int i = 0; i < tangent.length; i++) {
            tangent[i] = (x[k + 1][i] - x[k - 1][i]) / size;
        }
        return tangent;
    }

    static double[] across(double[] slope, double[] tangent) {
        double along = dot(slope, tangent);
        double[] across = slope.clone();
        for (int i = 0; i < across.length; i++) {
            across[i] -= along * tangent[i];
        }
        return across;
    }

    private static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * w[i];
        }
        return sum;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
