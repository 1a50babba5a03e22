package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The plainest meaning of every operation: what eager tensors compute, and what the fast executors are held to.
final class Oracle {
    private Oracle() {}

    static List<Tensor> evaluate(Op op, List<Type> types, List<Tensor> in) {
        return switch (op) {
            case Pointwise pointwise -> List.of(pointwise(pointwise, types.get(0), in));
            case Reduction reduction -> List.of(OracleReduction.evaluate(reduction, types.get(0), in.get(0)));
            case Contract contract ->
                List.of(OracleContract.evaluate(contract, types.get(0).shape(), in.get(0), in.get(1)));
            case Move move -> List.of(OracleMove.evaluate(move, types.get(0), in));
            case Pick pick -> List.of(OraclePick.evaluate(pick, types.get(0), in.get(0), in.get(1)));
            case Algebra algebra -> OracleAlgebra.evaluate(algebra, types, in);
            case Source source -> List.of(source(source, types.get(0), in));
            case Identity _ -> in;
            case Control control -> control(control, types, in);
        };
    }

    private static Tensor pointwise(Pointwise op, Type type, List<Tensor> in) {
        Tensor x = in.get(0);
        return switch (op) {
            case Unary unary -> unary(unary, type, x);
            case Binary binary ->
                x.type().isReal()
                        ? Tensor.wrap(Scalars.apply(binary, x.reals(), in.get(1).reals()), type.shape())
                        : words(binary, type, x, in.get(1));
            case Pointwise.Polygamma(int order) -> map(x, new Pointwise.Polygamma(order)::at);
            case Pointwise.Select _ -> select(type, x, in.get(1), in.get(2));
        };
    }

    private static Tensor unary(Unary op, Type type, Tensor x) {
        if (!x.type().isReal()) {
            return integer(op, type, x);
        }
        if (op == Unary.WHOLE) {
            long[] out = new long[x.count()];
            for (int i = 0; i < out.length; i++) {
                out[i] = (long) x.realAt(i);
            }
            return Tensor.wrap(out, type.shape());
        }
        return map(x, Scalars.function(op));
    }

    private static Tensor integer(Unary op, Type type, Tensor x) {
        if (op == Unary.REAL) {
            double[] out = new double[x.count()];
            for (int i = 0; i < out.length; i++) {
                out[i] = x.wholeAt(i);
            }
            return Tensor.wrap(out, type.shape());
        }
        long[] out = new long[x.count()];
        for (int i = 0; i < out.length; i++) {
            long v = x.wholeAt(i);
            out[i] = op == Unary.NEG ? -v : op == Unary.ABS ? Math.abs(v) : Long.signum(v);
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor words(Binary op, Type type, Tensor x, Tensor y) {
        if (op == Binary.LESS || op == Binary.EQUAL) {
            double[] out = new double[x.count()];
            for (int i = 0; i < out.length; i++) {
                boolean holds = op == Binary.LESS ? x.wholeAt(i) < y.wholeAt(i) : x.wholeAt(i) == y.wholeAt(i);
                out[i] = holds ? 1 : 0;
            }
            return Tensor.wrap(out, type.shape());
        }
        long[] out = new long[x.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Scalars.apply(op, x.wholeAt(i), y.wholeAt(i));
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor select(Type type, Tensor where, Tensor a, Tensor b) {
        int n = where.count();
        if (type.isReal()) {
            double[] out = new double[n];
            for (int i = 0; i < n; i++) {
                out[i] = where.truth(i) ? a.realAt(i) : b.realAt(i);
            }
            return Tensor.wrap(out, type.shape());
        }
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = where.truth(i) ? a.wholeAt(i) : b.wholeAt(i);
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor map(Tensor x, DoubleUnaryOperator function) {
        double[] out = new double[x.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = function.applyAsDouble(x.realAt(i));
        }
        return Tensor.wrap(out, x.shape());
    }

    private static Tensor source(Source op, Type type, List<Tensor> in) {
        return switch (op) {
            case Source.Constant(Tensor value) -> value;
            case Source.Random(Source.Law law, Shape shape) -> random(law, shape.count(), type, in.get(0));
            case Source.Fold _ -> {
                long[] out = new long[type.shape().count()];
                for (int k = 0; k < out.length / 2; k++) {
                    Key child = key(in.get(0), k).fold(in.get(1).wholeAt(k));
                    out[2 * k] = child.word();
                    out[2 * k + 1] = child.stream();
                }
                yield Tensor.wrap(out, type.shape());
            }
        };
    }

    private static Tensor random(Source.Law law, int each, Type type, Tensor keys) {
        int draws = keys.count() / 2;
        if (law == Source.Law.BITS) {
            long[] out = new long[draws * each];
            for (int i = 0; i < out.length; i++) {
                out[i] = key(keys, i / each).bits(i % each);
            }
            return Tensor.wrap(out, type.shape());
        }
        double[] out = new double[draws * each];
        for (int k = 0; k < draws; k++) {
            draw(law, key(keys, k), out, k * each, each);
        }
        return Tensor.wrap(out, type.shape());
    }

    static void draw(Source.Law law, Key key, double[] out, int at, int n) {
        switch (law) {
            case UNIFORM -> key.uniforms(0, out, at, n);
            case NORMAL -> key.normals(0, out, at, n);
            case EXPONENTIAL -> key.exponentials(0, out, at, n);
            case BITS -> throw new IllegalArgumentException("bits are words");
        }
    }

    private static Key key(Tensor keys, int k) {
        return new Key(keys.wholeAt(2 * k), keys.wholeAt(2 * k + 1));
    }

    private static List<Tensor> control(Control op, List<Type> types, List<Tensor> in) {
        return switch (op) {
            case Control.Loop loop -> loop(loop, types, in);
            case Control.While(int carried, Program condition, Program body) -> {
                List<Tensor> state = new ArrayList<>(in);
                while (condition.on(state).get(0).truth(0)) {
                    List<Tensor> next = new ArrayList<>(body.on(state));
                    next.addAll(in.subList(carried, in.size()));
                    state = next;
                }
                yield List.copyOf(state.subList(0, carried));
            }
            case Control.Branch(Program then, Program otherwise) ->
                (in.get(0).truth(0) ? then : otherwise).on(in.subList(1, in.size()));
            case Control.Custom custom -> custom.value().on(in);
        };
    }

    private static List<Tensor> loop(Control.Loop op, List<Type> types, List<Tensor> in) {
        int head = op.carried() + op.scanned();
        List<Tensor> state = in.subList(0, op.carried());
        List<List<Tensor>> rows = new ArrayList<>();
        for (int n = 0; n < op.count(); n++) {
            int turn = op.backward() ? op.count() - 1 - n : n;
            List<Tensor> turnIn = new ArrayList<>();
            turnIn.add(Tensor.whole(turn));
            turnIn.addAll(state);
            for (Tensor scanned : in.subList(op.carried(), head)) {
                turnIn.add(scanned.element(turn));
            }
            turnIn.addAll(in.subList(head, in.size()));
            List<Tensor> out = op.body().on(turnIn);
            state = out.subList(0, op.carried());
            rows.add(out.subList(op.carried(), out.size()));
        }
        List<Tensor> out = new ArrayList<>(state);
        for (int r = 0; r < types.size() - op.carried(); r++) {
            Type type = types.get(op.carried() + r);
            List<Tensor> column = new ArrayList<>();
            for (int n = 0; n < op.count(); n++) {
                column.add(rows.get(op.backward() ? op.count() - 1 - n : n).get(r));
            }
            out.add(OracleMove.join(type, column, 0));
        }
        return out;
    }
}
