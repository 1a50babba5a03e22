package thalweg.flow.motion;

import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Coordinates;
import thalweg.linalg.Lu;

/// The long-run covariance of a flow whose step is linear, `x := A x + B noise`: the S with `S = A S A' + B B'`, exact
/// to
/// rounding, without sampling.
///
/// A is read from steps of the flow without noise, B from steps of the noisy one whose normal draws are known.
///
/// @param covariance S, row-major
public record Stationary(double[] covariance) {
    private static final int DOUBLINGS = 60;

    /// @param still the flow at temperature 0
    /// @param noisy the same flow in its bath
    /// @param origin the place 0
    /// @param draws how many normals a step draws
    /// @throws Misuse if the step is not linear, or has no long-run law
    public static <S> Stationary of(Flow<S, Moving> still, Flow<S, Moving> noisy, S origin, int draws) {
        Coordinates<S> coordinates = Coordinates.of(origin);
        int n = coordinates.size();
        double[] a = new double[n * n];
        for (int j = 0; j < n; j++) {
            double[] x = new double[n];
            x[j] = 1;
            double[] y = step(still, coordinates, x, Key.of(j));
            for (int i = 0; i < n; i++) {
                a[i * n + j] = y[i];
            }
        }
        double[] b = spread(noisy, coordinates, draws);
        check(noisy, coordinates, a, b, draws);
        double[] s = squared(b, n, draws);
        for (int k = 0; k < DOUBLINGS; k++) {
            double[] moved = product(product(a, s, n), transposed(a, n), n);
            for (int i = 0; i < s.length; i++) {
                s[i] += moved[i];
            }
            a = product(a, a, n);
        }
        if (!Sound.finite(s)) {
            throw new Misuse(
                    "a step that grows", "a step whose long-run law exists", "take a smaller step or friction");
        }
        return new Stationary(s);
    }

    private static <S> double[] step(Flow<S, Moving> flow, Coordinates<S> coordinates, double[] x, Key key) {
        Moving now = flow.begin(coordinates.tree(x), key);
        return coordinates.flat(flow.place(flow.step(now, key)));
    }

    /// B: the steps from 0 by as many keys as there are draws, times the inverse of their draws.
    private static <S> double[] spread(Flow<S, Moving> noisy, Coordinates<S> coordinates, int draws) {
        int n = coordinates.size();
        double[] noise = new double[draws * draws];
        double[] steps = new double[draws * n];
        for (int j = 0; j < draws; j++) {
            Key key = Key.of(100 + j);
            key.normals(0, noise, j * draws, draws);
            System.arraycopy(step(noisy, coordinates, new double[n], key), 0, steps, j * n, n);
        }
        int[] rows = new int[draws];
        Lu.factor(noise, 0, draws, rows);
        Lu.solve(noise, 0, draws, rows, false, steps, 0, n);
        double[] b = new double[n * draws];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < draws; j++) {
                b[i * draws + j] = steps[j * n + i];
            }
        }
        return b;
    }

    private static <S> void check(
            Flow<S, Moving> noisy, Coordinates<S> coordinates, double[] a, double[] b, int draws) {
        int n = coordinates.size();
        double[] x = new double[n];
        double[] noise = new double[draws];
        for (int i = 0; i < n; i++) {
            x[i] = 0.3 + 0.7 * i;
        }
        Key.of(7).normals(0, noise, 0, draws);
        double[] y = step(noisy, coordinates, x, Key.of(7));
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += a[i * n + j] * x[j];
            }
            for (int j = 0; j < draws; j++) {
                sum += b[i * draws + j] * noise[j];
            }
            if (!(Math.abs(sum - y[i]) <= 1e-12)) {
                throw new Misuse(
                        "a step that is not linear in " + coordinates.name(i) + " and " + draws + " draws",
                        "x := A x + B noise",
                        "take a harmonic well and the number of draws of the method");
            }
        }
    }

    private static double[] squared(double[] b, int n, int draws) {
        double[] s = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < draws; j++) {
                    s[i * n + k] += b[i * draws + j] * b[k * draws + j];
                }
            }
        }
        return s;
    }

    private static double[] product(double[] a, double[] b, int n) {
        double[] c = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += a[i * n + k] * b[k * n + j];
                }
            }
        }
        return c;
    }

    private static double[] transposed(double[] a, int n) {
        double[] t = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[j * n + i] = a[i * n + j];
            }
        }
        return t;
    }
}
