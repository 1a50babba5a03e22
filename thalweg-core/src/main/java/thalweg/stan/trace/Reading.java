package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Elements of a value: `x[i, j]`, with indices that are numbers, lanes of numbers, or traced.
final class Reading {
    private Reading() {}

    /// The type of what subscripts pick.
    static StanType type(StanType type, List<Subscript> subscripts) {
        int dims = Math.max(0, type.dims() - subscripts.size());
        boolean row = true;
        boolean column = true;
        for (int i = 0; i < subscripts.size(); i++) {
            boolean single = subscripts.get(i) instanceof Subscript.One;
            if (i < type.dims()) {
                dims += single ? 0 : 1;
            } else if (single && i == type.dims()) {
                row = false;
            } else if (single) {
                column = false;
            }
        }
        StanType base = switch (type.base()) {
            case MATRIX ->
                row && column ? StanType.MATRIX : row ? StanType.VECTOR : column ? StanType.ROW_VECTOR : StanType.REAL;
            case VECTOR, ROW_VECTOR -> row ? type : StanType.REAL;
            default -> type;
        };
        return base.in(dims);
    }

    static Value of(Value base, List<Subscript> subscripts) {
        StanType type = type(base.type(), subscripts);
        List<Value> all = new ArrayList<>(List.of(base));
        List<Integer> singles = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < subscripts.size(); i++) {
            if (subscripts.get(i) instanceof Subscript.One(Value number)) {
                singles.add(i);
                all.add(number);
            } else {
                others.add(i);
            }
        }
        int rank = base.shape().rank();
        for (int i = subscripts.size(); i < rank; i++) {
            others.add(i);
        }
        Operands operands = Operands.of(all);
        boolean wide = operands.wide()[0];
        Tensor x = arranged(operands.tensors()[0], singles, others, wide ? 1 : 0);
        boolean laned = wide;
        if (!singles.isEmpty()) {
            int[] sizes = base.shape().sizes();
            int block = 1;
            for (int axis : singles) {
                block *= sizes[axis];
            }
            Tensor place = flat(operands, singles, sizes);
            x = picked(operands, x, block, place, sizes, others);
            laned = operands.lanes() != null && (wide || place.rank() == 1);
        }
        for (int i = 0; i < others.size(); i++) {
            int axis = others.get(i);
            if (axis < subscripts.size() && subscripts.get(axis) instanceof Subscript.Many many) {
                x = along(x, i + (laned ? 1 : 0), many);
            }
        }
        return Value.of(type, x, laned ? operands.lanes() : null, operands.turn());
    }

    /// The axes of single subscripts first.
    private static Tensor arranged(Tensor x, List<Integer> singles, List<Integer> others, int lead) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lead; i++) {
            order.add(i);
        }
        singles.forEach(axis -> order.add(axis + lead));
        others.forEach(axis -> order.add(axis + lead));
        boolean same = true;
        for (int i = 0; i < order.size(); i++) {
            same &= order.get(i) == i;
        }
        return same ? x : x.permute(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /// The places of single subscripts counted through, from 0: a scalar, or one a lane.
    private static Tensor flat(Operands operands, List<Integer> singles, int[] sizes) {
        Tensor place = Tensor.of(0);
        for (int s = 0; s < singles.size(); s++) {
            place = place.times(sizes[singles.get(s)]).plus(operands.tensors()[s + 1]);
        }
        return place;
    }

    private static Tensor picked(
            Operands operands, Tensor x, int block, Tensor place, int[] sizes, List<Integer> others) {
        boolean wide = operands.wide()[0];
        int lanes = wide ? x.size(0) : 1;
        int[] rest = new int[others.size()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = sizes[others.get(i)];
        }
        if (place.rank() == 0 && !place.isTraced()) {
            int[] shape = wide ? join(new int[] {lanes, block}, rest) : join(new int[] {block}, rest);
            return x.reshape(shape).get(wide ? 1 : 0, (int) place.value());
        }
        Tensor rows = x.reshape(join(new int[] {lanes * block}, rest));
        if (place.isTraced()) {
            if (wide) {
                throw new NotLanes("an index that depends on parameters");
            }
            return rows.gather(place.whole());
        }
        double[] at = place.reals();
        int[] index = new int[at.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = (wide ? i * block : 0) + (int) at[i];
        }
        return Pick.rows(rows, index);
    }

    static int[] join(int[] a, int[] b) {
        int[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static Tensor along(Tensor x, int axis, Subscript.Many many) {
        if (many.isAll(x.size(axis))) {
            return x;
        }
        if (axis == 0) {
            return Pick.rows(x, many.index());
        }
        int[] order = new int[x.rank()];
        order[0] = axis;
        for (int a = 1; a < order.length; a++) {
            order[a] = a <= axis ? a - 1 : a;
        }
        int[] back = new int[order.length];
        for (int a = 0; a < order.length; a++) {
            back[order[a]] = a;
        }
        int[] index = many.index();
        boolean slice = index.length > 0;
        for (int i = 1; i < index.length && slice; i++) {
            slice = index[i] == index[0] + i;
        }
        return slice
                ? x.slice(axis, index[0], index[0] + index.length)
                : Pick.rows(x.permute(order), index).permute(back);
    }

    /// The single numbers of subscripts that are all plain, counted through; -1 if one is not.
    static int plain(List<Subscript> subscripts, int[] sizes) {
        int flat = 0;
        for (int i = 0; i < subscripts.size(); i++) {
            if (!(subscripts.get(i) instanceof Subscript.One(Value number)) || !number.isPlain()) {
                return -1;
            }
            flat = flat * sizes[i] + number.index();
        }
        return flat;
    }

    /// The lanes of the subscripts; null if they are the same in all.
    static @Nullable Lanes lanes(List<Subscript> subscripts) {
        Lanes lanes = null;
        for (Subscript subscript : subscripts) {
            if (subscript instanceof Subscript.One(Value number)) {
                lanes = Lanes.inner(lanes, number.lanes());
            }
        }
        return lanes;
    }
}
