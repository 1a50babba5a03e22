package thalweg.flow;

/// A run cut at a step: the state as bytes and the number of steps done. Resumed, it goes on bit for bit.
///
/// @param step steps done
/// @param state as [StateBytes] writes it
/// @param past what was recorded so far, empty where it is not kept
public record Checkpoint(long step, byte[] state, byte[] past) {
    public Checkpoint(long step, byte[] state) {
        this(step, state, new byte[0]);
    }

    /// The whole as bytes, for a file.
    public byte[] bytes() {
        return StateBytes.write(this);
    }

    /// @throws thalweg.array.Misuse if the bytes are not those of a checkpoint
    public static Checkpoint of(byte[] bytes) {
        return StateBytes.read(bytes, new Checkpoint(0, new byte[0]));
    }
}
