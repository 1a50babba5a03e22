package thalweg.linalg;

import thalweg.array.Misuse;

/// The check at every door of this package: right length, and no NaN or infinity, named by its place.
final class Input {
    private Input() {}

    static void matrix(String name, double[] a, int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns != a.length) {
            throw new Misuse(
                    name + " of " + a.length + " elements for " + rows + " rows and " + columns + " columns",
                    "rows * columns elements in row-major order",
                    "pass the number of rows and columns that the array holds");
        }
        int i = firstNotFinite(a);
        if (i >= 0) {
            throw notFinite(name, a[i], "row " + i / columns + ", column " + i % columns);
        }
    }

    static void square(String name, double[] a, int n) {
        matrix(name, a, n, n);
    }

    static void vector(String name, double[] v, int size) {
        if (v.length != size) {
            throw new Misuse(
                    name + " of " + v.length + " elements", size + " elements", "match " + name + " to the matrix");
        }
        int i = firstNotFinite(v);
        if (i >= 0) {
            throw notFinite(name, v[i], "element " + i);
        }
    }

    /// Its place, or -1. `0 x` is 0 for every number and NaN for the rest.
    private static int firstNotFinite(double[] a) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            even += a[i] * 0 + a[i + 1] * 0;
            odd += a[i + 2] * 0 + a[i + 3] * 0;
        }
        for (i = even + odd == 0 ? i : 0; i < a.length; i++) {
            if (!Double.isFinite(a[i])) {
                return i;
            }
        }
        return -1;
    }

    private static Misuse notFinite(String name, double value, String place) {
        return new Misuse(
                value + " in " + name + " at " + place,
                "finite numbers",
                "find the step that made it, or leave that row out");
    }
}
