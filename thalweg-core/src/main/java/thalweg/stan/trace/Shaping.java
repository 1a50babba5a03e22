package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Functions that take containers apart and put them together.
final class Shaping {
    private static final StanType REALS = StanType.REAL.array(1);

    private Shaping() {}

    static void into(Map<String, Library.Built> all) {
        all.put("append_row", a -> join(a, 0));
        all.put("append_col", a -> join(a, 1));
        all.put("append_array", a -> {
            StanType.Base base = a.get(1).type().base();
            StanType type =
                    base == StanType.Base.REAL ? a.get(1).type() : a.get(0).type();
            return Library.each(type, t -> Tensor.concatenate(0, t)).at(a);
        });
        all.put("head", a -> rows(a.get(0), 0, Making.size(a.get(1))));
        all.put("tail", a -> {
            int n = a.get(0).size(0);
            return rows(a.get(0), n - Making.size(a.get(1)), n);
        });
        all.put("segment", a -> {
            int from = Making.size(a.get(1)) - 1;
            return rows(a.get(0), from, from + Making.size(a.get(2)));
        });
        all.put("reverse", a -> Library.like(t -> t.get(0).flip(0)).at(a));
        all.put("row", a -> Reading.of(a.get(0), List.of(one(a.get(1)))));
        all.put("col", a -> Reading.of(a.get(0), List.of(whole(a.get(0), 0), one(a.get(1)))));
        all.put("block", a -> Reading.of(a.get(0), List.of(range(a.get(1), a.get(3)), range(a.get(2), a.get(4)))));
        all.put("sub_row", a -> Reading.of(a.get(0), List.of(one(a.get(1)), range(a.get(2), a.get(3)))));
        all.put("sub_col", a -> Reading.of(a.get(0), List.of(range(a.get(1), a.get(3)), one(a.get(2)))));
        all.put(
                "rows",
                a -> Value.whole(
                        a.get(0).type().base() == StanType.Base.ROW_VECTOR
                                ? 1
                                : a.get(0).size(0)));
        all.put(
                "cols",
                a -> Value.whole(
                        switch (a.get(0).type().base()) {
                            case VECTOR -> 1;
                            case ROW_VECTOR -> a.get(0).size(0);
                            default -> a.get(0).size(1);
                        }));
        all.put("num_elements", a -> Value.whole(a.get(0).shape().count()));
        all.put("size", a -> {
            Value x = a.get(0);
            boolean matrix = x.type().dims() == 0 && x.type().base() == StanType.Base.MATRIX;
            return Value.whole(x.type().rank() == 0 ? 1 : matrix ? x.shape().count() : x.size(0));
        });
        all.put("dims", a -> Value.wholes(a.get(0).shape().sizes()));
        all.put("transpose", a -> Arithmetic.transpose(a.get(0)));
        all.put("to_vector", a -> flat(a.get(0), StanType.VECTOR));
        all.put("to_row_vector", a -> flat(a.get(0), StanType.ROW_VECTOR));
        all.put(
                "to_array_1d",
                a -> flat(a.get(0), a.get(0).type().base() == StanType.Base.INT ? StanType.INT.array(1) : REALS));
        all.put("to_array_2d", a -> a.get(0).as(StanType.REAL.array(2)));
        all.put("to_matrix", Shaping::matrix);
    }

    private static Subscript one(Value number) {
        return new Subscript.One(Arithmetic.of("-", number, Value.whole(1)));
    }

    private static Subscript whole(Value base, int axis) {
        return Subscript.Many.range(0, base.size(axis));
    }

    private static Subscript range(Value from, Value count) {
        int first = Making.size(from) - 1;
        return Subscript.Many.range(first, first + Making.size(count));
    }

    private static Value rows(Value value, int from, int to) {
        int n = value.size(0);
        if (from < 0 || to > n || from > to) {
            throw new thalweg.array.Misuse(
                    "elements " + (from + 1) + ".." + to + " of " + n, "1.." + n, "check the index");
        }
        return Reading.of(value, List.of(Subscript.Many.range(from, to)));
    }

    private static Value join(List<Value> a, int axis) {
        StanType.Base left = a.get(0).type().base();
        StanType.Base right = a.get(1).type().base();
        boolean flat = axis == 0
                ? left != StanType.Base.MATRIX && right != StanType.Base.MATRIX && left != StanType.Base.ROW_VECTOR
                : left != StanType.Base.MATRIX && right != StanType.Base.MATRIX && left != StanType.Base.VECTOR;
        StanType type = flat ? axis == 0 ? StanType.VECTOR : StanType.ROW_VECTOR : StanType.MATRIX;
        return Library.each(type, t -> {
                    List<Tensor> parts = new ArrayList<>();
                    for (Tensor x : t) {
                        if (flat) {
                            parts.add(x.rank() == 0 ? x.expand(0, 1) : x);
                        } else {
                            parts.add(x.rank() == 1 ? x.expand(axis, 1) : x);
                        }
                    }
                    return Tensor.concatenate(flat ? 0 : axis, parts);
                })
                .at(a);
    }

    /// All elements in a line, those of a matrix by columns.
    private static Value flat(Value value, StanType type) {
        Operands one = Operands.of(value);
        Tensor x = one.tensors()[0];
        int lead = one.wide()[0] ? 1 : 0;
        if (value.type().base() == StanType.Base.MATRIX) {
            x = x.transpose();
        }
        int count = value.shape().count();
        return one.result(type, lead == 0 ? x.reshape(count) : x.reshape(x.size(0), count));
    }

    private static Value matrix(List<Value> a) {
        Value value = a.get(0);
        if (a.size() == 1) {
            return switch (value.type().base()) {
                case VECTOR ->
                    value.type().dims() > 0
                            ? value.as(StanType.MATRIX)
                            : Library.each(StanType.MATRIX, t -> t.get(0).expand(1, 1))
                                    .at(a);
                case ROW_VECTOR ->
                    value.type().dims() > 0
                            ? value.as(StanType.MATRIX)
                            : Library.each(StanType.MATRIX, t -> t.get(0).expand(0, 1))
                                    .at(a);
                default -> value.as(StanType.MATRIX);
            };
        }
        int rows = Making.size(a.get(1));
        int columns = Making.size(a.get(2));
        if (Shape.of(rows, columns).count() != value.shape().count()) {
            throw new thalweg.array.Misuse(
                    "to_matrix of " + value.shape().count() + " elements", rows + " x " + columns, "check the sizes");
        }
        boolean byRow = a.size() == 4 && Making.size(a.get(3)) == 0;
        Value line = flat(value, StanType.VECTOR);
        return Library.each(
                        StanType.MATRIX,
                        t -> byRow
                                ? t.get(0).reshape(rows, columns)
                                : t.get(0).reshape(columns, rows).transpose())
                .at(List.of(line));
    }
}
