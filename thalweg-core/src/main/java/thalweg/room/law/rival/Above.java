package thalweg.room.law.rival;

import thalweg.room.law.tail.Sample;

/// The points of a sample at or above `x_min`, as their rivals of the power law see them: in `t = ln(x /
/// origin)`, where a continuous law begins at `origin = x_min` and a discrete one, which takes the integer `k`
/// for the cell `k - 1/2 .. k + 1/2`, at `origin = x_min - 1/2`.
///
/// @param start index of the smallest distinct value at or above `min`
/// @param origin where `t = 0`
record Above(Sample sample, int start, double min, double origin) {
    static Above of(Sample sample, double min) {
        return new Above(sample, sample.indexAbove(min), min, sample.discrete() ? min - 0.5 : min);
    }

    int points() {
        return sample.above(start);
    }

    /// A function of a point.
    @FunctionalInterface
    interface Of {
        double at(double x);
    }

    /// The mean of a function over the points.
    double mean(Of f) {
        double sum = 0;
        for (int j = start; j < sample.distinct(); j++) {
            sum += sample.count(j) * f.at(sample.value(j));
        }
        return sum / points();
    }

    double t(double x) {
        return StrictMath.log(x / origin);
    }

    double farthest() {
        return t(sample.value(sample.distinct() - 1));
    }
}
