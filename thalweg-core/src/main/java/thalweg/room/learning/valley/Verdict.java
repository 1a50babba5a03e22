package thalweg.room.learning.valley;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;

/// Whether a place is a critical point: the step to the next zero of the slope is nothing beside the box, or, where a
/// curvature vanishes, the slope is nothing beside the slopes around. Least slopes that are no zeros, far tails where
/// everything vanishes, plateaus and kinks are none.
///
/// @param stiffness a usual size of curvatures in the box, below whose rounding a curvature counts as zero
record Verdict(Terrain terrain, double stiffness) {
    private static final double SHARP = 1e-10;
    private static final double BLUNT = 1e-5;

    /// The critical point at a place, null if there is none.
    @Nullable
    CriticalPoint at(double[] x) {
        double[] g = terrain.slope(x);
        double size = Newton.norm(g);
        Curvature curvature = Curvature.of(terrain.flat(), x);
        if (!Double.isFinite(size) || !curvature.finite() || !Double.isFinite(terrain.height(x))) {
            return null;
        }
        double norm = curvature.norm();
        double[] parts = curvature.parts(g);
        double length = terrain.length();
        if (regular(curvature, norm) && step(curvature, parts, 0) <= SHARP * length) {
            return point(x, size, curvature, Math.max(1e-11 * norm, 1e-10 * stiffness));
        }
        double around = around(x, curvature, 1e-2 * length);
        boolean still = around > 0 && size <= 1e-8 * around && step(curvature, parts, 1e-6 * norm) <= BLUNT * length;
        boolean smooth = around(x, curvature, 1e-3 * length) <= 0.5 * around;
        return still && smooth ? point(x, size, curvature, Math.max(1e-9 * norm, 1e-6 * stiffness)) : null;
    }

    /// Whether all slopes and curvatures vanish around a place.
    boolean isPlateau(double[] x) {
        Curvature curvature = Curvature.of(terrain.flat(), x);
        return curvature.finite()
                && curvature.norm() == 0
                && Newton.norm(terrain.slope(x)) == 0
                && around(x, curvature, 1e-2 * terrain.length()) == 0;
    }

    private static boolean regular(Curvature curvature, double norm) {
        for (double value : curvature.values()) {
            if (!(Math.abs(value) > 1e-12 * norm)) {
                return false;
            }
        }
        return true;
    }

    /// The length of Newton's step in the directions with curvatures above a floor.
    private static double step(Curvature curvature, double[] parts, double floor) {
        double sum = 0;
        for (int k = 0; k < parts.length; k++) {
            double value = curvature.values()[k];
            if (Math.abs(value) > floor) {
                sum += parts[k] / value * (parts[k] / value);
            }
        }
        return Math.sqrt(sum);
    }

    /// The largest slope at a distance, along the eigenvectors and between them; 0 where it is much smaller on the
    /// other side, as on the edge of a plateau.
    private double around(double[] x, Curvature curvature, double distance) {
        int n = x.length;
        double largest = 0;
        double opposite = 0;
        for (int k = 0; k < 2 * n; k++) {
            double[] way = k < n ? curvature.vector(k) : Key.of(k).normals(n);
            double size = Newton.norm(way);
            double[] slope = new double[2];
            for (int side = 0; side < 2; side++) {
                double[] there = x.clone();
                for (int i = 0; i < n; i++) {
                    there[i] += (2 * side - 1) * distance * way[i] / size;
                }
                slope[side] = Newton.norm(terrain.slope(there));
            }
            double larger = Math.max(slope[0], slope[1]);
            if (Double.isFinite(larger) && larger > largest) {
                largest = larger;
                opposite = Math.min(slope[0], slope[1]);
            }
        }
        return opposite > 1e-4 * largest ? largest : 0;
    }

    private CriticalPoint point(double[] x, double size, Curvature curvature, double tolerance) {
        int index = 0;
        int flat = 0;
        for (double value : curvature.values()) {
            index += value < -tolerance ? 1 : 0;
            flat += Math.abs(value) <= tolerance ? 1 : 0;
        }
        return new CriticalPoint(x, terrain.height(x), size, curvature, index, flat, false);
    }
}
