package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;

/// Assignment to a variable or to elements of it, in lanes where it stands in lanes.
final class Writing {
    private static final int PIECES = 64;

    private Writing() {}

    /// Writes `value` where the subscripts point.
    ///
    /// @param here the lanes the assignment stands in
    static void to(Cell cell, List<Subscript> subscripts, Value value, @Nullable Lanes here) {
        Lanes lanes = Lanes.inner(Lanes.inner(Reading.lanes(subscripts), value.lanes()), here);
        boolean at = lanes == null || lanes == cell.home() || value.turn() != null;
        if (subscripts.isEmpty() && at) {
            cell.set(value.as(cell.type()));
            return;
        }
        int flat = Reading.plain(subscripts, cell.sizes());
        if (flat >= 0 && at && !subscripts.isEmpty()) {
            int places =
                    Shape.of(Arrays.copyOf(cell.sizes(), subscripts.size())).count();
            if (cell.isPlain() || places <= PIECES) {
                cell.put(flat, subscripts.size(), value);
                return;
            }
        }
        if (value.turn() != null) {
            throw new NotLanes("elements chosen by the turn");
        }
        update(cell, subscripts, value, lanes);
    }

    private static void update(Cell cell, List<Subscript> subscripts, Value value, @Nullable Lanes lanes) {
        int[] sizes = cell.sizes();
        int[] outer = Arrays.copyOf(sizes, subscripts.size());
        int[] inner = Arrays.copyOfRange(sizes, subscripts.size(), sizes.length);
        int block = Shape.of(outer).count();
        int[] place = places(subscripts, outer, lanes);
        Lanes home = cell.home();
        int each = lanes == null ? place.length : place.length / Math.max(1, lanes.count());
        if (home != null && lanes != null) {
            int[] up = lanes.up(home);
            for (int i = 0; i < place.length; i++) {
                place[i] += up[i / each] * block;
            }
        }
        int rows = block * (home == null ? 1 : home.count());
        distinct(place, rows);
        Tensor fresh = rows(value, lanes, place.length, inner);
        Value old = cell.get();
        if (home == null && old.isPlain() && !fresh.isTraced()) {
            numbers(cell.owned(), place, fresh.reals(), Shape.of(inner).count());
            return;
        }
        Tensor before = old.tensor();
        if (home != null && old.lanes() == null) {
            before = before.rows(home.count());
        }
        int[] flat = Reading.join(new int[] {rows}, inner);
        Tensor after = merged(before.reshape(flat), fresh, place);
        int[] shape = home == null ? sizes : Reading.join(new int[] {home.count()}, sizes);
        cell.set(Value.of(cell.type(), after.reshape(shape), home, null));
    }

    private static void numbers(double[] numbers, int[] place, double[] fresh, int block) {
        for (int i = 0; i < place.length; i++) {
            System.arraycopy(fresh, i * block, numbers, place[i] * block, block);
        }
    }

    /// Rows of `before` with some replaced.
    private static Tensor merged(Tensor before, Tensor fresh, int[] place) {
        int n = before.size(0);
        int k = place.length;
        boolean run = k > 0;
        for (int i = 1; i < k && run; i++) {
            run = place[i] == place[0] + i;
        }
        if (run) {
            List<Tensor> parts = new ArrayList<>();
            if (place[0] > 0) {
                parts.add(before.slice(0, 0, place[0]));
            }
            parts.add(fresh);
            if (place[0] + k < n) {
                parts.add(before.slice(0, place[0] + k, n));
            }
            return parts.size() == 1 ? fresh : Tensor.concatenate(0, parts);
        }
        long[] from = new long[n];
        Arrays.setAll(from, i -> i);
        for (int i = 0; i < k; i++) {
            from[place[i]] = (long) n + i;
        }
        return Tensor.concatenate(0, List.of(before, fresh)).gather(Tensor.wholes(from));
    }

    /// The places that subscripts name, lane by lane.
    private static int[] places(List<Subscript> subscripts, int[] outer, @Nullable Lanes lanes) {
        int count = lanes == null ? 1 : lanes.count();
        int each = 1;
        for (Subscript subscript : subscripts) {
            each *= subscript instanceof Subscript.Many many ? many.index().length : 1;
        }
        int[] places = new int[count * each];
        for (int lane = 0; lane < count; lane++) {
            for (int e = 0; e < each; e++) {
                int rest = e;
                int flat = 0;
                int step = 1;
                for (int axis = subscripts.size() - 1; axis >= 0; axis--) {
                    int index = switch (subscripts.get(axis)) {
                        case Subscript.Many(int[] many) -> {
                            int i = many[rest % many.length];
                            rest /= many.length;
                            yield i;
                        }
                        case Subscript.One(Value number) -> number(number, lanes, lane);
                    };
                    flat += index * step;
                    step *= outer[axis];
                }
                places[lane * each + e] = flat;
            }
        }
        return places;
    }

    private static int number(Value number, @Nullable Lanes lanes, int lane) {
        if (!number.isKnown()) {
            throw new NotLanes("a place that depends on parameters");
        }
        Lanes own = number.lanes();
        if (own == null || lanes == null) {
            return number.index();
        }
        return (int) number.numbers()[own == lanes ? lane : lanes.up(own)[lane]];
    }

    private static void distinct(int[] places, int rows) {
        boolean[] seen = new boolean[rows];
        for (int place : places) {
            if (seen[place]) {
                throw new NotLanes("one element written by several turns");
            }
            seen[place] = true;
        }
    }

    /// The value as rows, one a place.
    private static Tensor rows(Value value, @Nullable Lanes lanes, int count, int[] inner) {
        Tensor x = value.tensor();
        Lanes own = value.lanes();
        if (lanes != null) {
            x = own == null ? x.rows(lanes.count()) : lanes.lift(x, own);
        }
        return x.reshape(Reading.join(new int[] {count}, inner));
    }
}
