package thalweg.data;

import java.util.Locale;
import java.util.Set;

/// What a cell says: nothing, a number, or a word.
final class CsvCell {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", "?");

    private CsvCell() {}

    static boolean isMissing(String text) {
        return text.length() <= 5 && MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /// Decimal numbers with or without exponent, and `inf`; not Java's `1d` or `0x1p3`.
    static boolean isNumber(String text) {
        String cell = text.strip();
        int digits = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (".+-eE".indexOf(c) < 0) {
                return isInfinite(cell);
            }
        }
        return digits > 0 && parses(cell);
    }

    /// The number in a cell, NaN if it is missing.
    static double number(String text) {
        if (isMissing(text)) {
            return Double.NaN;
        }
        String cell = text.strip();
        if (isInfinite(cell)) {
            return cell.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(cell);
    }

    private static boolean isInfinite(String cell) {
        char last = cell.charAt(cell.length() - 1);
        if (last != 'f' && last != 'F' && last != 'y' && last != 'Y') {
            return false;
        }
        String bare = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? cell.substring(1) : cell;
        return bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity");
    }

    private static boolean parses(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
