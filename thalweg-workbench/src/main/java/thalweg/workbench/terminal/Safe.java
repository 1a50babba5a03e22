package thalweg.workbench.terminal;

import java.util.ArrayList;
import java.util.List;

/// Text from outside made harmless for a terminal: what would move the cursor, change colours or turn the direction of
/// writing is shown as its code, `\x1b`.
public final class Safe {
    private Safe() {}

    /// One line of harmless text.
    public static String line(String text) {
        if (isPrintableAscii(text) || text.codePoints().noneMatch(Safe::harmful)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!harmful(c)) {
                safe.appendCodePoint(c);
            } else if (c < 0x100) {
                safe.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                safe.append("\\u").append(Integer.toHexString(c));
            }
        });
        return safe.toString();
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /// How many cells of a terminal a harmless line takes: two for wide letters (Unicode TR 11), none for marks.
    public static int width(String line) {
        return isPrintableAscii(line)
                ? line.length()
                : line.codePoints().map(Safe::cells).sum();
    }

    private static int cells(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf && c != 0x303f
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    /// The line cut to `cells`, its end marked where something was cut.
    public static String cut(String line, int cells) {
        if (width(line) <= cells) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : line.codePoints().toArray()) {
            used += cells(c);
            if (used > cells - 3) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append("...".substring(0, Math.max(0, Math.min(3, cells)))).toString();
    }

    /// The line cut between words into lines of at most `cells`; a longer word stays whole.
    public static List<String> wrap(String line, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String word : line.split(" ", -1)) {
            if (!now.isEmpty() && width(now.toString()) + 1 + width(word) > cells) {
                lines.add(now.toString());
                now.setLength(0);
            }
            now.append(now.isEmpty() ? "" : " ").append(word);
        }
        lines.add(now.toString());
        return lines;
    }

    /// The line filled with spaces at its end (`left`) or its start, to `cells`.
    public static String pad(String line, int cells, boolean left) {
        String space = " ".repeat(Math.max(0, cells - width(line)));
        return left ? line + space : space + line;
    }
}
