package thalweg.flow;

/// What a flow holds to; one test holds every flow to its promise.
public sealed interface Promise {
    /// Nothing is promised.
    record None() implements Promise {}

    /// The energy goes down.
    ///
    /// @param always at every step; else from start to end
    record Descends(boolean always) implements Promise {}

    /// A quantity stays, up to an oscillation of order `h^order` that does not grow.
    ///
    /// @param what the quantity by name
    /// @param order of the oscillation; of the drift for schemes without geometry
    record Conserves(String what, int order) implements Promise {}

    /// The long-run law is `exp(-E/T)`.
    ///
    /// @param temperature T
    /// @param order of the bias in the step, 0 where the law is exact
    record Samples(double temperature, int order) implements Promise {}

    /// Errors of the trajectory fall as `h^order`, and nothing else is promised.
    record Follows(int order) implements Promise {}

    /// What a scheme of an order promises for a law: by the turn, the drag and the temperature of the law.
    static Promise of(Dynamics<?> law, int order) {
        if (law.temperature() > 0) {
            return new Samples(law.temperature(), order);
        }
        return law.drag() instanceof Structure.None<?>
                ? new Conserves("energy", order)
                : law.turn() instanceof Structure.None<?> ? new Descends(false) : new None();
    }
}
