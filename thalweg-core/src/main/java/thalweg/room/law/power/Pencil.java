package thalweg.room.law.power;

/// All lines through the weighted centre of a set of points, one for each slope: what York's iteration moves in.
///
/// For a slope `b` with weights `W_i(b)` the best line passes through the centre `(sum W x, sum W y) / sum W`,
/// and York's eq. 13b gives the next slope from the points adjusted to that line.
final class Pencil {
    private final double[] x;
    private final double[] y;
    private final double[] sx;
    private final double[] sy;
    private final double[] r;

    private double weights;
    private double centreX;
    private double centreY;

    Pencil(double[] x, double[] y, double[] sx, double[] sy, double[] r) {
        this.x = x;
        this.y = y;
        this.sx = sx;
        this.sy = sy;
        this.r = r;
    }

    /// The best of lines in `directions` directions, evenly spread where x and y are measured in their own
    /// spread: the sum of squares may have more than one valley.
    double start(int directions) {
        double unit = spread(y) / spread(x);
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < directions; d++) {
            double angle = StrictMath.PI * ((d + 0.5) / directions - 0.5);
            double slope = unit * StrictMath.tan(angle);
            double s = squares(slope);
            if (s < least) {
                least = s;
                best = slope;
            }
        }
        return best;
    }

    private static double spread(double[] v) {
        double mean = 0;
        for (double value : v) {
            mean += value / v.length;
        }
        double sum = 0;
        for (double value : v) {
            sum += (value - mean) * (value - mean);
        }
        return sum > 0 ? Math.sqrt(sum) : 1;
    }

    private double weight(int i, double slope) {
        return 1 / (sy[i] * sy[i] + slope * (slope * sx[i] * sx[i] - 2 * r[i] * sx[i] * sy[i]));
    }

    /// How far the adjusted point lies from the centre in x (York's beta).
    private double adjusted(int i, double slope, double weight) {
        double u = x[i] - centreX;
        double v = y[i] - centreY;
        double common = r[i] * sx[i] * sy[i];
        return weight * (u * sy[i] * sy[i] + slope * v * sx[i] * sx[i] - (slope * u + v) * common);
    }

    private void centre(double slope) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weight(i, slope);
            sum += w;
            sumX += w * x[i];
            sumY += w * y[i];
        }
        weights = sum;
        centreX = sumX / sum;
        centreY = sumY / sum;
    }

    double squares(double slope) {
        centre(slope);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - centreY - slope * (x[i] - centreX);
            sum += weight(i, slope) * residual * residual;
        }
        return sum;
    }

    double improved(double slope) {
        centre(slope);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weight(i, slope);
            double beta = adjusted(i, slope, w);
            top += w * beta * (y[i] - centreY);
            bottom += w * beta * (x[i] - centreX);
        }
        return top / bottom;
    }

    Line line(double slope) {
        double chi2 = squares(slope);
        double shift = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weight(i, slope);
            shift += w * adjusted(i, slope, w);
        }
        shift /= weights;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double w = weight(i, slope);
            double u = adjusted(i, slope, w) - shift;
            sum += w * u * u;
        }
        double slopeVariance = 1 / sum;
        double mean = centreX + shift;
        return new Line(
                centreY - slope * centreX,
                slope,
                Math.sqrt(1 / weights + mean * mean * slopeVariance),
                Math.sqrt(slopeVariance),
                -mean * slopeVariance,
                chi2,
                x.length - 2);
    }
}
