package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// Kinds and shapes of results, family by family.
final class Infer {
    private Infer() {}

    static List<Type> types(Op op, List<Type> in) {
        return switch (op) {
            case Pointwise pointwise -> List.of(pointwise(pointwise, in));
            case Reduction reduction -> List.of(reduction(reduction, in));
            case Contract contract -> List.of(contract(contract, in));
            case Move move -> List.of(InferMove.type(move, in));
            case Pick pick -> List.of(pick(pick, in));
            case Algebra algebra -> algebra(algebra, in);
            case Source source -> List.of(source(source, in));
            case Identity identity -> {
                arity(identity, in, 1);
                yield in;
            }
            case Control control -> InferControl.types(control, in);
        };
    }

    private static Type pointwise(Pointwise op, List<Type> in) {
        Type first = in.isEmpty() ? Type.reals() : in.get(0);
        Kind kind = switch (op) {
            case Unary unary -> {
                arity(op, in, 1);
                yield unary.on(first.kind());
            }
            case Binary binary -> {
                arity(op, in, 2);
                yield first.kind() == in.get(1).kind() ? binary.on(first.kind()) : null;
            }
            case Pointwise.Polygamma _ -> {
                arity(op, in, 1);
                yield first.kind() == Kind.F64 ? Kind.F64 : null;
            }
            case Pointwise.Select _ -> {
                arity(op, in, 3);
                yield in.get(1).kind() == in.get(2).kind() ? in.get(1).kind() : null;
            }
        };
        if (kind == null) {
            throw bad(op, in, "kinds it is defined on", "convert with real() or whole()");
        }
        for (Type type : in) {
            if (!type.shape().equals(first.shape())) {
                throw bad(
                        op,
                        in,
                        "equal shapes, a scalar, or exactly the last axes",
                        "name the axis to repeat: rows(n), columns(n) or expand(axis, n)");
            }
        }
        return new Type(kind, first.shape());
    }

    private static Type reduction(Reduction op, List<Type> in) {
        arity(op, in, 1);
        Type x = in.get(0);
        Shape shape = x.shape();
        return switch (op) {
            case Reduction.Sum(var axes) -> x.with(shape.without(axes(op, in, axes)));
            case Reduction.Greatest(var axes) -> {
                real(op, in);
                nonempty(op, in, axes(op, in, axes));
                yield x.with(shape.without(axes));
            }
            case Reduction.Product(int axis) -> {
                real(op, in);
                yield x.with(shape.without(axes(op, in, List.of(axis))));
            }
            case Reduction.ArgMax(int axis) -> {
                real(op, in);
                nonempty(op, in, axes(op, in, List.of(axis)));
                yield new Type(Kind.I64, shape.without(List.of(axis)));
            }
            case Reduction.PrefixSum(int axis) -> {
                axes(op, in, List.of(axis));
                yield x;
            }
        };
    }

    private static Type contract(Contract op, List<Type> in) {
        arity(op, in, 2);
        real(op, in);
        Shape left = in.get(0).shape();
        Shape right = in.get(1).shape();
        if (left.rank() != op.left().length() || right.rank() != op.right().length()) {
            throw bad(op, in, "one name an axis", "name every axis of both operands");
        }
        for (int i = 0; i < op.left().length(); i++) {
            int j = op.right().indexOf(op.left().charAt(i));
            if (j >= 0 && left.size(i) != right.size(j)) {
                throw bad(
                        op,
                        in,
                        "equal sizes of the axis " + op.left().charAt(i),
                        "transpose an operand, or check which axes meet");
            }
        }
        int[] sizes = new int[op.out().length()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = op.size(op.out().charAt(i), left, right);
        }
        return new Type(Kind.F64, Shape.of(sizes));
    }

