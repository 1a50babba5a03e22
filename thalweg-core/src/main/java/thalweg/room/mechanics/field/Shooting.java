package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.linalg.Cholesky;

/// Coefficients of a law that make its own motion pass through measured states: Gauss-Newton on motions, with free
/// starts and exact sensitivities, the ridge by cross-validation at every step.
///
/// `dS/dt = (df/dx) S + df/dc` beside `dx/dt = f(x, c)`, both by the same Runge-Kutta steps, so the slope of the sum of
/// squares is that of the discrete motion. Multiple shooting: Bock, in Modelling of Chemical Reaction Systems (1981).
final class Shooting {
    private static final int SEGMENT = 20;

    private final Columns columns;
    private final int order;
    private final double[] sd;
    private final List<Path> segments = new ArrayList<>();
    private final List<double[]> starts = new ArrayList<>();
    private double squares;

    /// @param paths measured motions
    /// @param smooth the same motions smoothed, where starts are read
    Shooting(Columns columns, List<Path> paths, List<Path> smooth, int order) {
        this.columns = columns;
        this.order = order;
        double[] all =
                paths.stream().map(Path::x).flatMapToDouble(Arrays::stream).toArray();
        this.sd = Samples.deviation(all, columns.size());
        int n = columns.size();
        for (int p = 0; p < paths.size(); p++) {
            Path path = paths.get(p);
            int pieces = Math.max(1, (path.count() + SEGMENT / 2) / SEGMENT);
            for (int piece = 0; piece < pieces; piece++) {
                int from = piece * (path.count() - 1) / pieces;
                int to = (piece + 1) * (path.count() - 1) / pieces + 1;
                if (to - from > 1) {
                    segments.add(new Path(
                            path.name(),
                            Arrays.copyOfRange(path.time(), from, to),
                            Arrays.copyOfRange(path.x(), from * n, to * n)));
                    starts.add(smooth.get(p).state(from));
                }
            }
        }
    }

    /// Mean square of what is left, in units of the states' own deviation.
    double misfit() {
        long count = segments.stream()
                .mapToLong(s -> (long) s.count() * columns.size())
                .sum();
        return squares / count;
    }

    /// The polished coefficients, in the scaling of the columns.
    double[] polish(double[] begin, int steps) {
        double[] c = begin.clone();
        squares = measure(c, starts);
        for (int step = 0; step < steps; step++) {
            double[] wanted = new double[c.length];
            List<double[]> moved = solve(c, wanted);
            double share = 1;
            boolean taken = false;
            while (share > 0.05 && !taken) {
                double[] next = c.clone();
                List<double[]> nextStarts = new ArrayList<>();
                for (int i = 0; i < next.length; i++) {
                    next[i] += share * (wanted[i] - c[i]);
                }
                for (int s = 0; s < starts.size(); s++) {
                    double[] start = starts.get(s).clone();
                    for (int a = 0; a < start.length; a++) {
                        start[a] += share * moved.get(s)[a];
                    }
                    nextStarts.add(start);
                }
                double now = measure(next, nextStarts);
                if (now < squares) {
                    taken = true;
                    double gain = (squares - now) / squares;
                    squares = now;
                    c = next;
                    starts.clear();
                    starts.addAll(nextStarts);
                    if (gain < 1e-3) {
                        return c;
                    }
                }
                share *= 0.4;
            }
            if (!taken) {
                return c;
            }
        }
        return c;
    }

    private double measure(double[] c, List<double[]> from) {
        Motion motion = new Motion(columns, c, order, false);
        double sum = 0;
        for (int s = 0; s < segments.size(); s++) {
            Path path = segments.get(s);
            motion.begin(from.get(s));
            for (int i = 0; i < path.count(); i++) {
                if (i > 0) {
                    motion.advance(path.time()[i] - path.time()[i - 1]);
                }
                for (int a = 0; a < sd.length; a++) {
                    double r = (path.x()[i * sd.length + a] - motion.x()[a]) / sd[a];
                    sum += r * r;
                }
            }
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /// The linearised problem: starts eliminated segment by segment, coefficients by ridge.
    private List<double[]> solve(double[] c, double[] wanted) {
        int n = columns.size();
        int k = c.length;
        Motion motion = new Motion(columns, c, order, true);
        double[] gram = new double[(k + 1) * (k + 1)];
        List<double[]> eliminated = new ArrayList<>();
        long rows = 0;
        for (int s = 0; s < segments.size(); s++) {
            Path path = segments.get(s);
            motion.begin(starts.get(s));
            int wide = n + k + 1;
            double[] part = new double[path.count() * n * wide];
            for (int i = 0; i < path.count(); i++) {
                if (i > 0) {
                    motion.advance(path.time()[i] - path.time()[i - 1]);
                }
                motion.rows(c, path.x(), i, sd, part);
            }
            double[] m = new double[wide * wide];
            thalweg.array.kernel.Blas.gemm(
                    true, false, wide, wide, path.count() * n, 1, part, 0, wide, part, 0, wide, 0, m, 0, wide);
            double[] corner = new double[n * n];
            double[] side = new double[n * (k + 1)];
            for (int a = 0; a < n; a++) {
                System.arraycopy(m, a * wide, corner, a * n, n);
                corner[a * n + a] *= 1 + 1e-12;
                System.arraycopy(m, a * wide + n, side, a * (k + 1), k + 1);
            }
            Cholesky cholesky = Cholesky.of(corner, n);
            double[] solved = cholesky.positive() ? cholesky.solve(side, k + 1) : new double[side.length];
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    double sum = m[(n + i) * wide + n + j];
                    for (int a = 0; a < n; a++) {
                        sum -= side[a * (k + 1) + i] * solved[a * (k + 1) + j];
                    }
                    gram[i * (k + 1) + j] += sum;
                }
            }
            eliminated.add(solved);
            rows += (long) (path.count() - 1) * n;
        }
        Ridge ridge = Ridge.of(new Gram(k, 1, rows, gram));
        System.arraycopy(ridge.coefficients()[0], 0, wanted, 0, k);
        List<double[]> moved = new ArrayList<>();
        for (double[] solved : eliminated) {
            double[] move = new double[n];
            for (int a = 0; a < n; a++) {
                double sum = solved[a * (k + 1) + k];
                for (int j = 0; j < k; j++) {
                    sum -= solved[a * (k + 1) + j] * wanted[j];
                }
                move[a] = sum;
            }
            moved.add(move);
        }
        return moved;
    }
}
