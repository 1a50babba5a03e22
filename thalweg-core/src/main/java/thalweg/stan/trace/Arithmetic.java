package thalweg.stan.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.kernel.Power;
import thalweg.stan.type.StanType;

/// The operators of Stan on values; elementwise ones keep what is affine affine.
final class Arithmetic {
    private Arithmetic() {}

    static Value negative(Value x) {
        Affine affine = x.affine() == null ? null : x.affine().times(Tensor.of(-1));
        return affine != null
                ? Value.of(x.type(), affine, x.lanes())
                : Value.of(x.type(), x.tensor().neg(), x.lanes(), x.turn());
    }

    static Value not(Value x) {
        return Value.of(StanType.INT, x.tensor().same(Tensor.of(0)), x.lanes(), x.turn());
    }

    static Value transpose(Value x) {
        StanType type = switch (x.type().base()) {
            case VECTOR -> StanType.ROW_VECTOR;
            case ROW_VECTOR -> StanType.VECTOR;
            default -> x.type();
        };
        return type.equals(x.type()) ? Value.of(type, x.tensor().transpose(), x.lanes(), x.turn()) : x.as(type);
    }

    static Value of(String op, Value x, Value y) {
        boolean scalars = x.type().isScalar() && y.type().isScalar();
        if (scalars && x.isPlain() && y.isPlain()) {
            return plain(op, x, y);
        }
        return switch (op) {
            case "+" -> sum(x, y, 1);
            case "-" -> sum(x, y, -1);
            case "*" -> x.type().rank() > 0 && y.type().rank() > 0 ? product(x, y) : times(x, y);
            case ".*" -> times(x, y);
            case "/" -> y.type().rank() > 0 ? divideRight(x, y) : over(x, y);
            case "./" -> over(x, y);
            case "%", "%/%" -> whole(op, x, y);
            case "^", ".^" -> elementwise(shape(x, y).real(), x, y, (a, b) -> power(a, b));
            case "\\" -> divideLeft(x, y);
            default -> logical(op, x, y);
        };
    }

    private static Value plain(String op, Value x, Value y) {
        double a = x.number();
        double b = y.number();
        boolean whole = x.type().isInt() && y.type().isInt();
        return switch (op) {
            case "+" -> scalar(whole, a + b);
            case "-" -> scalar(whole, a - b);
            case "*", ".*" -> scalar(whole, a * b);
            case "/", "./" -> whole ? Value.whole((long) divide(a, b)) : Value.real(a / b);
            case "%/%" -> Value.whole((long) divide(a, b));
            case "%" -> Value.whole((long) (a - divide(a, b) * b));
            case "^", ".^" -> Value.real(b == 2 ? a * a : Power.pow(a, b));
            default -> Value.whole(holds(op, a, b) ? 1 : 0);
        };
    }

    private static double divide(double a, double b) {
        if (b == 0) {
            throw new ArithmeticException("int division by zero");
        }
        double q = a / b;
        return q < 0 ? Math.ceil(q) : Math.floor(q);
    }

    private static Value scalar(boolean whole, double number) {
        return Value.of(whole ? StanType.INT : StanType.REAL, Tensor.of(number));
    }

