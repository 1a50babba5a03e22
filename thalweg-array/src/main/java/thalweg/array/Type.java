package thalweg.array;

/// What is known of a tensor before its numbers: kind and shape, written `f64[2,3]`.
public record Type(Kind kind, Shape shape) {
    public static Type reals(int... sizes) {
        return new Type(Kind.F64, Shape.of(sizes));
    }

    public static Type wholes(int... sizes) {
        return new Type(Kind.I64, Shape.of(sizes));
    }

    public boolean isReal() {
        return kind == Kind.F64;
    }

    public Type with(Shape other) {
        return new Type(kind, other);
    }

    @Override
    public String toString() {
        return kind.toString() + shape;
    }
}
