package thalweg.stan.type;

import org.jspecify.annotations.Nullable;

/// Which operators there are between which types.
final class Operators {
    private Operators() {}

    /// The type of `left op right`; null if there is no such operator.
    static @Nullable StanType type(String op, StanType left, StanType right) {
        if (left.isBroken() || right.isBroken()) {
            return StanType.BROKEN;
        }
        if (left.dims() > 0 || right.dims() > 0) {
            boolean power = op.equals("^") || op.equals(".^");
            return power ? elementwise(left, right) : null;
        }
        if (left.base() == StanType.Base.COMPLEX || right.base() == StanType.Base.COMPLEX) {
            return StanType.of(StanType.Base.COMPLEX);
        }
        if (!isNumeric(left) || !isNumeric(right)) {
            return null;
        }
        boolean scalars = left.isScalar() && right.isScalar();
        return switch (op) {
            case "||", "&&", "==", "!=", "<", "<=", ">", ">=" -> scalars ? StanType.INT : null;
            case "%", "%/%" -> left.isInt() && right.isInt() ? StanType.INT : null;
            case "+", "-" -> scalars ? arithmetic(left, right) : either(left, right);
            case ".*", "./" -> scalars ? arithmetic(left, right) : either(left, right);
            case "^", ".^" -> scalars ? StanType.REAL : elementwise(left, right);
            case "*" -> scalars ? arithmetic(left, right) : product(left, right);
            case "/" -> scalars ? arithmetic(left, right) : quotient(left, right);
            case "\\" ->
                left.base() == StanType.Base.MATRIX && !right.isScalar() && right.base() != StanType.Base.ROW_VECTOR
                        ? right
                        : null;
            default -> null;
        };
    }

    /// What to do instead, where that can be said.
    static String advice(String op, StanType left, StanType right) {
        boolean vectors = left.inner() == 1 && right.inner() == 1;
        if (op.equals("*") && vectors && left.base() == right.base()) {
            return left.base() == StanType.Base.VECTOR
                    ? "; use .* (elementwise) or a' * a (inner product)"
                    : "; use .* (elementwise) or a * a' (inner product)";
        }
        if (left.dims() > 0 || right.dims() > 0) {
            return "; arrays have no arithmetic: declare a vector, or loop";
        }
        if (op.equals("/") && right.inner() > 0) {
            return "; use ./ (elementwise)";
        }
        if (op.equals("%")) {
            return "; use fmod(x, y)";
        }
        if (vectors && left.base() != right.base()) {
            return "; transpose one with '";
        }
        return "";
    }

    private static boolean isNumeric(StanType type) {
        return type.base() != StanType.Base.TEXT
                && type.base() != StanType.Base.VOID
                && type.base() != StanType.Base.TUPLE;
    }

    private static StanType arithmetic(StanType left, StanType right) {
        return left.isInt() && right.isInt() ? StanType.INT : StanType.REAL;
    }

    private static @Nullable StanType either(StanType left, StanType right) {
        return left.isScalar() ? right : right.isScalar() || left.equals(right) ? left : null;
    }

    private static @Nullable StanType elementwise(StanType left, StanType right) {
        return left.isScalar()
                ? right.real()
                : right.isScalar() || left.real().equals(right.real()) ? left.real() : null;
    }

    private static @Nullable StanType product(StanType left, StanType right) {
        if (left.isScalar() || right.isScalar()) {
            return left.isScalar() ? right : left;
        }
        return switch (left.base()) {
            case MATRIX ->
                switch (right.base()) {
                    case MATRIX, VECTOR -> right;
                    default -> null;
                };
            case ROW_VECTOR ->
                switch (right.base()) {
                    case VECTOR -> StanType.REAL;
                    case MATRIX -> left;
                    default -> null;
                };
            case VECTOR -> right.base() == StanType.Base.ROW_VECTOR ? StanType.MATRIX : null;
            default -> null;
        };
    }

    private static @Nullable StanType quotient(StanType left, StanType right) {
        if (right.isScalar()) {
            return left;
        }
        return right.base() == StanType.Base.MATRIX
                        && (left.base() == StanType.Base.MATRIX || left.base() == StanType.Base.ROW_VECTOR)
                ? left
                : null;
    }
}
