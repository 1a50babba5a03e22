package thalweg.stan.trace;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Tensor;

/// An array that a loop fills in order, while one turn of it is written: the row of this turn, and rows before it.
final class Window {
    private final Cell cell;
    private final Turn turn;
    private final double[] numbers;
    private final int offset;
    private final Value[] before;
    private final Cell current;

    /// @param numbers of the turns, counted from 1
    /// @param offset of the row that a turn writes
    /// @param reach how many rows back a turn reads
    Window(Cell cell, Turn turn, double[] numbers, int offset, int reach) {
        this.cell = cell;
        this.turn = turn;
        this.numbers = numbers;
        this.offset = offset;
        this.before = new Value[reach];
        int[] sizes = cell.sizes();
        this.current = new Cell(
                Reading.type(cell.type(), List.of(new Subscript.One(Value.whole(0)))),
                Arrays.copyOfRange(sizes, 1, sizes.length),
                null);
        for (int back = 1; back <= reach; back++) {
            Value first = row((int) numbers[0] - 1 + offset - back);
            before[back - 1] = Value.of(current.type(), turn.carry(first.tensor()), null, turn);
        }
    }

    private Value row(int index) {
        if (index < 0 || index >= cell.sizes()[0]) {
            return current.copy().get();
        }
        return Reading.of(cell.get(), List.of(new Subscript.One(Value.whole(index))));
    }

    Cell cell() {
        return cell;
    }

    int reach() {
        return before.length;
    }

    /// How far behind the row of this turn a subscript stands.
    private int back(Value number) {
        if (!number.isKnown() || number.lanes() != turn.lanes()) {
            throw new NotLanes("a row that is not told by the turn");
        }
        double[] at = number.numbers();
        double back = numbers[0] - 1 + offset - at[0];
        for (int i = 0; i < at.length; i++) {
            if (numbers[i] - 1 + offset - at[i] != back) {
                throw new NotLanes("a row at no fixed distance");
            }
        }
        return (int) back;
    }

    Value read(List<Subscript> subscripts) {
        if (!(subscripts.get(0) instanceof Subscript.One(Value number))) {
            throw new NotLanes("several rows of a carried array");
        }
        List<Subscript> rest = subscripts.subList(1, subscripts.size());
        if (number.isPlain()) {
            int index = number.index();
            boolean own = index >= numbers[0] - 1 + offset && index <= numbers[numbers.length - 1] - 1 + offset;
            if (own) {
                throw new NotLanes("a fixed row that the loop writes");
            }
            return Reading.of(cell.get(), subscripts);
        }
        int back = back(number);
        if (back < 0 || back > before.length) {
            throw new NotLanes("a row ahead of the turn");
        }
        Value row = back == 0 ? now(rest) : before[back - 1];
        return rest.isEmpty() || back == 0 ? row : Reading.of(row, rest);
    }

    private Value now(List<Subscript> rest) {
        int flat = rest.isEmpty() ? -1 : Reading.plain(rest, current.sizes());
        Value piece = flat < 0 ? null : current.at(flat, rest.size());
        return piece != null ? piece : rest.isEmpty() ? current.get() : Reading.of(current.get(), rest);
    }

    void write(List<Subscript> subscripts, Value value) {
        if (!(subscripts.get(0) instanceof Subscript.One(Value number)) || back(number) != 0) {
            throw new NotLanes("rows written out of turn");
        }
        Writing.to(current, subscripts.subList(1, subscripts.size()), value, null);
    }

    /// The row of this turn as the body makes it.
    Tensor made() {
        return body(current.get(), turn);
    }

    /// The states of the next turn.
    List<Tensor> next() {
        Tensor[] next = new Tensor[before.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = i == 0 ? made() : before[i - 1].tensor();
        }
        return Arrays.asList(next);
    }

    /// Writes the rows that the loop made.
    void finish(Tensor rows) {
        int[] places = new int[numbers.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) numbers[i] - 1 + offset;
        }
        Writing.to(cell, List.of(new Subscript.Many(places)), Value.of(cell.type(), rows), null);
    }

    /// A value as the body of a loop reads it.
    static Tensor body(Value value, Turn turn) {
        return value.lanes() == null ? value.tensor() : turn.row(value);
    }
}
