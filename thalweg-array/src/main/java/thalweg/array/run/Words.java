package thalweg.array.run;

import thalweg.array.Binary;
import thalweg.array.Pointwise;
import thalweg.array.Unary;

/// A pointwise operation on whole numbers, or between the kinds of number.
///
/// @param words whether the operands are I64; the first, for a choice
/// @param made whether the result is I64
record Words(Pointwise op, boolean words, boolean made, Ref x, Ref y, Ref z, Ref to, int n) implements Instruction {
    @Override
    public void run(Frame frame) {
        switch (op) {
            case Unary unary -> unary(unary, frame);
            case Binary binary -> binary(binary, x.words(frame), y.words(frame), frame);
            case Pointwise.Select _ -> select(frame);
            case Pointwise.Polygamma _ -> throw new IllegalArgumentException("a function of real numbers");
        }
    }

    private void unary(Unary unary, Frame frame) {
        if (unary == Unary.WHOLE) {
            double[] from = x.reals(frame);
            long[] out = to.words(frame);
            for (int i = 0; i < n; i++) {
                out[i] = (long) from[i];
            }
            return;
        }
        long[] from = x.words(frame);
        if (unary == Unary.REAL) {
            double[] out = to.reals(frame);
            for (int i = 0; i < n; i++) {
                out[i] = from[i];
            }
            return;
        }
        long[] out = to.words(frame);
        for (int i = 0; i < n; i++) {
            long v = from[i];
            out[i] = unary == Unary.NEG ? -v : unary == Unary.ABS ? Math.abs(v) : Long.signum(v);
        }
    }

    private void binary(Binary binary, long[] a, long[] b, Frame frame) {
        if (binary == Binary.LESS || binary == Binary.EQUAL) {
            double[] out = to.reals(frame);
            for (int i = 0; i < n; i++) {
                out[i] = (binary == Binary.LESS ? a[i] < b[i] : a[i] == b[i]) ? 1 : 0;
            }
            return;
        }
        long[] out = to.words(frame);
        for (int i = 0; i < n; i++) {
            out[i] = binary.at(a[i], b[i]);
        }
    }

    private void select(Frame frame) {
        double[] real = x.reals(frame);
        long[] word = x.words(frame);
        for (int i = 0; i < n; i++) {
            Ref from = (words ? word[i] != 0 : real[i] != 0) ? y : z;
            if (made) {
                to.words(frame)[i] = from.words(frame)[i];
            } else {
                to.reals(frame)[i] = from.reals(frame)[i];
            }
        }
    }
}
