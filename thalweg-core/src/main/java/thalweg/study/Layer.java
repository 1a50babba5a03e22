package thalweg.study;

/// What is drawn over the axes of a picture. Arrays are not copied and must not be changed afterwards.
public sealed interface Layer {
    /// What the layer shows, in a word or two; empty if it needs no label.
    String label();

    /// Measured things, the model, a known reference, or the n-th of several series.
    Ink ink();

    /// The role of a layer, from which its colour, dash and marker follow.
    enum Ink {
        DATA,
        MODEL,
        REFERENCE,
        SECOND,
        THIRD,
        FOURTH,
        FIFTH,
        SIXTH,
        ALARM
    }

    /// Markers with optional error bars (half-lengths; an empty array for none).
    record Points(String label, Ink ink, double[] x, double[] y, double[] xError, double[] yError) implements Layer {
        public static Points of(String label, Ink ink, double[] x, double[] y) {
            return new Points(label, ink, x, y, new double[0], new double[0]);
        }
    }

    /// A polyline; NaN interrupts it.
    record Line(String label, Ink ink, double[] x, double[] y) implements Layer {}

    /// The area between two curves.
    record Band(String label, Ink ink, double[] x, double[] lower, double[] upper) implements Layer {}

    /// Bars from the zero of the axis, centred at x.
    record Bars(String label, Ink ink, double[] x, double[] height, double width) implements Layer {}

    /// Level lines of a height over a grid.
    ///
    /// @param height row-major, `y.length` rows of `x.length`
    record Contours(String label, Ink ink, double[] x, double[] y, double[] height, double[] levels) implements Layer {}

    /// Arrows from (x, y) along (dx, dy).
    record Arrows(String label, Ink ink, double[] x, double[] y, double[] dx, double[] dy) implements Layer {}

    /// Coloured cells of a grid.
    ///
    /// @param value row-major, `y.length` rows of `x.length`
    record Cells(String label, Ink ink, double[] x, double[] y, double[] value) implements Layer {}

    /// Words at places.
    record Words(String label, Ink ink, double[] x, double[] y, String[] words) implements Layer {}
}
