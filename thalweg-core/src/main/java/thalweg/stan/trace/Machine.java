package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Place;
import thalweg.array.Tensor;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// Runs statements on values: numbers at once, everything else into the program that is being traced.
final class Machine {
    /// How a statement was left.
    enum Exit {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    private static final int DEEPEST = 1000;

    private final StanText program;
    private final UserFunctions functions;
    private final Evaluator evaluator;
    private final Likelihood likelihood;
    private final Loops loops;
    private final Branches branches;
    private final Map<String, Accumulator> accumulators = new HashMap<>();
    private final @Nullable Draws draws;
    private Frame frame = new Frame();
    private Target target = new Target();
    private @Nullable Lanes here;
    private @Nullable Turn turn;
    private @Nullable Value result;
    private final double tolerance;
    private int depth;

    /// @param draws where random numbers come from; null where there are none
    /// @param keep whether terms without parameters are kept in sampling statements
    Machine(StanText program, UserFunctions functions, @Nullable Draws draws, boolean keep, Settings settings) {
        this.program = program;
        this.functions = functions;
        this.draws = draws;
        this.tolerance = settings.tolerance();
        this.evaluator = new Evaluator(this, program);
        this.likelihood = new Likelihood(this, keep, settings);
        this.loops = new Loops(this);
        this.branches = new Branches(this);
    }

    Frame frame() {
        return frame;
    }

    Target target() {
        return target;
    }

    void target(Target other) {
        target = other;
    }

    @Nullable
    Lanes here() {
        return here;
    }

    void here(@Nullable Lanes lanes) {
        here = lanes;
    }

    @Nullable
    Turn turn() {
        return turn;
    }

    void turn(@Nullable Turn other) {
        turn = other;
    }

    @Nullable
    Value result() {
        return result;
    }

    void result(@Nullable Value value) {
        result = value;
    }

    @Nullable
    Draws draws() {
        return draws;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    /// The tolerance of differential equations, where it is tighter than the program's.
    double tolerance() {
        return tolerance;
    }

    UserFunctions functions() {
        return functions;
    }

    Map<String, Accumulator> accumulators() {
        return accumulators;
    }

    Value eval(Expr expr) {
        return evaluator.of(expr);
    }

    Exit run(List<Stmt> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Stmt statement = statements.get(i);
            Exit exit = statement instanceof Stmt.If branch
                    ? branches.run(branch, statements.subList(i + 1, statements.size()))
                    : run(statement);
            if (exit != Exit.NEXT) {
                return exit;
            }
        }
        return Exit.NEXT;
    }

    Exit run(Stmt statement) {
        return Place.during(Place.of("line " + statement.at().line()), () -> execute(statement));
    }

    private Exit execute(Stmt statement) {
        switch (statement) {
            case Stmt.Declare declare -> declare(declare);
            case Stmt.Assign assign -> assign(assign);
            case Stmt.Tilde tilde -> likelihood.tilde(tilde);
            case Stmt.Raise raise -> likelihood.total(raise.value(), 1);
            case Stmt.For loop -> {
                return loops.run(loop);
            }
            case Stmt.While loop -> {
                return loops.run(loop);
            }
            case Stmt.If branch -> {
                return branches.run(branch, List.of());
            }
            case Stmt.Block block -> {
                frame.open();
                Exit exit = run(block.statements());
                frame.close();
                return exit;
            }
            case Stmt.Return(Span _, Expr value) -> {
                result = value == null ? Value.real(0) : eval(value);
                return Exit.RETURN;
            }
            case Stmt.Break _ -> {
                return Exit.BREAK;
            }
            case Stmt.Continue _ -> {
                return Exit.CONTINUE;
            }
            case Stmt.Say say -> say(say);
            case Stmt.Invoke invoke -> evaluator.of(invoke.call());
            case Stmt.Empty _ -> {}
        }
        return Exit.NEXT;
    }

    /// The sizes of all axes that a declaration asks for.
    int[] sizes(Stmt.Declare declare) {
        List<Expr> all = new ArrayList<>(declare.type().dims());
        all.addAll(declare.type().sizes());
        String base = declare.type().base();
        boolean square = base.startsWith("corr_")
                || base.startsWith("cov_")
                || base.startsWith("cholesky_") && declare.type().sizes().size() == 1;
        if (square) {
            all.add(declare.type().sizes().get(0));
        }
        int[] sizes = new int[all.size()];
        for (int i = 0; i < sizes.length; i++) {
            Value size = eval(all.get(i));
            if (!size.isPlain()) {
                if (size.isKnown()) {
                    sizes[i] = same(size);
                    continue;
                }
                throw new Fault(all.get(i).at(), "a size that depends on parameters; expected data");
            }
            sizes[i] = size.index();
            if (sizes[i] < 0) {
                throw new Fault(
                        all.get(i).at(), declare.name().name() + " of size " + sizes[i] + "; expected 0 or more");
            }
        }
        return sizes;
    }

