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
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i])) {
                throw notFinite(name, a[i], "row " + i / columns + ", column " + i % columns);
            }
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
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(v[i])) {
                throw notFinite(name, v[i], "element " + i);
            }
        }
    }

    private static Misuse notFinite(String name, double value, String place) {
        return new Misuse(
                value + " in " + name + " at " + place,
                "finite numbers",
                "find the step that made it, or leave that row out");
    }
}
