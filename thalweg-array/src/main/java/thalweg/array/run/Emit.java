package thalweg.array.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Algebra;
import thalweg.array.Contract;
import thalweg.array.Control;
import thalweg.array.Move;
import thalweg.array.Pick;
import thalweg.array.Pointwise;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Step;
import thalweg.array.Type;
import thalweg.array.View;

/// Writes the instructions of a section's drafts.
final class Emit {
    private final Program program;
    private final Schedule schedule;
    private final Storage storage;
    private final Map<Integer, Step> makers = new HashMap<>();
    private final List<Program> bodies;
    private int registers;
    private int n;

    Emit(Program program, Schedule schedule, Storage storage, List<Program> bodies) {
        this.program = program;
        this.schedule = schedule;
        this.storage = storage;
        this.bodies = bodies;
        for (Step step : program.steps()) {
            if (schedule.virtual(step.first())) {
                makers.put(step.first(), step);
            }
        }
    }

    /// How many block registers a frame needs.
    int registers() {
        return registers;
    }

    List<Instruction> section(Section section) {
        n = section.n();
        List<Instruction> code = new ArrayList<>();
        for (Section.Draft draft : section.drafts()) {
            switch (draft.kind()) {
                case FUSED -> code.add(fused(draft));
                case STRAIGHT -> code.add(new Straighten(program, schedule, storage).draft(draft.steps()));
                case SINGLE -> code.addAll(single(draft.steps().get(0), draft.partial()));
            }
        }
        return code;
    }

    /// Where a value is read or written whose rows move with the frame's.
    private Ref rows(int value) {
        boolean moves = n > 0 && storage.where(value) != Storage.Where.TILE;
        return new Ref(storage.buffer(value), moves ? inner(value) : 0);
    }

    /// Where a value is found of which all is meant.
    private Ref all(int value) {
        return new Ref(storage.buffer(value), 0);
    }

    /// Elements of one row inside a tiled section, of everything outside.
    private int inner(int value) {
        int count = program.type(value).shape().count();
        return n > 0 ? count / n : count;
    }