    private static boolean holds(String op, double a, double b) {
        return switch (op) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "&&" -> a != 0 && b != 0;
            case "||" -> a != 0 || b != 0;
            default -> throw new IllegalArgumentException("operator " + op);
        };
    }

    static StanType shape(Value x, Value y) {
        if (x.type().rank() == 0 && y.type().rank() == 0) {
            return x.type().isInt() && y.type().isInt() ? StanType.INT : StanType.REAL;
        }
        return x.type().rank() == 0 ? y.type() : x.type();
    }

    private static Value sum(Value x, Value y, double sign) {
        StanType type = shape(x, y);
        Affine affine = null;
        if (x.turn() == null && y.turn() == null) {
            if (x.affine() != null && y.affine() != null) {
                affine = x.lanes() == y.lanes() ? x.affine().plus(y.affine(), sign) : null;
            } else if (x.affine() != null && fits(y, x)) {
                affine = x.affine().plus(y.tensor(), sign);
            } else if (y.affine() != null && fits(x, y)) {
                Affine scaled = y.affine().times(Tensor.of(sign));
                affine = scaled == null ? null : scaled.plus(x.tensor(), 1);
            } else {
                affine = start(x, y, sign);
            }
        }
        if (affine != null) {
            return Value.of(type, affine, Lanes.inner(x.lanes(), y.lanes()));
        }
        return elementwise(type, x, y, (a, b) -> sign > 0 ? a.plus(b) : a.minus(b));
    }

    /// A known column and a traced scalar: the first step of an affine form.
    private static @Nullable Affine start(Value x, Value y, double sign) {
        boolean column = x.isKnown();
        Value known = column ? x : y;
        Value scalar = column ? y : x;
        if (!known.isKnown()
                || scalar.isKnown()
                || scalar.lanes() != null
                || scalar.type().rank() > 0
                || known.tensor().rank() != 1) {
            return null;
        }
        double knownSign = column ? 1 : sign;
        double scalarSign = column ? sign : 1;
        Affine term = Affine.product(Tensor.full(scalarSign, known.tensor().count()), scalar.tensor());
        return term == null ? null : term.plus(known.tensor(), knownSign);
    }

    /// Whether a value may be added to an affine one without another axis.
    private static boolean fits(Value other, Value affine) {
        return other.lanes() == affine.lanes()
                || other.lanes() == null && other.type().rank() == 0;
    }

    private static Value times(Value x, Value y) {
        StanType type = shape(x, y);
        if (x.turn() == null && y.turn() == null) {
            Affine affine = scaled(x, y);
            affine = affine == null ? scaled(y, x) : affine;
            if (affine != null) {
                return Value.of(type, affine, Lanes.inner(x.lanes(), y.lanes()));
            }
        }
        return elementwise(type, x, y, Tensor::times);
    }

    private static @Nullable Affine scaled(Value x, Value y) {
        if (x.affine() != null) {
            return y.isKnown() && fits(y, x) ? x.affine().times(y.tensor()) : null;
        }
        boolean scalar = !y.isKnown() && y.lanes() == null && y.type().rank() == 0;
        return scalar && x.isKnown() && x.tensor().rank() == 1 ? Affine.product(x.tensor(), y.tensor()) : null;
    }

    private static Value over(Value x, Value y) {
        StanType type = shape(x, y);
        if (type.base() == StanType.Base.INT) {
            return whole("%/%", x, y);
        }
        if (x.affine() != null && y.isKnown() && fits(y, x)) {
            Affine affine = x.affine().times(Tensor.of(1).over(y.tensor()));
            if (affine != null) {
                return Value.of(type, affine, x.lanes());
            }
        }
        return elementwise(type, x, y, Tensor::over);
    }

    private static Value whole(String op, Value x, Value y) {
        return elementwise(StanType.INT, x, y, (a, b) -> {
            Tensor q = a.over(b);
            Tensor cut = q.sign().times(q.abs().floor());
            return op.equals("%") ? a.minus(cut.times(b)) : cut;
        });
    }

    private static Value logical(String op, Value x, Value y) {
        return elementwise(StanType.INT, x, y, (a, b) -> switch (op) {
            case "==" -> a.same(b);
            case "!=" -> Tensor.of(1).minus(a.same(b));
            case "<" -> a.less(b);
            case "<=" -> a.less(b).max(a.same(b));
            case ">" -> a.greater(b);
            case ">=" -> a.greater(b).max(a.same(b));
            case "&&" ->
                Tensor.of(1).minus(a.same(Tensor.of(0))).times(Tensor.of(1).minus(b.same(Tensor.of(0))));
            case "||" -> Tensor.of(1).minus(a.same(Tensor.of(0)).times(b.same(Tensor.of(0))));
            default -> throw new IllegalArgumentException("operator " + op);
        });
    }

    /// A power with a positive base, or a whole exponent.
    static Tensor power(Tensor x, Tensor y) {
        if (!y.isTraced() && y.rank() == 0) {
            double exponent = y.value();
            return exponent == 0
                    ? x.times(0).plus(1)
                    : exponent == 3 ? x.times(x).times(x) : x.pow(exponent);
        }
        return x.pow(y);
    }

    interface Pointwise {
        Tensor at(Tensor x, Tensor y);
    }

    static Value elementwise(StanType type, Value x, Value y, Pointwise function) {
        Operands both = Operands.of(x, y).aligned();
        Tensor[] t = both.tensors();
        return both.result(type, function.at(t[0], t[1]));
    }

    private static Value product(Value x, Value y) {
        StanType type = productType(x.type(), y.type());
        Operands both = Operands.of(x, y);
        if (both.lanes() == null && both.turn() == null && x.type().base() == StanType.Base.MATRIX) {
            Affine affine = Affine.matrix(both.tensors()[0], both.tensors()[1]);
            if (affine != null && type.base() == StanType.Base.VECTOR) {
                return Value.of(type, affine, null);
            }
        }
        String left =
                x.type().base() == StanType.Base.MATRIX ? "ab" : x.type().base() == StanType.Base.VECTOR ? "a" : "b";
        String right =
                y.type().base() == StanType.Base.MATRIX ? "bc" : y.type().base() == StanType.Base.VECTOR ? "b" : "c";
        String out = (left.contains("a") ? "a" : "") + (right.contains("c") ? "c" : "");
        String l = both.wide()[0] ? "z" + left : left;
        String r = both.wide()[1] ? "z" + right : right;
        String o = both.lanes() == null ? out : "z" + out;
        return both.result(type, both.tensors()[0].contract(l + "," + r + "->" + o, both.tensors()[1]));
    }

    private static StanType productType(StanType x, StanType y) {
        return switch (x.base()) {
            case MATRIX -> y;
            case ROW_VECTOR -> y.base() == StanType.Base.VECTOR ? StanType.REAL : StanType.ROW_VECTOR;
            default -> StanType.MATRIX;
        };
    }

    /// `A \ b`.
    static Value divideLeft(Value a, Value b) {
        Operands both = Operands.of(a, b);
        return both.result(b.type(), both.each(t -> t.get(0).solve(t.get(1))));
    }

    /// `b / A`.
    static Value divideRight(Value b, Value a) {
        Operands both = Operands.of(b, a);
        return both.result(b.type(), both.each(t -> right(t)));
    }

    private static Tensor right(List<Tensor> t) {
        Tensor turned = t.get(1).transpose();
        return t.get(0).rank() == 1
                ? turned.solve(t.get(0))
                : turned.solve(t.get(0).transpose()).transpose();
    }
}
