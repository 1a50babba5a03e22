package thalweg.flow;

/// How a run ended: a value with a sentence.
public sealed interface Ending {
    /// The sentence.
    String message();

    /// The kind as JSON and the index name it.
    default String kind() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /// What was asked for was reached.
    record Converged(String message) implements Ending {}

    /// The budget of steps was used up.
    ///
    /// @param missed whether a tolerance that was asked for was not reached
    record Exhausted(String message, boolean missed) implements Ending {}

    /// The numerics ended badly.
    ///
    /// @param step at which step
    /// @param where in what quantity
    record Diverged(String message, long step, String where) implements Ending {}

    /// Interrupted by the user or by the clock; what was found so far is in the report.
    record Stopped(String message) implements Ending {}
}
