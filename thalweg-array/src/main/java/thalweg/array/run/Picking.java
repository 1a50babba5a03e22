package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.Misuse;

/// A gather, or a scatter-add in the order of its elements.
///
/// @param each indices of one block, of one row of it where the index moves with the rows
record Picking(boolean gather, Ref x, Ref index, Ref y, int blocks, int each, boolean rowwise, int size, int inner)
        implements Instruction {
    @Override
    public void run(Frame frame) {
        double[] from = x.reals(frame);
        double[] to = y.reals(frame);
        long[] places = index.words(frame);
        int xAt = x.at(frame);
        int yAt = y.at(frame);
        int at = index.at(frame);
        int n = rowwise ? each * frame.rows : each;
        if (!gather) {
            Arrays.fill(to, yAt, yAt + blocks * size * inner, 0);
        }
        for (int b = 0; b < blocks; b++) {
            for (int i = 0; i < n; i++) {
                long place = places[at + b * n + i];
                if (place < 0 || place >= size) {
                    throw new Misuse(
                            "index " + place + " in " + (gather ? "gather" : "scatter_add"),
                            "0 .. " + (size - 1),
                            "indices count from 0");
                }
                int far = (b * size + (int) place) * inner;
                int near = (b * n + i) * inner;
                if (gather) {
                    System.arraycopy(from, xAt + far, to, yAt + near, inner);
                } else {
                    Kernels.accumulate(from, xAt + near, to, yAt + far, inner);
                }
            }
        }
    }
}
