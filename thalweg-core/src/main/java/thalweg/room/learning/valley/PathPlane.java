package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import thalweg.linalg.SymmetricEigen;
import thalweg.study.Lab;

/// The plane in which a path of many coordinates is widest: through its end, along the two first principal directions
/// of
/// its places.
public final class PathPlane {
    private static final int COLUMNS = 81;
    private static final double MARGIN = 0.35;

    private PathPlane() {}

    /// The heights on that plane, with room around the path.
    public static Surface surface(Terrain terrain, List<double[]> path, Lab lab) {
        Surface.Plane plane = plane(path);
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] place : path) {
            double[] at = plane.of(place);
            for (int i = 0; i < 2; i++) {
                low[i] = Math.min(low[i], at[i]);
                high[i] = Math.max(high[i], at[i]);
            }
        }
        double widest = Math.max(high[0] - low[0], high[1] - low[1]);
        widest = widest > 0 ? widest : 1e-2 * terrain.length();
        for (int i = 0; i < 2; i++) {
            double room = Math.max(MARGIN * widest, 0.35 * widest - 0.5 * (high[i] - low[i]));
            low[i] -= room;
            high[i] += room;
        }
        return Surface.of(terrain, plane, low, high, COLUMNS, lab);
    }

    /// By the eigenvectors of the products of places with one another, which are few where coordinates are many.
    private static Surface.Plane plane(List<double[]> path) {
        double[] origin = path.getLast();
        int stride = Math.max(1, path.size() / 200);
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < path.size(); k += stride) {
            double[] row = path.get(k).clone();
            for (int i = 0; i < row.length; i++) {
                row[i] -= origin[i];
            }
            rows.add(row);
        }
        int m = rows.size();
        double[] gram = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                for (int i = 0; i < origin.length; i++) {
                    gram[a * m + b] += rows.get(a)[i] * rows.get(b)[i];
                }
            }
        }
        double[] vectors = SymmetricEigen.of(gram, m).vectors();
        double[][] ways = new double[2][origin.length];
        for (int w = 0; w < 2; w++) {
            for (int a = 0; a < m && m > w; a++) {
                for (int i = 0; i < origin.length; i++) {
                    ways[w][i] += vectors[a * m + m - 1 - w] * rows.get(a)[i];
                }
            }
            orthonormal(ways, w);
        }
        return new Surface.Plane(origin, ways[0], ways[1], List.of("first direction", "second direction"));
    }

    private static void orthonormal(double[][] ways, int w) {
        for (int tries = 0; tries <= ways[w].length; tries++) {
            if (w == 1) {
                ways[1] = ElasticString.across(ways[1], ways[0]);
            }
            double size = Newton.norm(ways[w]);
            if (size > 1e-12) {
                for (int i = 0; i < ways[w].length; i++) {
                    ways[w][i] /= size;
                }
                return;
            }
            ways[w] = new double[ways[w].length];
            ways[w][Math.min(tries, ways[w].length - 1)] = 1;
        }
    }
}
