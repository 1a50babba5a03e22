package thalweg.stan.type;

import java.util.List;
import thalweg.stan.text.TypeText;

/// A type of the language without sizes: a scalar, vector, matrix or tuple, in an array of `dims` axes.
///
/// @param parts of a tuple
public record StanType(Base base, int dims, List<StanType> parts) {
    /// What an array holds.
    public enum Base {
        INT,
        REAL,
        COMPLEX,
        VECTOR,
        ROW_VECTOR,
        MATRIX,
        TUPLE,
        TEXT,
        VOID,
        /// What an error left behind; nothing more is said of it.
        BROKEN
    }

    public static final StanType INT = of(Base.INT);
    public static final StanType REAL = of(Base.REAL);
    public static final StanType VECTOR = of(Base.VECTOR);
    public static final StanType ROW_VECTOR = of(Base.ROW_VECTOR);
    public static final StanType MATRIX = of(Base.MATRIX);
    public static final StanType TEXT = of(Base.TEXT);
    public static final StanType VOID = of(Base.VOID);
    public static final StanType BROKEN = of(Base.BROKEN);

    public static StanType of(Base base) {
        return new StanType(base, 0, List.of());
    }

    /// The type that a declaration or an argument says.
    public static StanType of(TypeText text) {
        Base base = switch (text.base()) {
            case "int" -> Base.INT;
            case "real" -> Base.REAL;
            case "row_vector" -> Base.ROW_VECTOR;
            case "matrix",
                    "cholesky_factor_corr",
                    "cholesky_factor_cov",
                    "corr_matrix",
                    "cov_matrix",
                    "sum_to_zero_matrix",
                    "row_stochastic_matrix",
                    "column_stochastic_matrix" -> Base.MATRIX;
            case "tuple" -> Base.TUPLE;
            case "complex", "complex_vector", "complex_row_vector", "complex_matrix" -> Base.COMPLEX;
            default -> Base.VECTOR;
        };
        List<StanType> parts = text.parts().stream().map(StanType::of).toList();
        return new StanType(base, text.rank() + text.dims().size(), parts);
    }

    public StanType array(int more) {
        return isBroken() ? this : new StanType(base, dims + more, parts);
    }

    /// The same in an array of this many axes.
    public StanType in(int axes) {
        return isBroken() ? this : new StanType(base, axes, parts);
    }

    public boolean isBroken() {
        return base == Base.BROKEN;
    }

    /// A single number, whole or not.
    public boolean isScalar() {
        return dims == 0 && (base == Base.INT || base == Base.REAL);
    }

    public boolean isInt() {
        return dims == 0 && base == Base.INT;
    }

    /// Axes of what an array holds: 0, 1 or 2.
    public int inner() {
        return switch (base) {
            case VECTOR, ROW_VECTOR -> 1;
            case MATRIX -> 2;
            default -> 0;
        };
    }

    /// All axes.
    public int rank() {
        return dims + inner();
    }

    /// The same with whole numbers taken for real ones.
    public StanType real() {
        return base == Base.INT ? new StanType(Base.REAL, dims, parts) : this;
    }

    /// How many promotions make this an `other`; -1 if none do.
    public int promotion(StanType other) {
        if (isBroken() || other.isBroken()) {
            return 0;
        }
        if (dims != other.dims) {
            return -1;
        }
        if (base == Base.TUPLE && other.base == Base.TUPLE && parts.size() == other.parts.size()) {
            int sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                int one = parts.get(i).promotion(other.parts.get(i));
                if (one < 0) {
                    return -1;
                }
                sum += one;
            }
            return sum;
        }
        return base == other.base ? 0 : base == Base.INT && other.base == Base.REAL ? 1 : -1;
    }

    /// As a program writes it.
    @Override
    public String toString() {
        String name = switch (base) {
            case INT -> "int";
            case REAL -> "real";
            case COMPLEX -> "complex";
            case VECTOR -> "vector";
            case ROW_VECTOR -> "row_vector";
            case MATRIX -> "matrix";
            case TUPLE ->
                "tuple("
                        + String.join(
                                ", ", parts.stream().map(StanType::toString).toList()) + ")";
            case TEXT -> "a string";
            case VOID -> "void";
            case BROKEN -> "something";
        };
        return dims == 0 ? name : "array[" + ",".repeat(dims - 1) + "] " + name;
    }
}
