package thalweg.data;

import java.util.List;

/// Finds what sets the cells of a table apart: the mark that cuts its first lines into equally many cells.
final class Separator {
    private Separator() {}

    /// One of comma, semicolon, tab, bar, or a space for runs of spaces; a comma where there is one column only.
    static char of(String head) {
        List<String> lines = head.lines()
                .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                .limit(20)
                .toList();
        if (lines.isEmpty()) {
            return ',';
        }
        for (char mark : new char[] {'\t', ';', ',', '|', ' '}) {
            long most = Math.min(lines.size(), head.length() < 65536 ? lines.size() : lines.size() - 1);
            int cells = count(lines.getFirst(), mark);
            long equal = lines.stream()
                    .limit(most)
                    .filter(line -> count(line, mark) == cells)
                    .count();
            if (cells > 1 && equal == most) {
                return mark;
            }
        }
        for (char mark : new char[] {',', ';', '\t', '|'}) {
            if (count(lines.getFirst(), mark) > 1) {
                return mark;
            }
        }
        return ',';
    }

    private static int count(String line, char mark) {
        if (mark == ' ') {
            return line.contains("[") ? 1 : line.strip().split("\\s+").length;
        }
        boolean quoted = false;
        int cells = 1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            cells += c == mark && !quoted ? 1 : 0;
        }
        return cells;
    }
}
