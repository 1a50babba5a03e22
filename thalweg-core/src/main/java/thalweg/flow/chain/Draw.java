package thalweg.flow.chain;

/// A point of a path that may become the next draw.
final class Draw {
    final double[] place;
    final double[] slope;
    private double height;
    private double energy;

    Draw(int d) {
        this(new double[d], new double[d], Double.NaN);
    }

    /// Takes the arrays as they are.
    Draw(double[] place, double[] slope, double height) {
        this.place = place;
        this.slope = slope;
        this.height = height;
    }

    void take(Front front, double totalEnergy) {
        System.arraycopy(front.place, 0, place, 0, place.length);
        System.arraycopy(front.slope, 0, slope, 0, slope.length);
        height = front.height();
        energy = totalEnergy;
    }

    void take(Draw other) {
        System.arraycopy(other.place, 0, place, 0, place.length);
        System.arraycopy(other.slope, 0, slope, 0, slope.length);
        height = other.height;
        energy = other.energy;
    }

    double height() {
        return height;
    }

    double energy() {
        return energy;
    }
}