    private static Type pick(Pick op, List<Type> in) {
        arity(op, in, 2);
        Shape x = in.get(0).shape();
        Shape index = in.get(1).shape();
        if (in.get(1).kind() != Kind.I64) {
            throw bad(op, in, "an index of kind i64", "convert it with whole()");
        }
        return switch (op) {
            case Pick.Gather(int lead) -> {
                if (x.rank() <= lead || index.rank() < lead || !x.part(0, lead).equals(index.part(0, lead))) {
                    throw bad(op, in, "an axis to pick from behind " + lead + " shared axes", "check both shapes");
                }
                yield in.get(0).with(index.then(x.part(lead + 1, x.rank())));
            }
            case Pick.ScatterAdd(int lead, int size) -> {
                if (x.rank() < index.rank()
                        || index.rank() < lead
                        || !x.part(0, index.rank()).equals(index)) {
                    throw bad(op, in, "elements whose first axes are those of the index", "check both shapes");
                }
                yield in.get(0).with(x.part(0, lead).insert(lead, size).then(x.part(index.rank(), x.rank())));
            }
        };
    }

    private static List<Type> algebra(Algebra op, List<Type> in) {
        arity(op, in, op instanceof Algebra.Solve || op instanceof Algebra.TriangularSolve ? 2 : 1);
        real(op, in);
        Type matrix = in.get(0);
        Shape shape = matrix.shape();
        int lead = shape.rank() - 2;
        if (lead < 0 || shape.size(-1) != shape.size(-2)) {
            throw bad(op, in, "a square matrix in the last two axes", "check the shape");
        }
        return switch (op) {
            case Algebra.Cholesky _ -> in;
            case Algebra.LogDet _ -> List.of(matrix.with(shape.part(0, lead)), matrix.with(shape.part(0, lead)));
            case Algebra.Eigen _ -> List.of(matrix.with(shape.part(0, lead + 1)), matrix);
            case Algebra.Solve _, Algebra.TriangularSolve _ -> {
                Shape right = in.get(1).shape();
                if (right.rank() != lead + 2 || !right.part(0, lead + 1).equals(shape.part(0, lead + 1))) {
                    throw bad(op, in, "a right-hand side with as many rows", "make a vector one column: columns(1)");
                }
                yield List.of(in.get(1));
            }
        };
    }

    private static Type source(Source op, List<Type> in) {
        return switch (op) {
            case Source.Constant(var value) -> {
                arity(op, in, 0);
                yield value.type();
            }
            case Source.Random(var law, var shape) -> {
                arity(op, in, 1);
                yield new Type(law.kind(), keys(op, in).then(shape));
            }
            case Source.Fold() -> {
                arity(op, in, 2);
                if (in.get(1).kind() != Kind.I64 || !in.get(1).shape().equals(keys(op, in))) {
                    throw bad(op, in, "one number (i64) a key", "check both shapes");
                }
                yield in.get(0);
            }
        };
    }

    private static Shape keys(Op op, List<Type> in) {
        Type key = in.get(0);
        if (key.kind() != Kind.I64 || key.shape().isScalar() || key.shape().size(-1) != 2) {
            throw bad(op, in, "keys as i64[..,2]", "make one with Tensor.key(key)");
        }
        return key.shape().part(0, key.shape().rank() - 1);
    }

    static void arity(Op op, List<Type> in, int expected) {
        if (in.size() != expected) {
            throw bad(op, in, expected + " operands", "see the operation's definition");
        }
    }

    private static void real(Op op, List<Type> in) {
        for (Type type : in) {
            if (!type.isReal()) {
                throw bad(op, in, "operands of kind f64", "convert with real()");
            }
        }
    }

    private static void nonempty(Op op, List<Type> in, List<Integer> axes) {
        for (int axis : axes) {
            if (in.get(0).shape().size(axis) == 0) {
                throw bad(op, in, "at least one element along axis " + axis, "an empty axis has no largest element");
            }
        }
    }

    static List<Integer> axes(Op op, List<Type> in, List<Integer> axes) {
        List<Integer> seen = new ArrayList<>();
        for (int axis : axes) {
            if (axis < 0 || axis >= in.get(0).shape().rank() || seen.contains(axis)) {
                throw bad(op, in, "distinct axes of the operand", "count axes from 0");
            }
            seen.add(axis);
        }
        return axes;
    }

    static Misuse bad(Op op, List<Type> in, String expected, String todo) {
        Place place = Place.here();
        StringBuilder found = new StringBuilder(Notation.head(op)).append(" of ");
        for (int i = 0; i < in.size(); i++) {
            found.append(i == 0 ? "" : i == in.size() - 1 ? " and " : ", ").append(in.get(i));
        }
        return new Misuse(found + (place == null ? "" : " at " + place), expected, todo);
    }
}
