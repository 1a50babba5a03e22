package thalweg.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One knob as every door shows it.
///
/// @param path `target`, or nested as `sampler.depth`
/// @param fallback default as plain value (number, boolean, text, list, map), null if there is none
/// @param choices the words allowed, empty if any is
/// @param when the words of the choice above under which this knob exists, empty if always
public record Setting(
        String path,
        Kind kind,
        @Nullable Object fallback,
        String help,
        boolean required,
        boolean positional,
        double min,
        double max,
        List<String> choices,
        List<String> when) {
    /// What a knob takes.
    public enum Kind {
        NUMBER("NUMBER"),
        INTEGER("INTEGER"),
        SWITCH("true|false"),
        TEXT("TEXT"),
        WORD("WORD"),
        LIST("A,B,..."),
        MAP("NAME=VALUE,..."),
        DATA("FILE"),
        CHOICE("KIND");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// How help shows a value of this kind.
        public String label() {
            return label;
        }
    }

    /// The last part of the path.
    public String shortName() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// The range in words, empty if there is none.
    public String range() {
        boolean low = min > Double.NEGATIVE_INFINITY;
        boolean high = max < Double.POSITIVE_INFINITY;
        if (!low && !high) {
            return "";
        }
        return low && high
                ? "from " + plain(min) + " to " + plain(max)
                : low ? "at least " + plain(min) : "at most " + plain(max);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
