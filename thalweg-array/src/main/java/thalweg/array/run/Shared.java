package thalweg.array.run;

/// An instruction outside the tiles that is cut into pieces for several threads; the cut follows from shapes alone.
interface Shared extends Instruction {
    int pieces();

    /// Does a piece in a frame that no other piece uses.
    void piece(Frame frame, int piece);

    /// What remains when all pieces are done.
    default void join(Frame frame) {}

    /// All pieces, one after the other.
    @Override
    default void run(Frame frame) {
        for (int p = 0; p < pieces(); p++) {
            piece(frame, p);
        }
        join(frame);
    }
}
