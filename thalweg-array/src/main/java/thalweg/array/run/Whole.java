package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Algebra;
import thalweg.array.Control;
import thalweg.array.Pointwise;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Type;

/// Writes the instructions of steps that are never cut into tiles: loops and branches, factorisations, whole numbers,
/// draws, and folds in order.
final class Whole {
    private final Program program;
    private final Storage storage;
    private final List<Program> bodies;

    Whole(Program program, Storage storage, List<Program> bodies) {
        this.program = program;
        this.storage = storage;
        this.bodies = bodies;
    }

    Instruction of(Step step) {
        return switch (step.op()) {
            case Control.Loop loop -> loop(loop, step);
            case Control.While loop ->
                new WhileRun(loop, operands(step, 0), results(step), body(loop.condition()), body(loop.body()));
            case Control.Branch branch ->
                new BranchRun(
                        branch,
                        !program.type(step.operand(0)).isReal(),
                        all(step.operand(0)),
                        operands(step, 1),
                        results(step),
                        body(branch.then()),
                        body(branch.otherwise()));
            case Algebra algebra -> factor(algebra, step);
            case Pointwise op -> words(op, step);
            case Reduction.ArgMax(int axis) -> along(Along.Kind.ARGMAX, axis, 1, step);
            case Reduction.Product(int axis) -> along(Along.Kind.PRODUCT, axis, 1, step);
            case Reduction.PrefixSum(int axis) -> along(Along.Kind.PREFIX, axis, 1, step);
            case Reduction.Sum(var axes) ->
                along(Along.Kind.COUNT, axes.isEmpty() ? 0 : axes.get(0), axes.size(), step);
            case Source.Random(Source.Law law, Shape shape) ->
                new Drawing(
                        law,
                        all(step.operand(0)),
                        all(step.first()),
                        program.type(step.operand(0)).shape().count() / 2,
                        shape.count());
            case Source.Fold _ ->
                new Drawing.Children(
                        all(step.operand(0)),
                        all(step.operand(1)),
                        all(step.first()),
                        step.type().shape().count() / 2);
            default -> fallback(step);
        };
    }

    private Ref all(int value) {
        return new Ref(storage.buffer(value), 0);
    }

    private List<Ref> operands(Step step, int first) {
        List<Ref> from = new ArrayList<>();
        for (int i = first; i < step.arity(); i++) {
            from.add(all(step.operand(i)));
        }
        return from;
    }

    private List<Ref> results(Step step) {
        List<Ref> to = new ArrayList<>();
        for (int r = 0; r < step.types().size(); r++) {
            to.add(all(step.first() + r));
        }
        return to;
    }

    private int body(Program body) {
        bodies.add(body);
        return bodies.size() - 1;
    }

    private Instruction words(Pointwise op, Step step) {
        int last = step.arity() - 1;
        return new Words(
                op,
                !program.type(step.operand(0)).isReal(),
                !step.type().isReal(),
                all(step.operand(0)),
                all(step.operand(Math.min(1, last))),
                all(step.operand(last)),
                all(step.first()),
                step.type().shape().count());
    }

    private Instruction along(Along.Kind kind, int axis, int axes, Step step) {
        Shape shape = program.type(step.operand(0)).shape();
        return new Along(
                kind,
                !program.type(step.operand(0)).isReal(),
                all(step.operand(0)),
                all(step.first()),
                shape.part(0, axis).count(),
                shape.part(axis, axis + axes).count(),
                shape.part(axis + axes, shape.rank()).count());
    }

    private Instruction loop(Control.Loop op, Step step) {
        List<Ref> from = operands(step, 0);
        List<Ref> to = results(step);
        Instruction tiny = LoopCode.of(op, from, to);
        return tiny != null ? tiny : new LoopRun(op, from, to, body(op.body()));
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
