package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.Density;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// Expressions to values.
final class Evaluator {
    private final Machine machine;
    private final StanText program;
    private final Map<Stmt.For, LoopFacts> facts = new HashMap<>();

    Evaluator(Machine machine, StanText program) {
        this.machine = machine;
        this.program = program;
    }

    LoopFacts facts(Stmt.For loop) {
        return facts.computeIfAbsent(loop, l -> new LoopFacts(program, l.name().name(), l.body()));
    }

    LoopFacts facts(List<Stmt> statements) {
        Span at = statements.get(0).at();
        return new LoopFacts(program, "", new Stmt.Block(at, statements, null));
    }

    Value of(Expr expr) {
        return switch (expr) {
            case Expr.Whole(Span _, long value) -> Value.whole(value);
            case Expr.Real(Span _, double value) -> Value.real(value);
            case Expr.Name name -> name(name);
            case Expr.Unary unary -> unary(unary);
            case Expr.Transpose transpose -> Arithmetic.transpose(of(transpose.of()));
            case Expr.Binary binary -> binary(binary);
            case Expr.Choice choice -> choice(choice);
            case Expr.Index index -> index(index);
            case Expr.Call call -> call(call);
            case Expr.ArrayOf(Span _, List<Expr> elements) -> stacked(elements, true);
            case Expr.RowOf(Span _, List<Expr> elements) -> stacked(elements, false);
            case Expr.TupleOf(Span _, List<Expr> elements) -> {
                List<Value> parts = elements.stream().map(this::of).toList();
                yield Value.tuple(
                        new StanType(
                                StanType.Base.TUPLE,
                                0,
                                parts.stream().map(Value::type).toList()),
                        parts);
            }
            case Expr.Member(Span _, Expr of, int number) -> of(of).parts().get(number - 1);
            case Expr.Paren(Span _, Expr of) -> of(of);
            case Expr.Text _, Expr.Imaginary _, Expr.Broken _ ->
                throw new Fault(expr.at(), "an expression that has no value here");
        };
    }

    private Value name(Expr.Name name) {
        return switch (machine.frame().find(name.name())) {
            case Frame.Binding.Variable(Cell cell) -> {
                accumulated(name);
                yield cell.get();
            }
            case Frame.Binding.Fixed(Value value) -> value;
            case Frame.Binding.Windowed _ -> throw new NotLanes("the whole of a carried array");
            case null -> throw new Fault(name.at(), "unknown name " + name.name());
        };
    }

    private void accumulated(Expr.Name name) {
        if (machine.accumulators().containsKey(name.name())) {
            throw new NotLanes(name.name() + " is read while it is summed");
        }
    }

    private Value unary(Expr.Unary unary) {
        Value value = of(unary.of());
        return switch (unary.op()) {
            case "-" -> Arithmetic.negative(value);
            case "!" -> Arithmetic.not(value);
            default -> value;
        };
    }

    private Value binary(Expr.Binary binary) {
        Value left = of(binary.left());
        if (left.isPlain() && left.type().isScalar()) {
            boolean zero = left.number() == 0;
            if (binary.op().equals("&&") && zero) {
                return Value.whole(0);
            }
            if (binary.op().equals("||") && !zero) {
                return Value.whole(1);
            }
        }
        Value right = of(binary.right());
        fits(binary, left, right);
        try {
            return Arithmetic.of(binary.op(), left, right);
        } catch (ArithmeticException e) {
            throw new Fault(binary.mark(), "division of " + left.index() + " by 0");
        }
    }

    private void fits(Expr.Binary binary, Value left, Value right) {
        int a = left.shape().rank();
        int b = right.shape().rank();
        boolean matrix = binary.op().equals("*") && a > 0 && b > 0;
        boolean fine = matrix
                ? left.type().base() == StanType.Base.VECTOR && right.type().base() == StanType.Base.ROW_VECTOR
                        || left.size(a - 1) == right.size(0)
                : a == 0
                        || b == 0
                        || left.shape().equals(right.shape())
                        || binary.op().equals("\\")
                        || binary.op().equals("/");
        if (!fine) {
            throw new Fault(
                    binary.mark(),
                    "sizes " + left.shape() + " " + binary.op() + " " + right.shape() + " of "
                            + program.text(binary.left().at()) + " and "
                            + program.text(binary.right().at())
                            + " do not fit");
        }
    }

