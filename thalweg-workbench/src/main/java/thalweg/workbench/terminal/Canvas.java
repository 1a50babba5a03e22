package thalweg.workbench.terminal;

import java.util.Arrays;
import java.util.List;

/// Cells to draw on. A cell is a fine grid of 2 by 4 dots (braille) where the screen has Unicode, else one character.
final class Canvas {
    /// Dots across and down in a cell.
    static final int ACROSS = 2;

    static final int DOWN = 4;
    private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private final Screen screen;
    private final int width;
    private final int height;
    private final int[] dots;
    private final String[] marks;
    private final int[] ranks;
    private final Style[] styles;
    private final int[] upper;
    private final int[] lower;

    /// @param width cells across
    /// @param height cells down
    Canvas(Screen screen, int width, int height) {
        this.screen = screen;
        this.width = width;
        this.height = height;
        int cells = width * height;
        dots = new int[cells];
        marks = new String[cells];
        ranks = new int[cells];
        styles = new Style[cells];
        upper = new int[cells];
        lower = new int[cells];
        Arrays.fill(marks, "");
        Arrays.fill(styles, Style.PLAIN);
        Arrays.fill(upper, -1);
        Arrays.fill(lower, -1);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Screen screen() {
        return screen;
    }

    /// A dot of a line.
    ///
    /// @param x dots from the left
    /// @param y dots from the top
    /// @param ascii what stands for a cell with dots where there are no dots
    void dot(double x, double y, Style style, char ascii) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (!(x >= 0 && y >= 0) || column >= width * ACROSS || row >= height * DOWN) {
            return;
        }
        int cell = row / DOWN * width + column / ACROSS;
        if (screen.unicode()) {
            dots[cell] |= BITS[column % ACROSS][row % DOWN];
        }
        if (ranks[cell] <= 1) {
            marks[cell] = screen.unicode() ? "" : String.valueOf(ascii);
            styles[cell] = style;
            ranks[cell] = 1;
        }
    }

    /// A mark in a cell; a higher rank covers a lower one.
    ///
    /// @param x dots from the left
    /// @param y dots from the top
    void mark(double x, double y, String mark, Style style, int rank) {
        int column = (int) Math.floor(x / ACROSS);
        int row = (int) Math.floor(y / DOWN);
        if (!(x >= 0 && y >= 0) || column >= width || row >= height || rank < ranks[row * width + column]) {
            return;
        }
        int cell = row * width + column;
        marks[cell] = mark;
        styles[cell] = style;
        ranks[cell] = rank;
    }

    /// Two colours in a cell, one above the other.
    void block(int column, int row, int above, int below) {
        upper[row * width + column] = above;
        lower[row * width + column] = below;
    }

    /// The lines of the picture, coloured if the screen is.
    List<String> lines() {
        String[] lines = new String[height];
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int first = row * width, end = first + width, next; first < end; first = next) {
                StringBuilder same = new StringBuilder();
                for (next = first; next < end && isAlike(first, next); next++) {
                    same.append(glyph(next));
                }
                line.append(colored(first, same.toString()));
            }
            lines[row] = line.toString();
        }
        return List.of(lines);
    }

    private boolean isAlike(int one, int other) {
        return isBlock(one) || isBlock(other)
                ? isBlock(one) && isBlock(other) && upper[one] == upper[other] && lower[one] == lower[other]
                : styles[one] == styles[other];
    }

    private boolean isBlock(int cell) {
        return upper[cell] >= 0 && marks[cell].isEmpty() && dots[cell] == 0;
    }

    private String glyph(int cell) {
        if (isBlock(cell)) {
            return "\u2580";
        }
        return !marks[cell].isEmpty()
                ? Safe.line(marks[cell])
                : dots[cell] != 0 ? String.valueOf((char) (0x2800 + dots[cell])) : " ";
    }

    private String colored(int cell, String glyphs) {
        return isBlock(cell)
                ? "\u001b[38;5;" + xterm(upper[cell]) + ";48;5;" + xterm(lower[cell]) + "m" + glyphs + "\u001b[0m"
                : styles[cell].raw(screen, glyphs);
    }

    /// The nearest colour of the xterm cube.
    private static int xterm(int rgb) {
        int index = 16;
        int weight = 36;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = rgb >> shift & 0xff;
            index += weight * (part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40);
            weight /= 6;
        }
        return index;
    }
}
