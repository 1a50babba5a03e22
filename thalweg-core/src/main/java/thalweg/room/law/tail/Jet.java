package thalweg.room.law.tail;

/// A number that carries its first and second derivative in one variable `s`: a truncated Taylor series,
/// `f(s + h) = value + first h + second h^2 / 2`.
record Jet(double value, double first, double second) {
    static Jet constant(double value) {
        return new Jet(value, 0, 0);
    }

    static Jet variable(double value) {
        return new Jet(value, 1, 0);
    }

    /// `exp(-s r)` with a fixed rate `r`.
    static Jet decay(double s, double r) {
        double e = StrictMath.exp(-s * r);
        return new Jet(e, -r * e, r * r * e);
    }

    Jet plus(Jet other) {
        return new Jet(value + other.value, first + other.first, second + other.second);
    }

    Jet plus(double constant) {
        return new Jet(value + constant, first, second);
    }

    Jet minus(Jet other) {
        return new Jet(value - other.value, first - other.first, second - other.second);
    }

    Jet scaled(double factor) {
        return new Jet(value * factor, first * factor, second * factor);
    }

    Jet times(Jet other) {
        return new Jet(
                value * other.value,
                value * other.first + first * other.value,
                value * other.second + 2 * first * other.first + second * other.value);
    }
}