    private Value choice(Expr.Choice choice) {
        Value test = of(choice.test());
        if (test.isPlain()) {
            return of(test.number() != 0 ? choice.then() : choice.otherwise());
        }
        Value then = of(choice.then());
        Value otherwise = of(choice.otherwise());
        Value chosen = Branches.choose(test, then, otherwise);
        return then.type().isInt() && otherwise.type().isInt()
                ? chosen
                : chosen.as(chosen.type().real());
    }

    private Value stacked(List<Expr> elements, boolean array) {
        List<Value> values = elements.stream().map(this::of).toList();
        if (values.isEmpty()) {
            return Value.of(StanType.ROW_VECTOR, Tensor.zeros(0));
        }
        StanType type = values.get(0).type();
        for (Value value : values) {
            type = value.type().base() == StanType.Base.REAL ? value.type() : type;
        }
        StanType result = array ? type.array(1) : type.isScalar() ? StanType.ROW_VECTOR : StanType.MATRIX;
        return stack(values, result);
    }

    /// Values side by side along a new axis.
    static Value stack(List<Value> values, StanType type) {
        Operands together = Operands.of(values);
        Lanes lanes = together.lanes();
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Tensor one = together.tensors()[i];
            if (lanes != null && !together.wide()[i]) {
                one = one.rows(lanes.count());
            }
            rows.add(one.expand(lanes == null ? 0 : 1, 1));
        }
        Tensor all = rows.size() == 1 ? rows.get(0) : Tensor.concatenate(lanes == null ? 0 : 1, rows);
        return together.result(type, all);
    }

    private Value index(Expr.Index index) {
        List<Expr.Index> indices = new ArrayList<>(List.of(index));
        Expr root = index.of().bare();
        while (root instanceof Expr.Index inner) {
            indices.add(0, inner);
            root = inner.of().bare();
        }
        String text = program.text(root.at());
        if (root instanceof Expr.Name name) {
            Frame.Binding binding = machine.frame().find(name.name());
            if (binding instanceof Frame.Binding.Windowed(Window window)) {
                return window.read(subscripts(indices, window.cell().sizes(), text));
            }
            if (binding instanceof Frame.Binding.Variable(Cell cell)) {
                accumulated(name);
                List<Subscript> subscripts = subscripts(indices, cell.sizes(), text);
                int flat = Reading.plain(subscripts, cell.sizes());
                Value piece = flat < 0 ? null : cell.at(flat, subscripts.size());
                StanType type = Reading.type(cell.type(), subscripts);
                return piece != null ? piece.as(type) : Reading.of(cell.get(), subscripts);
            }
        }
        Value base = of(root);
        return Reading.of(base, subscripts(indices, base.shape().sizes(), text));
    }

    /// The sizes of what subscripts leave.
    int[] left(List<Subscript> subscripts, int[] sizes) {
        List<Integer> left = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            if (axis >= subscripts.size()) {
                left.add(sizes[axis]);
            } else if (subscripts.get(axis) instanceof Subscript.Many(int[] many)) {
                left.add(many.length);
            }
        }
        return left.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Subscripts of one or several brackets with their numbers, held against the sizes.
    List<Subscript> subscripts(List<Expr.Index> indices, int[] sizes, String name) {
        List<Subscript> all = new ArrayList<>();
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            axes.add(axis);
            all.add(Subscript.Many.range(0, sizes[axis]));
        }
        int last = 0;
        for (Expr.Index index : indices) {
            List<Integer> rest = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                int axis = axes.get(i);
                if (i >= index.subscripts().size()) {
                    rest.add(axis);
                    continue;
                }
                Subscript.Many open = (Subscript.Many) all.get(axis);
                Subscript made = subscript(index.subscripts().get(i), open, name);
                all.set(axis, made);
                last = Math.max(last, axis + 1);
                if (made instanceof Subscript.Many) {
                    rest.add(axis);
                }
            }
            axes = rest;
        }
        return all.subList(0, last);
    }

    private Subscript subscript(Expr.Subscript subscript, Subscript.Many open, String name) {
        int size = open.index().length;
        return switch (subscript) {
            case Expr.Subscript.Range(Span at, Expr from, Expr to) -> {
                int low = from == null ? 1 : end(from);
                int high = to == null ? size : end(to);
                if (low <= high) {
                    inside(low, size, name, at);
                    inside(high, size, name, at);
                }
                yield new Subscript.Many(low > high ? new int[0] : Arrays.copyOfRange(open.index(), low - 1, high));
            }
            case Expr.Subscript.Single(Span at, Expr expr) -> {
                Value value = of(expr);
                if (value.type().dims() == 1) {
                    if (!value.isPlain()) {
                        throw new NotLanes("several indices that depend on the turn");
                    }
                    double[] numbers = value.numbers();
                    int[] many = new int[numbers.length];
                    for (int i = 0; i < many.length; i++) {
                        inside(numbers[i], size, name, at);
                        many[i] = open.index()[(int) numbers[i] - 1];
                    }
                    yield new Subscript.Many(many);
                }
                yield one(value, open, size, name, at);
            }
        };
    }

    private Subscript one(Value value, Subscript.Many open, int size, String name, Span at) {
        if (!value.isKnown()) {
            return new Subscript.One(Value.of(StanType.INT, value.tensor().minus(1), value.lanes(), value.turn()));
        }
        double[] numbers = value.numbers();
        double[] places = new double[numbers.length];
        for (int i = 0; i < places.length; i++) {
            inside(numbers[i], size, name, at);
            places[i] = open.index()[(int) numbers[i] - 1];
        }
        Tensor place = value.lanes() == null ? Tensor.of(places[0]) : Tensor.vector(places);
        return new Subscript.One(Value.of(StanType.INT, place, value.lanes(), null));
    }

    private int end(Expr expr) {
        Value value = of(expr);
        if (!value.isPlain()) {
            throw new NotLanes("a range that depends on the turn");
        }
        return value.index();
    }

    private static void inside(double index, int size, String name, Span at) {
        if (!(index >= 1 && index <= size)) {
            long shown = (long) index;
            throw new Fault(at, name + "[" + shown + "]: index " + shown + " outside 1.." + size);
        }
    }

    private Value call(Expr.Call call) {
        String name = call.name().name();
        if (Solver.is(name) && machine.functions().named(name).isEmpty()) {
            return Solver.call(machine, call);
        }
        List<Value> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(of(argument));
        }
        UserFunctions.Definition own = user(name, arguments);
        if (own != null) {
            return machine.call(own, arguments, call.at());
        }
        if (name.equals("target") || name.equals("get_lp")) {
            return Value.of(StanType.REAL, machine.target().sum());
        }
        Value built = Library.call(name, arguments);
        if (built != null) {
            return built;
        }
        Density.Form form = Density.form(name);
        if (form == null) {
            throw new Fault(call.name().at(), name + " is not available yet; define it in functions");
        }
        return machine.likelihood().call(call.name(), form, arguments);
    }

    private UserFunctions.@Nullable Definition user(String name, List<Value> arguments) {
        List<StanType> types = arguments.stream().map(Value::type).toList();
        UserFunctions functions = machine.functions();
        UserFunctions.Definition own = functions.resolve(name, types);
        Density.Form form = own == null ? Density.form(name) : null;
        if (form != null && form.isDensity()) {
            for (String suffix : List.of("_lpdf", "_lpmf")) {
                own = own == null ? functions.resolve(form.distribution() + suffix, types) : own;
            }
        }
        return own;
    }
}
