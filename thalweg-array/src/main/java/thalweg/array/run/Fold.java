package thalweg.array.run;

import java.util.Arrays;

/// A sum or a largest element over the middle index of (outer, middle, inner).
///
/// @param rows which index runs along the rows of a frame
/// @param partial whether the rows are folded, so that tiles fold into one result
record Fold(Kind kind, Ref x, Ref y, int outer, int middle, int inner, Rows rows, boolean partial)
        implements Instruction {
    enum Kind {
        SUM,
        GREATEST
    }

    enum Rows {
        NONE,
        OUTER,
        MIDDLE
    }

    @Override
    public void run(Frame frame) {
        int blocks = rows == Rows.OUTER ? outer * frame.rows : outer;
        int n = rows == Rows.MIDDLE ? middle * frame.rows : middle;
        boolean add = partial && !frame.first;
        double[] from = x.reals(frame);
        double[] to = y.reals(frame);
        int at = x.at(frame);
        int place = y.at(frame);
        for (int b = 0; b < blocks; b++, at += n * inner, place += inner) {
            if (kind == Kind.GREATEST) {
                greatest(from, at, to, place, n, add);
            } else if (inner == 1) {
                double sum = Kernels.sum(from, at, n);
                to[place] = add ? to[place] + sum : sum;
            } else {
                Columns.sum(from, at, n, inner, to, place, add);
            }
        }
    }

    private void greatest(double[] from, int at, double[] to, int place, int n, boolean add) {
        if (inner == 1) {
            double most = add ? to[place] : Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                most = Math.max(most, from[at + i]);
            }
            to[place] = most;
            return;
        }
        if (!add) {
            Arrays.fill(to, place, place + inner, Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < inner; j++) {
                to[place + j] = Math.max(to[place + j], from[at + i * inner + j]);
            }
        }
    }

    /// Folds another part of the result in, over elements `at .. at + n - 1`.
    static void combine(Kind kind, double[] from, double[] to, int at, int n) {
        if (kind == Kind.SUM) {
            Kernels.accumulate(from, at, to, at, n);
        } else {
            for (int i = at; i < at + n; i++) {
                to[i] = Math.max(to[i], from[i]);
            }
        }
    }
}
