package thalweg.data;

import org.jspecify.annotations.Nullable;

/// One column of a table as it was found.
///
/// @param name the header without its unit
/// @param unitText what stood in brackets behind the name, empty if nothing did
/// @param kind whether its cells are numbers
/// @param missing how many cells hold nothing (empty, `NA`, `nan`, `null`, `-`, `?`)
/// @param firstText the first cell that is no number, null in a column of numbers
public record Column(
        String name,
        String unitText,
        Kind kind,
        long missing,
        @Nullable Cell firstText) {
    /// What the cells of a column are.
    public enum Kind {
        /// every cell that holds something is a number
        NUMBER,
        /// some cells are numbers and some are not: a fault to report, not a column to drop
        MIXED,
        /// no cell is a number
        TEXT
    }

    /// A cell in its place.
    ///
    /// @param row counted from 1 without the header
    /// @param line the line of the file, 0 for a table in memory
    /// @param text what stands there
    public record Cell(long row, long line, String text) {
        @Override
        public String toString() {
            return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\" in row " + row
                    + (line > 0 ? " (line " + line + ")" : "");
        }
    }

    /// The unit, [Unit#ONE] where none is given; a `Misuse` if it cannot be read.
    public Unit unit() {
        return unitText.isEmpty() ? Unit.ONE : Unit.parse(unitText);
    }

    /// Reads `period [yr]` into a name and the text of a unit.
    static Column header(String text, Kind kind, long missing, @Nullable Cell firstText) {
        String whole = text.strip();
        int open = whole.lastIndexOf('[');
        boolean bracket = open > 0 && whole.endsWith("]");
        String name = bracket ? whole.substring(0, open).strip() : whole;
        String unit = bracket ? whole.substring(open + 1, whole.length() - 1).strip() : "";
        return new Column(name, unit, kind, missing, firstText);
    }
}
