package thalweg.room.mechanics.field;

import java.util.List;
import thalweg.linalg.LeastSquares;

/// States and slopes read from measured motions by local polynomials; times may be uneven.
///
/// A polynomial of some degree through some neighbours, its value and slope at the middle; degree and number of
/// neighbours are those that predict left-out points best. Savitzky and Golay, Anal. Chem. 36 (1964) 1627.
///
/// @param window neighbours, the point itself among them
/// @param degree of the polynomial
public record Smoothing(int window, int degree) {
    private static final List<Smoothing> CHOICES = List.of(
            new Smoothing(5, 3),
            new Smoothing(7, 4),
            new Smoothing(9, 6),
            new Smoothing(11, 8),
            new Smoothing(13, 9),
            new Smoothing(9, 4),
            new Smoothing(13, 5),
            new Smoothing(15, 4),
            new Smoothing(21, 5),
            new Smoothing(25, 4),
            new Smoothing(41, 5));

    /// What a smoothing says of one motion: states, slopes, and the sum of squares of left-out predictions.
    private record Read(double[] x, double[] slope, double[] curve, double squares) {}

    /// The choice that predicts left-out points best.
    public static Smoothing best(List<Path> paths) {
        int longest = paths.stream().mapToInt(Path::count).max().orElse(0);
        Smoothing best = new Smoothing(Math.min(3, longest), Math.min(2, longest - 1));
        double least = Double.POSITIVE_INFINITY;
        for (Smoothing choice : CHOICES) {
            if (choice.window > longest) {
                continue;
            }
            double sum = 0;
            for (Path path : paths.subList(0, Math.min(20, paths.size()))) {
                sum += choice.read(path, sd(paths)).squares;
            }
            if (sum < 0.9 * least) {
                least = sum;
                best = choice;
            }
        }
        return best;
    }

    private static double[] sd(List<Path> paths) {
        int n = paths.getFirst().size();
        double[] all = paths.stream()
                .map(Path::x)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
        return Samples.deviation(all, n);
    }

    /// States and slopes at every point of the motions.
    public Samples samples(List<Path> paths) {
        int n = paths.getFirst().size();
        int count = paths.stream().mapToInt(Path::count).sum();
        double[] x = new double[count * n];
        double[] slope = new double[count * n];
        double[] sd = sd(paths);
        int at = 0;
        for (Path path : paths) {
            Read read = read(path, sd);
            System.arraycopy(read.x, 0, x, at * n, read.x.length);
            System.arraycopy(read.slope, 0, slope, at * n, read.x.length);
            at += path.count();
        }
        return new Samples(n / 2, count, x, slope, new double[0]);
    }

    /// Second derivatives at every point of the motions, one behind the other.
    public double[] curvatures(List<Path> paths) {
        double[] sd = sd(paths);
        return paths.stream()
                .flatMapToDouble(path -> java.util.Arrays.stream(read(path, sd).curve))
                .toArray();
    }

    private Read read(Path path, double[] sd) {
        int n = path.size();
        int count = path.count();
        int w = Math.min(window, count);
        int g = Math.min(degree, w - 1);
        double[] x = new double[count * n];
        double[] slope = new double[count * n];
        double[] curve = new double[count * n];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            int from = Math.clamp(i - w / 2, 0, count - w);
            double span = path.time()[from + w - 1] - path.time()[from];
            double[] powers = new double[w * (g + 1)];
            for (int j = 0; j < w; j++) {
                double u = 2 * (path.time()[from + j] - path.time()[i]) / span;
                double power = 1;
                for (int k = 0; k <= g; k++) {
                    powers[j * (g + 1) + k] = power;
                    power *= u;
                }
            }
            double leverage = 0;
            for (int a = 0; a < n; a++) {
                double[] y = new double[w];
                for (int j = 0; j < w; j++) {
                    y[j] = path.x()[(from + j) * n + a];
                }
                LeastSquares fit = LeastSquares.of(powers, w, g + 1, y);
                double[] c = fit.coefficients();
                x[i * n + a] = c[0];
                slope[i * n + a] = 2 * c[1] / span;
                curve[i * n + a] = g < 2 ? 0 : 8 * c[2] / (span * span);
                leverage = a == 0 ? fit.covariance()[0] : leverage;
                double left = (y[i - from] - c[0]) / Math.max(1e-3, 1 - leverage) / sd[a];
                squares += left * left;
            }
        }
        return new Read(x, slope, curve, squares);
    }
}
