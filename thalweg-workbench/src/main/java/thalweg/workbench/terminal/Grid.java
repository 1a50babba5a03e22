package thalweg.workbench.terminal;

import java.util.ArrayList;
import java.util.List;

/// Aligned columns: numbers to the right, words to the left, two cells between.
public final class Grid {
    private final List<Cell> head = new ArrayList<>();
    private final List<Boolean> words = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /// A harmless text with its style.
    record Cell(String text, Style style) {}

    /// Adds a column of words, or of numbers, which stand at the right.
    public Grid column(String name, boolean isWords) {
        head.add(new Cell(Safe.line(name), Style.QUIET));
        words.add(isWords);
        return this;
    }

    public Grid row() {
        rows.add(new ArrayList<>());
        return this;
    }

    public Grid cell(String text) {
        return cell(text, Style.PLAIN);
    }

    public Grid cell(String text, Style style) {
        rows.getLast().add(new Cell(Safe.line(text), style));
        return this;
    }

    /// The lines, heads first where any column has a name; cut to the screen.
    public List<String> lines(Screen screen) {
        return lines(screen, screen.width());
    }

    /// The lines as long as they are.
    public List<String> wholeLines(Screen screen) {
        return lines(screen, Integer.MAX_VALUE);
    }

    private List<String> lines(Screen screen, int most) {
        int[] widths = new int[head.size()];
        List<List<Cell>> all = new ArrayList<>();
        if (head.stream().anyMatch(cell -> !cell.text.isEmpty())) {
            all.add(head);
        }
        all.addAll(rows);
        for (List<Cell> row : all) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], Safe.width(row.get(c).text));
            }
        }
        return all.stream().map(row -> line(row, widths, screen, most)).toList();
    }

    private String line(List<Cell> row, int[] widths, Screen screen, int most) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int c = 0; c < row.size(); c++) {
            int room = most - used;
            boolean last = c == row.size() - 1;
            String text = Safe.cut(row.get(c).text, Math.max(3, room));
            String padded = last && words.get(c) ? text : Safe.pad(text, widths[c], words.get(c));
            line.append(row.get(c).style.raw(screen, padded)).append(last ? "" : "  ");
            used += widths[c] + 2;
            if (used >= most) {
                break;
            }
        }
        return line.toString().stripTrailing();
    }
}
