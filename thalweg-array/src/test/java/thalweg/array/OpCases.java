package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One smooth point for every operation; a law that holds here is tried on the whole list.
public final class OpCases {
    private OpCases() {}

    /// An operation with operands at which it is three times differentiable.
    public record Case(Op op, List<Tensor> operands) {
        @Override
        public String toString() {
            return Notation.head(op) + " of "
                    + operands.stream().map(Tensor::type).toList();
        }
    }

    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        Tensor any = Tensor.of(new double[] {0.3, -1.2, 2.1, 0.7, -0.4, 1.6}, 2, 3);
        Tensor other = Tensor.of(new double[] {1.3, 0.8, -0.6, 2.2, 1.1, -1.7}, 2, 3);
        Tensor positive = Tensor.of(new double[] {0.3, 1.2, 2.1, 0.7, 3.4, 1.6}, 2, 3);
        Tensor words = Tensor.of(new long[] {3, -5, 1L << 62, 7, 0, -1}, 2, 3);
        Tensor small = Tensor.of(new long[] {1, 2, 0, 63, 5, 3}, 2, 3);
        for (Unary op : Unary.values()) {
            cases.add(new Case(
                    op,
                    List.of(
                            switch (op) {
                                case SQRT, LOG, LOG1P, LGAMMA -> positive;
                                case REAL -> words;
                                case NEG, RECIPROCAL, ABS, SIGN, EXP, EXPM1, SIN, COS, TANH, LOGISTIC, ERF, FLOOR ->
                                    any;
                                case WHOLE -> any;
                            })));
        }
        for (Binary op : Binary.values()) {
            cases.add(
                    switch (op) {
                        case ADD, SUB, MUL, DIV, MAX, MIN, ATAN2, LESS, EQUAL -> new Case(op, List.of(any, other));
                        case POW -> new Case(op, List.of(positive, other));
                        case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> new Case(op, List.of(words, small));
                    });
        }
        cases.add(new Case(new Pointwise.Polygamma(0), List.of(positive)));
        cases.add(new Case(new Pointwise.Polygamma(2), List.of(positive)));
        cases.add(new Case(
                new Pointwise.Select(), List.of(Tensor.of(new long[] {1, 0, 0, 1, 1, 0}, 2, 3), any, other)));
        cases.add(new Case(new Reduction.Sum(List.of(0)), List.of(any)));
        cases.add(new Case(new Reduction.Sum(List.of(0, 1)), List.of(any)));
        cases.add(new Case(new Reduction.Greatest(List.of(1)), List.of(any)));
        cases.add(new Case(new Reduction.Product(1), List.of(any)));
        cases.add(new Case(new Reduction.Product(0), List.of(Tensor.of(new double[] {0, 2, 0, 0, 3, 5}, 3, 2))));
        cases.add(new Case(new Reduction.ArgMax(1), List.of(any)));
        cases.add(new Case(new Reduction.PrefixSum(0), List.of(any)));
        cases.add(new Case(new Reduction.PrefixSum(1), List.of(any)));
        cases.add(new Case(Contract.of("ab,cb->ac"), List.of(any, other)));
        cases.add(new Case(Contract.of("ab,ab->ba"), List.of(any, other)));
        cases.add(new Case(Contract.of("ab,c->cba"), List.of(any, Tensor.vector(0.5, -2))));
        cases.add(new Case(Contract.of("ab,ba->"), List.of(any, Tensor.of(other.toArray(), 3, 2))));
        moves(cases, any, other);
        algebra(cases);
        cases.add(new Case(new Pick.Gather(0), List.of(any, Tensor.wholes(1, 0, 1, 1))));
        cases.add(new Case(new Pick.Gather(1), List.of(any, Tensor.of(new long[] {2, 0, 1, 1}, 2, 2))));
        cases.add(new Case(new Pick.ScatterAdd(0, 4), List.of(any, Tensor.wholes(3, 3))));
        cases.add(new Case(new Pick.ScatterAdd(1, 2), List.of(any, Tensor.of(new long[] {1, 0, 1, 1, 1, 0}, 2, 3))));
        Tensor keys = Tensor.stack(Tensor.key(Key.of(1)), Tensor.key(Key.of(2)));
        for (Source.Law law : Source.Law.values()) {
            cases.add(new Case(new Source.Random(law, Shape.of(3)), List.of(keys)));
        }
        cases.add(new Case(new Source.Fold(), List.of(keys, Tensor.wholes(5, 6))));
        cases.add(new Case(new Source.Constant(any), List.of()));
        cases.add(new Case(new Identity.Alias(), List.of(any)));
        cases.add(new Case(new Identity.Stop(), List.of(any)));
        control(cases, any);
        return cases;
    }

    private static void moves(List<Case> cases, Tensor any, Tensor other) {
        Stream.of(
                        new Move.Reshape(Shape.of(3, 1, 2)),
                        new Move.Permute(List.of(1, 0)),
                        new Move.Expand(List.of(0, 2), Shape.of(2, 2, 4, 3)),
                        new Move.Pad(List.of(1, 0), List.of(0, 2), List.of(2, 1)),
                        new Move.Slice(List.of(0, 0), List.of(2, 3), List.of(1, 2)),
                        new Move.Slice(List.of(1, 1), List.of(1, 3), List.of(1, 1)),
                        new Move.Flip(List.of(1)))
                .forEach(op -> cases.add(new Case(op, List.of(any))));
        cases.add(new Case(new Move.Concatenate(1), List.of(any, other, any)));
        cases.add(new Case(new Move.Concatenate(0), List.of(any, other)));
    }

    private static void algebra(List<Case> cases) {
        Tensor full = Tensor.of(new double[] {4, 1, 0.5, 0.3, 3, -0.7, 0.2, -0.4, 5}, 3, 3);
        Tensor two = Tensor.of(new double[] {2, 0.3, 0.4, 1.5, 3, -1, -0.6, 2}, 2, 2, 2);
        Tensor right = Tensor.of(new double[] {1, 2, -1, 0.5, 0.7, -2}, 3, 2);
        for (boolean transposed : new boolean[] {false, true}) {
            for (boolean lower : new boolean[] {false, true}) {
                cases.add(new Case(new Algebra.TriangularSolve(lower, transposed), List.of(full, right)));
            }
            cases.add(new Case(new Algebra.Solve(transposed), List.of(full, right)));
        }
        cases.add(new Case(new Algebra.Solve(false), List.of(two, Tensor.of(new double[] {1, 2, 3, 4}, 2, 2, 1))));
        for (Algebra op : List.of(new Algebra.Cholesky(), new Algebra.LogDet(), new Algebra.Eigen())) {
            cases.add(new Case(op, List.of(full)));
            cases.add(new Case(op, List.of(two)));
        }
    }

    private static void control(List<Case> cases, Tensor any) {
        Program turn = program(
                List.of(Type.wholes(), any.type(), Type.reals(3), Type.reals()),
                in -> List.of(
                        in.get(1)
                                .times(in.get(3))
                                .plus(in.get(2))
                                .sin()
                                .plus(in.get(0).real().times(0.1)),
                        in.get(1).sum(1).times(in.get(2).sum())));
        Tensor rows = Tensor.of(new double[] {0.1, 0.2, 0.3, -0.4, 0.5, 0.6, 0.7, -0.8, 0.9, 1, 1.1, 1.2}, 4, 3);
        for (boolean backward : new boolean[] {false, true}) {
            cases.add(new Case(new Control.Loop(4, 1, 1, backward, turn), List.of(any, rows, Tensor.of(0.7))));
        }
        Program sine = program(List.of(any.type()), in -> List.of(in.get(0).sin()));
        Program square = program(List.of(any.type()), in -> List.of(in.get(0).square()));
        cases.add(new Case(new Control.Branch(sine, square), List.of(Tensor.whole(1), any)));
        cases.add(new Case(new Control.Branch(sine, square), List.of(Tensor.whole(0), any)));
        Program pull = program(
                List.of(any.type(), any.type()), in -> List.of(in.get(0).cos().times(in.get(1))));
        cases.add(new Case(new Control.Custom("sine", sine, sine, pull), List.of(any)));
        Program small = program(List.of(Type.reals()), in -> List.of(in.get(0).less(Tensor.of(100))));
        Program twice = program(List.of(Type.reals()), in -> List.of(in.get(0).times(2)));
        cases.add(new Case(new Control.While(1, small, twice), List.of(Tensor.of(3))));
    }

    public static Program program(List<Type> types, Function<List<Tensor>, List<Tensor>> body) {
        Trace trace = new Trace();
        List<Tensor> in = new ArrayList<>();
        types.forEach(type -> in.add(trace.input("x" + in.size(), type)));
        return trace.close(body.apply(in));
    }
}
