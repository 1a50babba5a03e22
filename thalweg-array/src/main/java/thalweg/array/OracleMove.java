package thalweg.array;

import java.util.List;

/// Values of rearrangements.
final class OracleMove {
    private OracleMove() {}

    static Tensor evaluate(Move op, Type type, List<Tensor> in) {
        Tensor x = in.get(0);
        return switch (op) {
            case Move.Reshape(Shape to) -> x.type().isReal() ? Tensor.wrap(x.reals(), to) : Tensor.wrap(x.wholes(), to);
            case Move.Permute _, Move.Expand _, Move.Slice _, Move.Flip _ -> read(View.reading(op, x.shape()), type, x);
            case Move.Pad pad -> write(View.writing(pad, x.shape(), type.shape()), type, x);
            case Move.Concatenate(int axis) -> join(type, in, axis);
        };
    }

    private static Tensor read(View view, Type type, Tensor x) {
        if (type.isReal()) {
            double[] out = new double[type.shape().count()];
            view.read(x.reals(), 0, out, 0);
            return Tensor.wrap(out, type.shape());
        }
        long[] out = new long[type.shape().count()];
        view.read(x.wholes(), 0, out, 0);
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor write(View view, Type type, Tensor x) {
        if (type.isReal()) {
            double[] out = new double[type.shape().count()];
            view.write(x.reals(), 0, out, 0);
            return Tensor.wrap(out, type.shape());
        }
        long[] out = new long[type.shape().count()];
        view.write(x.wholes(), 0, out, 0);
        return Tensor.wrap(out, type.shape());
    }

    /// Joins parts along an axis of the result.
    static Tensor join(Type type, List<Tensor> parts, int axis) {
        int total = type.shape().count();
        Object out = type.isReal() ? new double[total] : new long[total];
        int blocks = type.shape().part(0, axis).count();
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            for (Tensor part : parts) {
                int n = part.count() / blocks;
                Object from = type.isReal() ? part.reals() : part.wholes();
                System.arraycopy(from, b * n, out, at, n);
                at += n;
            }
        }
        return type.isReal() ? Tensor.wrap((double[]) out, type.shape()) : Tensor.wrap((long[]) out, type.shape());
    }
}
