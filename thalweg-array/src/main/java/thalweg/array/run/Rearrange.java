package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.View;

/// A copy through a view: read by it, or written by it.
///
/// @param in elements of the operand that belong to one row, where rows are copied one by one
record Rearrange(View view, Way way, boolean words, Ref x, Ref y, boolean rowwise, int in, int out)
        implements Instruction {
    enum Way {
        READ,
        WRITE,
        /// Written over zeros.
        WRITE_CLEARED
    }

    @Override
    public void run(Frame frame) {
        int rows = rowwise ? frame.rows : 1;
        int from = x.at(frame);
        int to = y.at(frame);
        if (!words) {
            reals(x.reals(frame), from, y.reals(frame), to, rows);
            return;
        }
        for (int r = 0; r < rows; r++, from += in, to += out) {
            words(x.words(frame), from, y.words(frame), to);
        }
    }

    private void reals(double[] a, int from, double[] b, int to, int rows) {
        if (way == Way.READ) {
            view.readRows(a, from, in, b, to, out, rows);
            return;
        }
        if (way == Way.WRITE_CLEARED) {
            Arrays.fill(b, to, to + rows * out, 0);
        }
        view.writeRows(a, from, in, b, to, out, rows);
    }

    private void words(long[] a, int from, long[] b, int to) {
        if (way == Way.READ) {
            view.read(a, from, b, to);
            return;
        }
        if (way == Way.WRITE_CLEARED) {
            Arrays.fill(b, to, to + out, 0);
        }
        view.write(a, from, b, to);
    }
}
