package thalweg.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to read or to look at in a report.
public sealed interface Figure {
    /// Stable name, unique in its report; programs read figures by it.
    String name();

    /// A number with its error.
    ///
    /// @param value NaN where it could not be determined
    /// @param error NaN where none is stated
    /// @param errorKind what the error is: `standard`, `95 %`, ...; empty without an error
    /// @param unit empty for a pure number
    /// @param reference the known value, if there is one
    record Quantity(
            String name,
            double value,
            double error,
            String errorKind,
            String unit,
            @Nullable Reference reference) implements Figure {
        public static Quantity of(String name, double value) {
            return new Quantity(name, value, Double.NaN, "", "", null);
        }

        /// With a standard error.
        public static Quantity of(String name, double value, double error) {
            return new Quantity(name, value, error, "standard", "", null);
        }

        public Quantity in(String newUnit) {
            return new Quantity(name, value, error, errorKind, newUnit, reference);
        }

        public Quantity against(double known, String source) {
            return new Quantity(name, value, error, errorKind, unit, new Reference(known, source));
        }
    }

    /// A known value and where it stands.
    record Reference(double value, String source) {}

    /// A formula in several tongues.
    ///
    /// @param text as people write it: `period = 365.2 * axis^1.4999`
    /// @param java a Java expression of `double` variables named as the inputs
    /// @param constants the numbers in it, with their errors
    record Formula(String name, String text, String latex, String sympy, String java, List<Quantity> constants)
            implements Figure {
        public Formula {
            constants = List.copyOf(constants);
        }
    }

    /// Rows of cells.
    ///
    /// @param rows cells are `Double`, `Long`, `Boolean`, `String`, or null for nothing
    record Table(String name, List<Heading> columns, List<List<@Nullable Object>> rows) implements Figure {
        public Table {
            columns = List.copyOf(columns);
            for (List<@Nullable Object> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + columns.size() + " headings in " + name);
                }
            }
            rows = rows.stream().map(Table::copy).toList();
        }

        private static List<@Nullable Object> copy(List<@Nullable Object> row) {
            return java.util.Collections.unmodifiableList(new java.util.ArrayList<>(row));
        }

        /// Headings as `name` or `name [unit]`.
        public static Table of(String name, List<String> headings, List<List<@Nullable Object>> rows) {
            return new Table(name, headings.stream().map(Heading::of).toList(), rows);
        }
    }

    /// The head of a column.
    record Heading(String name, String unit) {
        static Heading of(String text) {
            int open = text.lastIndexOf('[');
            return open > 0 && text.endsWith("]")
                    ? new Heading(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1))
                    : new Heading(text, "");
        }
    }

    /// Layers over two axes.
    ///
    /// @param caption fit for a paper: what is shown and what its errors are
    record Picture(String name, String title, String caption, Axis x, Axis y, List<Layer> layers) implements Figure {
        public Picture {
            layers = List.copyOf(layers);
        }
    }

    /// Words.
    record Text(String name, String text) implements Figure {}
}
