package thalweg.room.learning.valley;

/// A place where `grad E = 0`, sorted by the signs of its curvatures: the Morse index is the number of negative ones.
///
/// @param value E there
/// @param gradient `|grad E|` there, rounding
/// @param curvature eigenvalues of the matrix of second derivatives
/// @param index how many curvatures are negative
/// @param flat how many are zero to rounding: a degenerate point where there are any
/// @param valley whether critical points without a gap lead on from here along a flat direction
public record CriticalPoint(
        double[] place, double value, double gradient, Curvature curvature, int index, int flat, boolean valley) {
    /// What it is in a word.
    public String kind() {
        if (valley) {
            return index == 0 ? "valley of minima" : index + flat == place.length ? "ridge" : "valley of saddles";
        }
        if (flat > 0) {
            return "degenerate";
        }
        return index == 0 ? "minimum" : index == place.length ? "maximum" : "saddle";
    }

    /// Whether no curvature is zero.
    public boolean isMorse() {
        return flat == 0;
    }

    /// Whether the energy falls to both sides along one direction and rises along all others.
    public boolean isPass() {
        return index == 1 && flat == 0;
    }

    /// Whether some direction of negative curvature leads away, so that almost no flow ends here: a strict saddle in
    /// the
    /// sense of Lee et al. (2016), arXiv:1602.04915, maxima among them.
    public boolean isStrictSaddle() {
        return index > 0;
    }

    /// The distance to a place.
    public double distance(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - place[i]) * (x[i] - place[i]);
        }
        return Math.sqrt(sum);
    }

    CriticalPoint on(boolean continuum) {
        return new CriticalPoint(place, value, gradient, curvature, index, flat, continuum);
    }
}
