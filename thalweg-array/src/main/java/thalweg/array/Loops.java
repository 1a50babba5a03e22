package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Loops and branches inside programs, on states that are trees of tensors.
public final class Loops {
    private Loops() {}

    /// The last state of a scan, and its rows stacked along a new leading axis.
    public record Scan<S, Y>(S state, Y rows) {}

    /// `s_{i+1} = turn(i, s_i)` for `i = 0 .. count - 1`; differentiable. The number of the turn is an I64 scalar.
    ///
    /// @throws Misuse if a turn changes the types of the state
    public static <S> S times(int count, S start, BiFunction<Tensor, S, S> turn) {
        return Loops.<S, List<Tensor>, List<Tensor>>scan(
                        count, start, List.of(), (i, s, none) -> new Scan<>(turn.apply(i, s), List.of()))
                .state();
    }

    /// `(s_{i+1}, y_i) = turn(i, s_i, x_i)` for each row `x_i` of the tensors in `rows`; differentiable.
    public static <S, X, Y> Scan<S, Y> scan(int count, S start, X rows, Turn<S, X, Y> turn) {
        Tree<S> state = Tree.of(start);
        Tree<X> scanned = Tree.of(rows);
        Trace trace = new Trace();
        Tensor number = trace.input("turn", Type.wholes());
        List<Tensor> states = inputs(trace, state);
        List<Tensor> cut = new ArrayList<>();
        for (int i = 0; i < scanned.leaves().size(); i++) {
            Type type = scanned.leaves().get(i).type();
            if (type.shape().isScalar() || type.shape().size(0) != count) {
                throw new Misuse(
                        "a scan of " + count + " turns over " + scanned.names().get(i) + " " + type,
                        "a leading axis of " + count,
                        "move the axis of the turns to the front");
            }
            cut.add(trace.input(
                    scanned.names().get(i),
                    type.with(type.shape().part(1, type.shape().rank()))));
        }
        Scan<S, Y> next = turn.at(number, state.with(states), scanned.with(cut));
        Tree<Y> made = Tree.of(next.rows());
        List<Tensor> results = new ArrayList<>(Tree.of(next.state()).leaves());
        results.addAll(made.leaves());
        Program body = trace.close(results);
        List<Tensor> operands = new ArrayList<>(state.leaves());
        operands.addAll(scanned.leaves());
        operands.addAll(trace.captured());
        int carried = state.leaves().size();
        List<Tensor> out =
                new Control.Loop(count, carried, cut.size(), false, body).on(operands.toArray(Tensor[]::new));
        return new Scan<>(state.with(out.subList(0, carried)), made.with(out.subList(carried, out.size())));
    }

    /// One turn of a scan.
    public interface Turn<S, X, Y> {
        Scan<S, Y> at(Tensor number, S state, X row);
    }

    /// Turns as long as the condition (a scalar) is not 0; not differentiable.
    public static <S> S whilst(S start, Function<S, Tensor> condition, UnaryOperator<S> turn) {
        Tree<S> state = Tree.of(start);
        int carried = state.leaves().size();
        Trace first = new Trace();
        Tensor holds = condition.apply(state.with(inputs(first, state)));
        Program test = first.close(List.of(holds));
        Trace second = new Trace();
        S next = turn.apply(state.with(inputs(second, state)));
        Program body = second.close(Tree.of(next).leaves());
        List<Tensor> operands = new ArrayList<>(state.leaves());
        operands.addAll(first.captured());
        operands.addAll(second.captured());
        int total = first.captured().size() + second.captured().size();
        Program widerTest = widen(test, carried, 0, first.captured().size(), total, operands);
        Program widerBody =
                widen(body, carried, first.captured().size(), second.captured().size(), total, operands);
        return state.with(new Control.While(carried, widerTest, widerBody).on(operands.toArray(Tensor[]::new)));
    }

    /// `then(at)` where the condition (a scalar) is not 0, else `otherwise(at)`; only one of them runs.
    public static <A, B> B choose(Tensor condition, A at, Function<A, B> then, Function<A, B> otherwise) {
        Closure<A, B> yes = Closure.of(then, at);
        Closure<A, B> no = Closure.of(otherwise, at);
        List<Tensor> operands = new ArrayList<>(List.of(condition));
        operands.addAll(yes.argument().leaves());
        operands.addAll(yes.captured());
        operands.addAll(no.captured());
        int own = yes.argument().leaves().size();
        int total = yes.captured().size() + no.captured().size();
        List<Tensor> types = operands.subList(1, operands.size());
        return yes.result()
                .with(new Control.Branch(
                                widen(yes.program(), own, 0, yes.captured().size(), total, types),
                                widen(
                                        no.program(),
                                        own,
                                        yes.captured().size(),
                                        no.captured().size(),
                                        total,
                                        types))
                        .on(operands.toArray(Tensor[]::new)));
    }

    /// A program with more inputs, which it does not read, before and after its captured ones.
    private static Program widen(Program program, int own, int skip, int captured, int total, List<Tensor> like) {
        Trace trace = new Trace();
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < own + total; i++) {
            all.add(trace.input("x" + i, like.get(i).type()));
        }
        List<Tensor> read = new ArrayList<>(all.subList(0, own));
        read.addAll(all.subList(own + skip, own + skip + captured));
        return trace.close(program.on(read));
    }

    private static List<Tensor> inputs(Trace trace, Tree<?> tree) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < tree.leaves().size(); i++) {
            inputs.add(trace.input(tree.names().get(i), tree.leaves().get(i).type()));
        }
        return inputs;
    }
}