    private static int same(Value size) {
        double[] all = size.numbers();
        for (double one : all) {
            if (one != all[0]) {
                throw new NotLanes("sizes that differ between turns");
            }
        }
        return all.length == 0 ? 0 : (int) all[0];
    }

    Cell declare(Stmt.Declare declare) {
        StanType type = StanType.of(declare.type());
        int[] sizes = type.base() == StanType.Base.TUPLE ? new int[0] : sizes(declare);
        Cell cell = new Cell(type, sizes, turn == null ? here : null);
        if (declare.value() != null) {
            Value value = eval(declare.value());
            fits(value, cell.sizes(), declare.name().name(), declare.value().at());
            Writing.to(cell, List.of(), value, turn == null ? here : null);
        }
        frame.bind(declare.name().name(), new Frame.Binding.Variable(cell));
        return cell;
    }

    private static void fits(Value value, int[] sizes, String name, Span at) {
        if (value.parts().isEmpty() && !java.util.Arrays.equals(value.shape().sizes(), sizes)) {
            throw new Fault(
                    at,
                    name + " has sizes " + java.util.Arrays.toString(sizes) + ", found a value of sizes "
                            + value.shape());
        }
    }

    private void assign(Stmt.Assign assign) {
        Expr target = assign.target();
        if (target.bare() instanceof Expr.TupleOf tuple) {
            Value value = eval(assign.value());
            for (int i = 0; i < tuple.elements().size(); i++) {
                write(
                        tuple.elements().get(i),
                        value.parts().get(i),
                        assign.value().at());
            }
            return;
        }
        if (accumulators.values().stream().anyMatch(one -> one.takes(assign))) {
            for (Accumulator one : List.copyOf(accumulators.values())) {
                if (one.takes(assign)) {
                    one.add(eval(one.added(assign)), LoopFacts.subtracts(assign) ? -1 : 1, here, turn);
                }
            }
            return;
        }
        Value value = eval(assign.value());
        if (!assign.op().equals("=")) {
            String op = assign.op().substring(0, assign.op().length() - 1);
            value = Arithmetic.of(op, eval(target), value);
        }
        write(target, value, assign.value().at());
    }

    private void write(Expr target, Value value, Span at) {
        List<Expr.Index> indices = new ArrayList<>();
        Expr root = target.bare();
        while (root instanceof Expr.Index index) {
            indices.add(0, index);
            root = index.of().bare();
        }
        if (!(root instanceof Expr.Name name)) {
            throw new Fault(target.at(), "assignment to a part of a tuple; assign the whole tuple");
        }
        Frame.Binding binding = frame.find(name.name());
        Cell cell = switch (binding) {
            case Frame.Binding.Variable(Cell own) -> own;
            case Frame.Binding.Windowed(Window window) -> window.cell();
            case null, default -> throw new Fault(target.at(), name.name() + " cannot be assigned");
        };
        List<Subscript> subscripts = evaluator.subscripts(indices, cell.sizes(), name.name());
        int[] wanted = evaluator.left(subscripts, cell.sizes());
        fits(value, wanted, program.text(target.at()), at);
        if (binding instanceof Frame.Binding.Windowed(Window window)) {
            window.write(subscripts, value);
        } else {
            Writing.to(cell, subscripts, value, turn == null ? here : null);
        }
    }

    private void say(Stmt.Say say) {
        if (say.verb().equals("print")) {
            return;
        }
        if (turn != null || here != null && here.count() > 0 && here.parent() == null && !branches.isSplit()) {
            throw new NotLanes("an unconditional " + say.verb());
        }
        StringBuilder text = new StringBuilder();
        for (Expr word : say.words()) {
            text.append(
                    word instanceof Expr.Text(Span _, String words)
                            ? words
                            : eval(word).toString());
        }
        if (branches.isTraced()) {
            target.add(Tensor.of(Double.NEGATIVE_INFINITY));
            return;
        }
        throw new Fault(say.at(), say.verb() + ": " + text);
    }

    /// Calls a function of the program.
    Value call(UserFunctions.Definition definition, List<Value> arguments, Span at) {
        if (definition.function().body() == null) {
            throw new Fault(at, definition.function().name().name() + " is announced but not defined");
        }
        if (++depth > DEEPEST) {
            depth = 0;
            throw new Fault(at, "more than " + DEEPEST + " calls inside each other");
        }
        Frame outer = frame;
        frame = new Frame();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                StanType type = definition.arguments().get(i);
                frame.bind(
                        definition.function().arguments().get(i).name().name(),
                        new Frame.Binding.Fixed(arguments.get(i).as(type)));
            }
            result = null;
            run(definition.function().body().statements());
            Value value = result;
            result = null;
            return value == null ? Value.real(0) : value.as(definition.returns());
        } finally {
            frame = outer;
            depth--;
        }
    }
}
