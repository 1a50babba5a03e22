package thalweg.room.mechanics.map;

import thalweg.room.mechanics.field.Samples;

/// States with the states a step later.
///
/// @param half degrees of freedom
/// @param count rows
/// @param from `count * 2 half`
/// @param to `count * 2 half`
/// @param step time between them, a row
public record Pairs(int half, int count, double[] from, double[] to, double[] step) {
    /// Numbers in a state.
    public int size() {
        return 2 * half;
    }

    /// The mixed states `(q, P)` with `((Q - q) / h, (P - p) / h)`, which are `J grad U(q, P)` for every symplectic map
    /// near the identity: `p = P + h dU/dq`, `Q = q + h dU/dP`.
    public Samples mixed() {
        int n = size();
        double[] x = new double[from.length];
        double[] slope = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            x[i] = i % n < half ? from[i] : to[i];
            slope[i] = (to[i] - from[i]) / step[i / n];
        }
        return new Samples(half, count, x, slope, new double[0]);
    }

    /// The states with what a step adds a time, as a plain network sees them.
    public Samples plain() {
        double[] slope = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            slope[i] = (to[i] - from[i]) / step[i / size()];
        }
        return new Samples(half, count, from, slope, new double[0]);
    }
}
