package thalweg.array.run;

/// How many elements a value has in a frame: `inner` for each row, or `inner` in all.
record Extent(boolean rowwise, int inner) {
    int count(Frame frame) {
        return rowwise ? frame.rows * inner : inner;
    }
}
