package thalweg.room.law.rival;

/// How a law departs from a power law: `p(t) ~ exp(-a t - b phi(t))` in `t = ln(x / x_min)`, `b >= 0`, where `b
/// = 0` is the power law itself.
enum Bend {
    /// `phi = t^2`: log-normal.
    SQUARE {
        @Override
        double at(double t) {
            return t * t;
        }

        @Override
        double top(double a, double b) {
            return -a / (2 * b);
        }
    },
    /// `phi = exp(t) - 1`: cut off exponentially.
    CUT {
        @Override
        double at(double t) {
            return StrictMath.expm1(t);
        }

        @Override
        double top(double a, double b) {
            return StrictMath.log(-a / b);
        }
    };

    abstract double at(double t);

    /// Where `exp(-a t - b phi(t))` is greatest, for `a < 0 < b`; below 0 where it only falls.
    abstract double top(double a, double b);

    double exponent(double a, double b, double t) {
        return b == 0 ? a * t : a * t + b * at(t);
    }
}
