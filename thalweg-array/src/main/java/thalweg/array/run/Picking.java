package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.Misuse;

/// A gather, or a scatter-add in the order of its elements.
///
/// @param each indices of one block, of one row of it where the index moves with the rows
record Picking(
        boolean gather,
        boolean words,
        Ref x,
        Ref index,
        Ref y,
        int blocks,
        int each,
        boolean rowwise,
        int size,
        int inner)
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
        if (!gather && words) {
            Arrays.fill(y.words(frame), yAt, yAt + blocks * size * inner, 0);
        } else if (!gather) {
            Arrays.fill(to, yAt, yAt + blocks * size * inner, 0);
        }
        for (int b = 0; b < blocks; b++) {
            for (int i = 0; i < n; i++) {
                long place = places[at + b * n + i];
                if (place < 0 || place >= size) {
                    throw outside(place, gather, size);
                }
                int far = (b * size + (int) place) * inner;
                int near = (b * n + i) * inner;
                if (words) {
                    words(x.words(frame), xAt + (gather ? far : near), y.words(frame), yAt + (gather ? near : far));
                } else if (gather) {
                    System.arraycopy(from, xAt + far, to, yAt + near, inner);
                } else {
                    Kernels.accumulate(from, xAt + near, to, yAt + far, inner);
                }
            }
        }
    }

    private static Misuse outside(long place, boolean gather, int size) {
        return new Misuse(
                "index " + place + " in " + (gather ? "gather" : "scatter_add"),
                "0 .. " + (size - 1),
                "indices count from 0");
    }

    /// A whole number as the place of a gather; called by generated code.
    static int place(double index, int size) {
        if (!(index >= 0 && index < size)) {
            throw outside((long) index, true, size);
        }
        return (int) index;
    }

    private void words(long[] from, int at, long[] to, int place) {
        for (int k = 0; k < inner; k++) {
            to[place + k] = (gather ? 0 : to[place + k]) + from[at + k];
        }
    }
}
