package thalweg.room.law.rival;

/// The height of a log-likelihood in two parameters `(a, b)`, one point's mean, with its slopes and curvatures.
record Hill(double height, double a, double b, double aa, double ab, double bb) {
    static final Hill NOWHERE = new Hill(Double.NEGATIVE_INFINITY, 0, 0, 0, 0, 0);
}
