package thalweg.study;

/// An axis of a picture.
///
/// @param label what is measured
/// @param unit empty for a pure number
/// @param scale how places are spaced
public record Axis(String label, String unit, Scale scale) {
    /// Equal steps are equal differences, or equal ratios.
    public enum Scale {
        LINEAR,
        LOG
    }

    public static Axis linear(String label, String unit) {
        return new Axis(label, unit, Scale.LINEAR);
    }

    public static Axis log(String label, String unit) {
        return new Axis(label, unit, Scale.LOG);
    }

    /// `T [K]`, or the label alone.
    public String title() {
        return unit.isEmpty() ? label : label + " [" + unit + "]";
    }
}
