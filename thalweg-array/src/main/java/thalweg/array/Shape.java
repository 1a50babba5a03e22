package thalweg.array;

import java.util.Arrays;
import java.util.List;

/// The sizes of a tensor's axes, outermost first; a scalar has none.
///
/// `[2,3]` is a matrix of 2 rows and 3 columns, stored row after row.
public final class Shape {
    /// The shape of a single number.
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] sizes;
    private final int count;

    private Shape(int[] sizes) {
        long product = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new Misuse(
                        "an axis of size " + size + " in " + Arrays.toString(sizes), "sizes of 0 or more", "check it");
            }
            product *= size;
            if (product > Integer.MAX_VALUE) {
                throw new Misuse(
                        "a shape " + Arrays.toString(sizes),
                        "at most 2^31 - 1 elements",
                        "cut the work into batches or loop over an axis");
            }
        }
        this.sizes = sizes;
        this.count = (int) product;
    }

    public static Shape of(int... sizes) {
        return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
    }

    public static Shape of(List<Integer> sizes) {
        return of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    public int rank() {
        return sizes.length;
    }

    /// The size of an axis, counted from 0, or from the end as -1, -2, ...
    public int size(int axis) {
        return sizes[axis(axis)];
    }

    /// The number of elements.
    public int count() {
        return count;
    }

    public int[] sizes() {
        return sizes.clone();
    }

    public boolean isScalar() {
        return sizes.length == 0;
    }

    /// The axis with negative numbers counted from the end.
    public int axis(int axis) {
        if (axis < -sizes.length || axis >= sizes.length) {
            throw new Misuse(
                    "axis " + axis + " of shape " + this,
                    "an axis of 0 .. " + (sizes.length - 1) + " (or -1 for the last)",
                    "count the axes");
        }
        return axis < 0 ? axis + sizes.length : axis;
    }

    /// Steps, in elements, from one index to the next along each axis.
    public int[] strides() {
        int[] strides = new int[sizes.length];
        int step = 1;
        for (int a = sizes.length - 1; a >= 0; a--) {
            strides[a] = step;
            step *= sizes[a];
        }
        return strides;
    }

    /// The shape with a new axis, which becomes axis number `axis`.
    public Shape insert(int axis, int size) {
        int[] wider = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, wider, 0, axis);
        wider[axis] = size;
        System.arraycopy(sizes, axis, wider, axis + 1, sizes.length - axis);
        return new Shape(wider);
    }

    /// The shape without some axes.
    public Shape without(List<Integer> axes) {
        int[] kept = new int[sizes.length];
        int n = 0;
        for (int a = 0; a < sizes.length; a++) {
            if (!axes.contains(a)) {
                kept[n++] = sizes[a];
            }
        }
        return new Shape(Arrays.copyOf(kept, n));
    }

    public Shape with(int axis, int size) {
        int[] changed = sizes.clone();
        changed[axis] = size;
        return new Shape(changed);
    }

    /// Axes `from .. to - 1`.
    public Shape part(int from, int to) {
        return new Shape(Arrays.copyOfRange(sizes, from, to));
    }

    /// The axes of this shape, then those of another.
    public Shape then(Shape inner) {
        int[] joined = Arrays.copyOf(sizes, sizes.length + inner.sizes.length);
        System.arraycopy(inner.sizes, 0, joined, sizes.length, inner.sizes.length);
        return new Shape(joined);
    }

    /// Whether the last axes are exactly those of another shape.
    public boolean endsWith(Shape tail) {
        int lead = rank() - tail.rank();
        return lead >= 0 && Arrays.equals(sizes, lead, rank(), tail.sizes, 0, tail.rank());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes).replace(" ", "");
    }
}
