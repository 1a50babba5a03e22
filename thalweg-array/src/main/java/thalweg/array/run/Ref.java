package thalweg.array.run;

/// Where an instruction finds a value: a buffer, and how far the value moves in it from one row to the next.
///
/// @param stride elements a row where the buffer holds all rows of a phase, 0 where it holds one tile or no rows
record Ref(int buffer, int stride) {
    double[] reals(Frame frame) {
        return frame.reals[buffer];
    }

    long[] words(Frame frame) {
        return frame.words[buffer];
    }

    int at(Frame frame) {
        return frame.from * stride;
    }
}
