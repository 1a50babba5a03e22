package thalweg.data;

import java.util.List;

/// A table as comma-separated text: what we write, we read back to the same bits.
public final class CsvText {
    private CsvText() {}

    /// The whole table with its header; a cell that a spreadsheet would run as a formula is quoted with an apostrophe.
    public static String of(Dataset table) {
        List<Column> columns = table.columns();
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            String unit = column.unitText().isEmpty() ? "" : " [" + column.unitText() + "]";
            text.append(c == 0 ? "" : ",").append(quoted(column.name() + unit));
        }
        text.append('\n');
        List<List<String>> cells =
                columns.stream().map(c -> table.texts(c.name())).toList();
        for (int row = 0; row < table.rows(); row++) {
            for (int c = 0; c < cells.size(); c++) {
                String cell = cells.get(c).get(row);
                boolean word = columns.get(c).kind() == Column.Kind.TEXT;
                text.append(c == 0 ? "" : ",").append(word ? quoted(harmless(cell)) : cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// One number: the shortest text that reads back to the same bits, empty for NaN.
    public static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 && !isNegativeZero(value)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String quoted(String cell) {
        return cell.matches("[^,\"\\r\\n#]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