    private Instruction fused(Section.Draft draft) {
        List<Step> steps = draft.steps();
        Map<Integer, Integer> lastUse = new HashMap<>();
        for (int s = 0; s < steps.size(); s++) {
            for (int operand : steps.get(s).operands()) {
                lastUse.put(schedule.virtual(operand) ? operand : schedule.root(operand), s);
            }
        }
        Map<Integer, Fused.Place> places = new HashMap<>();
        Deque<Integer> free = new ArrayDeque<>();
        int[] used = {0};
        int period = 1;
        for (Step step : steps) {
            for (int operand : step.operands()) {
                if (schedule.virtual(operand) && !places.containsKey(operand)) {
                    Fused.Place place = spread(operand, used[0]++);
                    period = place.reading() == Fused.Reading.PERIODIC ? Math.max(period, place.period()) : period;
                    places.put(operand, place);
                }
            }
        }
        List<Micro.Plain> micros = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            List<Fused.Place> from = new ArrayList<>();
            for (int operand : step.operands()) {
                int value = schedule.virtual(operand) ? operand : schedule.root(operand);
                from.add(places.computeIfAbsent(value, v -> linear(v)));
            }
            int result = step.first();
            Fused.Place to;
            if (storage.where(result) == Storage.Where.REGISTER) {
                int register = free.isEmpty() ? used[0]++ : free.pop();
                to = new Fused.Place(Fused.Reading.REGISTER, new Ref(-1, 0), 0, register);
            } else {
                to = linear(result);
            }
            places.put(result, to);
            micros.add(new Micro.Plain((Pointwise) step.op(), from, to));
            int now = s;
            Arrays.stream(step.operands()).map(schedule::root).distinct().forEach(value -> {
                Fused.Place place = places.get(value);
                if (place != null
                        && place.reading() == Fused.Reading.REGISTER
                        && lastUse.getOrDefault(value, -1) == now) {
                    free.push(place.register());
                }
            });
        }
        registers = Math.max(registers, used[0]);
        return new Fused(new Extent(n > 0, inner(steps.get(0).first())), period, micros);
    }

    private Fused.Place linear(int value) {
        return new Fused.Place(Fused.Reading.LINEAR, rows(value), 0, -1);
    }

    private Fused.Place spread(int operand, int register) {
        Step maker = makers.get(operand);
        if (maker == null || !(maker.op() instanceof Move.Expand expand)) {
            throw new IllegalStateException("a repetition without its maker");
        }
        int inside = maker.operand(0);
        Spread spread = Spread.of(expand, program.type(inside).shape());
        if (spread == null) {
            throw new IllegalStateException("a repetition that has to be stored");
        }
        boolean moves = spread.reading() == Fused.Reading.REPEATED && n > 0;
        return new Fused.Place(spread.reading(), moves ? rows(inside) : all(inside), spread.period(), register);
    }

    private List<Instruction> single(Step step, boolean partial) {
        return switch (step.op()) {
            case Contract contract -> List.of(product(contract, step, partial));
            case Reduction.Sum(var axes) -> List.of(fold(Fold.Kind.SUM, axes, step, partial));
            case Reduction.Greatest(var axes) -> List.of(fold(Fold.Kind.GREATEST, axes, step, partial));
            case Move.Concatenate(int axis) -> concatenate(axis, step);
            case Move move -> List.of(move(move, step));
            case Pick pick when program.type(step.operand(0)).isReal() -> List.of(pick(pick, step));
            case Control.Loop loop -> List.of(loop(loop, step));
            case Algebra algebra when !(algebra instanceof Algebra.Eigen) -> List.of(factor(algebra, step));
            default -> List.of(fallback(step));
        };
    }

    private Ref result(Step step, boolean partial) {
        return partial ? new Ref(storage.part(step.first()), 0) : rows(step.first());
    }

    private Instruction product(Contract op, Step step, boolean partial) {
        int left = step.operand(0);
        int right = step.operand(1);
        String batch = op.batch();
        String rows = op.rows();
        String columns = op.columns();
        String inner = op.inner();
        boolean straight = op.out().equals(batch + rows + columns);
        char lead = n == 0 ? 0 : partial ? op.left().charAt(0) : op.out().charAt(0);
        if (straight && rows.isEmpty() && lead != 0 && columns.indexOf(lead) >= 0) {
            straight = false;
        }
        if (!straight) {
            int swap = left;
            left = right;
            right = swap;
            String names = rows;
            rows = columns;
            columns = names;
        }
        String leftNames = straight ? op.left() : op.right();
        String rightNames = straight ? op.right() : op.left();
        boolean transposeA = !inner.isEmpty() && !rows.isEmpty() && !leftNames.endsWith(last(inner));
        boolean transposeB = !inner.isEmpty() && !columns.isEmpty() && rightNames.endsWith(last(inner));
        Product.Split split = lead == 0
                ? Product.Split.NONE
                : batch.indexOf(lead) >= 0
                        ? Product.Split.BATCH
                        : rows.indexOf(lead) >= 0 ? Product.Split.M : Product.Split.K;
        Product product = new Product(
                leftNames.indexOf(lead) >= 0 ? rows(left) : all(left),
                rightNames.indexOf(lead) >= 0 ? rows(right) : all(right),
                result(step, partial),
                transposeA,
                transposeB,
                size(op, batch, lead, step),
                size(op, rows, lead, step),
                size(op, columns, lead, step),
                size(op, inner, lead, step),
                split,
                partial);
        return n == 0 && product.batch() == 1 ? panels(product) : product;
    }

    private Instruction panels(Product whole) {
        int pieces = Panels.pieces(whole.m(), whole.n(), whole.k());
        if (pieces == 1) {
            return whole;
        }
        Product.Split cut = Panels.cut(whole.m(), whole.n(), whole.k(), pieces);
        int all = cut == Product.Split.M ? whole.m() : cut == Product.Split.N ? whole.n() : whole.k();
        int size = ((all + pieces - 1) / pieces + 7) / 8 * 8;
        List<Ref> parts = new ArrayList<>();
        for (int p = 1; cut == Product.Split.K && p < pieces; p++) {
            parts.add(new Ref(storage.shared(whole.m() * whole.n()), 0));
        }
        return new Panels(
                whole.a(),
                whole.b(),
                whole.c(),
                whole.transposeA(),
                whole.transposeB(),
                whole.m(),
                whole.n(),
                whole.k(),
                cut,
                pieces,
                size,
                parts);
    }

    private static String last(String names) {
        return names.substring(names.length() - 1);
    }

    private int size(Contract op, String names, char lead, Step step) {
        Shape left = program.type(step.operand(0)).shape();
        Shape right = program.type(step.operand(1)).shape();
        int size = 1;
        for (int i = 0; i < names.length(); i++) {
            size *= names.charAt(i) == lead ? 1 : op.size(names.charAt(i), left, right);
        }
        return size;
    }

    private Fold fold(Fold.Kind kind, List<Integer> axes, Step step, boolean partial) {
        Shape shape = program.type(step.operand(0)).shape();
        int from = axes.isEmpty() ? 0 : axes.get(0);
        int outer = shape.part(0, from).count();
        int middle = shape.part(from, from + axes.size()).count();
        int inner = shape.part(from + axes.size(), shape.rank()).count();
        Fold.Rows rows = n == 0 ? Fold.Rows.NONE : partial ? Fold.Rows.MIDDLE : Fold.Rows.OUTER;
        return new Fold(
                kind,
                rows(step.operand(0)),
                result(step, partial),
                rows == Fold.Rows.OUTER ? outer / n : outer,
                rows == Fold.Rows.MIDDLE ? middle / n : middle,
                inner,
                rows,
                partial);
    }

    private Rearrange move(Move op, Step step) {
        int x = step.operand(0);
        Shape in = program.type(x).shape();
        Shape out = step.type().shape();
        boolean words = !step.type().isReal();
        boolean shared = n > 0 && op instanceof Move.Expand(var axes, Shape _) && axes.contains(0);
        Move one = n > 0 ? oneRow(op) : op;
        Shape inRow = n > 0 && !shared ? in.with(0, 1) : in;
        Shape outRow = n > 0 ? out.with(0, 1) : out;
        Rearrange.Way way = op instanceof Move.Pad ? Rearrange.Way.WRITE_CLEARED : Rearrange.Way.READ;
        var view = one instanceof Move.Pad pad ? View.writing(pad, inRow, outRow) : View.reading(one, inRow);
        return new Rearrange(
                view,
                way,
                words,
                shared ? all(x) : rows(x),
                rows(step.first()),
                n > 0,
                shared ? 0 : inner(x),
                inner(step.first()));
    }

    private static Move oneRow(Move op) {
        return switch (op) {
            case Move.Expand(var axes, Shape to) -> new Move.Expand(axes, to.with(0, 1));
            case Move.Slice(var from, var to, var step) -> {
                List<Integer> ends = new ArrayList<>(to);
                ends.set(0, 1);
                yield new Move.Slice(from, ends, step);
            }
            case Move.Reshape _, Move.Permute _, Move.Pad _, Move.Flip _, Move.Concatenate _ -> op;
        };
    }

    private List<Instruction> concatenate(int axis, Step step) {
        Shape out = step.type().shape();
        int first = n > 0 ? 1 : 0;
        int blocks = out.part(first, axis).count();
        int unit = out.part(axis + 1, out.rank()).count();
        int width = out.size(axis) * unit;
        List<Instruction> code = new ArrayList<>();
        int offset = 0;
        for (int operand : step.operands()) {
            int own = program.type(operand).shape().size(axis) * unit;
            var view = new View(new int[] {blocks, own}, new int[] {width, 1}, offset);
            code.add(new Rearrange(
                    view,
                    Rearrange.Way.WRITE,
                    !step.type().isReal(),
                    rows(operand),
                    rows(step.first()),
                    n > 0,
                    inner(operand),
                    inner(step.first())));
            offset += own;
        }
        return code;
    }

    private Instruction pick(Pick op, Step step) {
        Shape x = program.type(step.operand(0)).shape();
        Shape index = program.type(step.operand(1)).shape();
        boolean gather = op instanceof Pick.Gather;
        int lead = op instanceof Pick.Gather(int g) ? g : ((Pick.ScatterAdd) op).lead();
        int size = gather ? x.size(lead) : ((Pick.ScatterAdd) op).size();
        int blocks = x.part(0, lead).count();
        int inner = x.part(gather ? lead + 1 : index.rank(), x.rank()).count();
        int each = blocks == 0 ? 0 : index.count() / blocks;
        return new Picking(
                gather,
                gather ? all(step.operand(0)) : rows(step.operand(0)),
                rows(step.operand(1)),
                rows(step.first()),
                blocks,
                n > 0 ? each / n : each,
                n > 0,
                size,
                inner);
    }

    private Instruction loop(Control.Loop op, Step step) {
        List<Ref> from = new ArrayList<>();
        for (int operand : step.operands()) {
            from.add(all(operand));
        }
        List<Ref> to = new ArrayList<>();
        for (int r = 0; r < step.types().size(); r++) {
            to.add(all(step.first() + r));
        }
        Instruction tiny = LoopCode.of(op, from, to);
        if (tiny != null) {
            return tiny;
        }
        bodies.add(op.body());
        return new LoopRun(op, from, to, bodies.size() - 1);
    }

    private Factor factor(Algebra op, Step step) {
        Shape shape = program.type(step.operand(0)).shape();
        int size = shape.size(-1);
        boolean two = step.arity() == 2;
        return new Factor(
                op,
                all(step.operand(0)),
                all(step.operand(step.arity() - 1)),
                all(step.first()),
                all(step.first() + step.types().size() - 1),
                new Ref(storage.scratch(size * size), 0),
                shape.part(0, shape.rank() - 2).count(),
                size,
                two ? program.type(step.operand(1)).shape().size(-1) : 0);
    }

    private Fallback fallback(Step step) {
        List<Ref> from = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (int operand : step.operands()) {
            from.add(all(operand));
            types.add(program.type(operand));
        }
        List<Ref> to = new ArrayList<>();
        for (int r = 0; r < step.types().size(); r++) {
            to.add(all(step.first() + r));
        }
        return new Fallback(step.op(), from, types, to, step.types());
    }
}
