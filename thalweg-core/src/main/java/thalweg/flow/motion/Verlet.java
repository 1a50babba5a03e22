package thalweg.flow.motion;

/// The step of second order that kicks, drifts and kicks: `p -= h/2 dV; q += h dT; p -= h/2 dV`. Verlet (1967),
/// Störmer (1907); one slope a step, since the last kick's is the next one's first.
public final class Verlet {
    private Verlet() {}

    /// Kick, drift, kick.
    public static Splitting kickFirst(double step) {
        return new Splitting(step, new double[] {0, 1, 0}, new double[] {0.5, 0.5}, 2, false);
    }

    /// Drift, kick, drift.
    public static Splitting driftFirst(double step) {
        return new Splitting(step, new double[] {0.5, 0.5}, new double[] {1}, 2, false);
    }

    /// Symplectic Euler, order 1: `p -= h dV; q += h dT`.
    public static Splitting euler(double step) {
        return new Splitting(step, new double[] {0, 1}, new double[] {1}, 1, false);
    }

    /// Kick-drift-kick steps of sizes `weights[i] h` in turn, neighbouring kicks merged: one slope a stage.
    static Splitting composed(double step, double[] weights, int order) {
        double[] drifts = new double[weights.length + 2];
        double[] kicks = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            drifts[i + 1] = weights[i];
            kicks[i] += 0.5 * weights[i];
            kicks[i + 1] += 0.5 * weights[i];
        }
        return new Splitting(step, drifts, kicks, order, false);
    }
}
