package thalweg.array;

/// Values of gathers and scatters.
final class OraclePick {
    private OraclePick() {}

    static Tensor evaluate(Pick op, Type type, Tensor x, Tensor index) {
        return switch (op) {
            case Pick.Gather(int lead) -> gather(op, lead, type, x, index);
            case Pick.ScatterAdd(int lead, int size) -> scatter(op, lead, size, type, x, index);
        };
    }

    private static Tensor gather(Pick op, int lead, Type type, Tensor x, Tensor index) {
        int size = x.shape().size(lead);
        int inner = x.shape().part(lead + 1, x.shape().rank()).count();
        int blocks = x.shape().part(0, lead).count();
        int each = blocks == 0 ? 0 : index.count() / blocks;
        Object from = x.type().isReal() ? x.reals() : x.wholes();
        Object out = x.type().isReal()
                ? new double[type.shape().count()]
                : new long[type.shape().count()];
        for (int i = 0; i < index.count(); i++) {
            int place = i / each * size + place(op, index.wholeAt(i), size);
            System.arraycopy(from, place * inner, out, i * inner, inner);
        }
        return type.isReal() ? Tensor.wrap((double[]) out, type.shape()) : Tensor.wrap((long[]) out, type.shape());
    }

    private static Tensor scatter(Pick op, int lead, int size, Type type, Tensor x, Tensor index) {
        int inner = x.shape().part(index.shape().rank(), x.shape().rank()).count();
        int blocks = x.shape().part(0, lead).count();
        int each = blocks == 0 ? 0 : index.count() / blocks;
        double[] reals = new double[type.isReal() ? type.shape().count() : 0];
        long[] wholes = new long[type.isReal() ? 0 : type.shape().count()];
        for (int i = 0; i < index.count(); i++) {
            int to = (i / each * size + place(op, index.wholeAt(i), size)) * inner;
            for (int k = 0; k < inner; k++) {
                if (type.isReal()) {
                    reals[to + k] += x.realAt(i * inner + k);
                } else {
                    wholes[to + k] += x.wholeAt(i * inner + k);
                }
            }
        }
        return type.isReal() ? Tensor.wrap(reals, type.shape()) : Tensor.wrap(wholes, type.shape());
    }

    private static int place(Pick op, long index, int size) {
        if (index < 0 || index >= size) {
            throw new Misuse(
                    "index " + index + " in " + Notation.head(op), "0 .. " + (size - 1), "indices count from 0");
        }
        return (int) index;
    }
}
