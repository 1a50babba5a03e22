package thalweg.room.mechanics.field;

/// One measured motion: states at ascending times.
///
/// @param name of the trajectory
/// @param time `count` numbers
/// @param x `count * n` numbers
public record Path(String name, double[] time, double[] x) {
    /// How many times it was measured.
    public int count() {
        return time.length;
    }

    /// Numbers in a state.
    public int size() {
        return x.length / time.length;
    }

    /// State `i`, copied.
    public double[] state(int i) {
        double[] state = new double[size()];
        System.arraycopy(x, i * state.length, state, 0, state.length);
        return state;
    }
}
