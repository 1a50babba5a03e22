package thalweg.flow;

/// A run cut at a step: the state as bytes and the number of steps done. Resumed, it goes on bit for bit.
///
/// @param step steps done
/// @param state as [StateBytes] writes it
public record Checkpoint(long step, byte[] state) {
    static Checkpoint of(long step, Object state) {
        return new Checkpoint(step, StateBytes.write(state));
    }
}
