package thalweg.array.run;

import java.util.List;
import thalweg.array.Contract;
import thalweg.array.Move;
import thalweg.array.Op;
import thalweg.array.Pick;
import thalweg.array.Pointwise;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Step;

/// Which steps can be done on some rows of a batch at a time: the rule for each operation.
final class Rows {
    /// What a value is inside a region of steps that go row by row.
    enum Part {
        /// Computed before; its rows can be read, or all of it.
        BEFORE,
        /// One row depends on one row of what is before.
        ROW,
        /// A fold over rows, complete only after the last.
        PARTIAL,
        /// Not known inside the region.
        ABSENT
    }

    private static final int LARGE = 1 << 17;

    private final Program program;
    private final int n;
    private final Part[] parts;

    /// @param n the length of the leading axis that is cut
    Rows(Program program, int n, Part[] parts) {
        this.program = program;
        this.n = n;
        this.parts = parts;
    }

    /// What the result of a step would be; ABSENT if the step cannot be done by rows.
    Part of(Step step) {
        if (step.types().size() != 1 || !step.type().isReal()) {
            return Part.ABSENT;
        }
        for (int operand : step.operands()) {
            if (parts[operand] == Part.ABSENT || parts[operand] == Part.PARTIAL) {
                return Part.ABSENT;
            }
        }
        return switch (step.op()) {
            case Pointwise _ -> all(step) && reals(step) ? Part.ROW : Part.ABSENT;
            case Reduction.Sum(var axes) -> fold(step, axes);
            case Reduction.Greatest(var axes) -> fold(step, axes);
            case Contract contract -> contract(contract, step);
            case Move move -> move(move, step) ? Part.ROW : Part.ABSENT;
            case Pick.Gather(int lead) ->
                lead == 0 && shared(step.operand(0)) && rows(step.operand(1)) ? Part.ROW : Part.ABSENT;
            case Op _ -> Part.ABSENT;
        };
    }

    private Part fold(Step step, List<Integer> axes) {
        if (!rows(step.operand(0))) {
            return Part.ABSENT;
        }
        if (!axes.contains(0)) {
            return Part.ROW;
        }
        return parts[step.operand(0)] == Part.ROW ? Part.PARTIAL : Part.ABSENT;
    }

    private Part contract(Contract op, Step step) {
        int left = step.operand(0);
        int right = step.operand(1);
        char name = op.out().isEmpty() ? 0 : op.out().charAt(0);
        if (name != 0 && program.type(step.first()).shape().size(0) == n) {
            boolean inLeft = op.left().indexOf(name) >= 0;
            boolean inRight = op.right().indexOf(name) >= 0;
            boolean leftFits = inLeft ? op.left().charAt(0) == name && rows(left) : shared(left);
            boolean rightFits = inRight ? op.right().charAt(0) == name && rows(right) : shared(right);
            if (leftFits && rightFits) {
                boolean large = (!inLeft && isLarge(left)) || (!inRight && isLarge(right));
                return large ? Part.ABSENT : Part.ROW;
            }
        }
        boolean summed = !op.left().isEmpty()
                && !op.right().isEmpty()
                && op.left().charAt(0) == op.right().charAt(0)
                && op.out().indexOf(op.left().charAt(0)) < 0;
        boolean own = parts[left] == Part.ROW || parts[right] == Part.ROW;
        return summed && own && rows(left) && rows(right) && !isLarge(step.first()) ? Part.PARTIAL : Part.ABSENT;
    }

    /// The length of the rows a contraction could be cut along: the leading axis of the result where it leads its
    /// operand as well, or the leading axis of both operands where it is summed; 0 if there is none.
    static int cut(Program program, Contract op, Step step) {
        Shape left = program.type(step.operand(0)).shape();
        Shape right = program.type(step.operand(1)).shape();
        if (!op.out().isEmpty()) {
            char name = op.out().charAt(0);
            boolean leadsLeft = op.left().indexOf(name) <= 0;
            boolean leadsRight = op.right().indexOf(name) <= 0;
            if (leadsLeft && leadsRight) {
                return op.size(name, left, right);
            }
        }
        boolean summed = !op.left().isEmpty()
                && op.right().startsWith(op.left().substring(0, 1))
                && op.out().indexOf(op.left().charAt(0)) < 0;
        return summed ? left.size(0) : 0;
    }

    /// Multiplications of a contraction.
    static long work(Program program, Contract op, Step step) {
        Shape left = program.type(step.operand(0)).shape();
        Shape right = program.type(step.operand(1)).shape();
        long work = step.type().shape().count();
        for (char name : op.inner().toCharArray()) {
            work *= op.size(name, left, right);
        }
        return work;
    }

    /// Whether a matrix that every tile needs does not stay in the second cache beside the tile: such products are
    /// done on all rows at once.
    private boolean isLarge(int value) {
        return program.type(value).shape().count() > LARGE;
    }

    private boolean move(Move op, Step step) {
        int x = step.operand(0);
        Shape out = step.type().shape();
        if (out.isScalar() || out.size(0) != n) {
            return false;
        }
        return switch (op) {
            case Move.Reshape _ -> rows(x);
            case Move.Permute(var order) -> rows(x) && order.get(0) == 0;
            case Move.Expand(var axes, Shape _) -> axes.contains(0) ? shared(x) : rows(x);
            case Move.Pad(var before, var after, var between) ->
                rows(x) && before.get(0) == 0 && after.get(0) == 0 && between.get(0) == 0;
            case Move.Slice slice ->
                rows(x) && slice.from().get(0) == 0 && slice.step().get(0) == 1;
            case Move.Flip(var axes) -> rows(x) && !axes.contains(0);
            case Move.Concatenate(int axis) -> axis > 0 && all(step);
        };
    }

    private boolean all(Step step) {
        for (int operand : step.operands()) {
            if (!rows(operand)) {
                return false;
            }
        }
        return true;
    }

    private boolean reals(Step step) {
        for (int operand : step.operands()) {
            if (!program.type(operand).isReal()) {
                return false;
            }
        }
        return true;
    }

    private boolean rows(int value) {
        Shape shape = program.type(value).shape();
        return !shape.isScalar() && shape.size(0) == n && parts[value] != Part.ABSENT;
    }

    private boolean shared(int value) {
        return parts[value] == Part.BEFORE;
    }
}
