package thalweg.workbench.terminal;

import java.util.ArrayList;
import java.util.List;
import thalweg.study.Figure;
import thalweg.study.Layer;
import thalweg.study.Rounding;
import thalweg.study.page.Scale;
import thalweg.study.page.Scales;

/// A picture in characters: title, axes with ticks at 1, 2 and 5 times powers of ten, legend.
final class Plot {
    private static final int WIDEST = 72;
    private static final int HEIGHT = 16;

    private final Screen screen;

    Plot(Screen screen) {
        this.screen = screen;
    }

    List<String> lines(Figure.Picture picture) {
        int room = Math.min(WIDEST, screen.width() - 2);
        int margin = 9;
        int width = room - margin - 1;
        Canvas canvas = new Canvas(screen, width, HEIGHT);
        double right = (double) width * Canvas.ACROSS - 0.5;
        double bottom = (double) HEIGHT * Canvas.DOWN - 0.5;
        Scales scales = Scales.of(picture, 0.5, right, bottom, 0.5);
        Painter painter = new Painter(canvas, scales);
        picture.layers().forEach(painter::draw);
        List<String> lines = new ArrayList<>();
        lines.add(Style.STRONG.paint(screen, picture.title()));
        lines.add(Style.QUIET.paint(screen, picture.y().title()));
        String[] labels = labels(scales.up(), margin);
        List<String> drawn = canvas.lines();
        for (int row = 0; row < HEIGHT; row++) {
            boolean tick = !labels[row].isBlank();
            String axis = screen.unicode() ? tick ? "┤" : "│" : tick ? "+" : "|";
            String line = Style.QUIET.raw(screen, labels[row] + axis) + drawn.get(row);
            lines.add(line.stripTrailing());
        }
        lines.addAll(foot(scales.across(), width, margin, picture.x().title()));
        String legend = legend(picture);
        if (!legend.isEmpty()) {
            lines.add(" ".repeat(margin + 1) + legend);
        }
        return lines;
    }

    private static String[] labels(Scale up, int margin) {
        String[] labels = new String[HEIGHT];
        java.util.Arrays.fill(labels, " ".repeat(margin));
        for (double tick : up.ticks()) {
            int row = (int) Math.floor(up.at(tick) / Canvas.DOWN);
            if (row >= 0 && row < HEIGHT) {
                labels[row] = Safe.pad(Safe.cut(label(tick), margin - 1), margin - 1, false) + " ";
            }
        }
        return labels;
    }

    /// `0.05`, `20000`, `1e8`.
    private static String label(double tick) {
        double size = Math.abs(tick);
        if (size == 0 || size >= 1e-3 && size < 1e5) {
            return Rounding.number(tick, 5);
        }
        int power = (int) Math.floor(StrictMath.log10(size) + 1e-9);
        return Rounding.number(tick / StrictMath.pow(10, power), 4) + "e" + power;
    }

    private List<String> foot(Scale across, int width, int margin, String title) {
        StringBuilder axis = new StringBuilder(screen.unicode() ? "─".repeat(width) : "-".repeat(width));
        StringBuilder labels = new StringBuilder(" ".repeat(margin + 1 + width));
        int free = margin - 3;
        for (double tick : across.ticks()) {
            int column = (int) Math.floor(across.at(tick) / Canvas.ACROSS);
            String label = label(tick);
            int start = Math.min(margin + 1 + column - label.length() / 2, labels.length() - label.length());
            if (column >= 0 && column < width) {
                axis.setCharAt(column, screen.unicode() ? '┬' : '+');
                if (start > free) {
                    labels.replace(start, start + label.length(), label);
                    free = start + label.length();
                }
            }
        }
        String corner = " ".repeat(margin) + (screen.unicode() ? "└" : "+");
        String named = Safe.line(title);
        String padded = " ".repeat(Math.max(0, margin + 1 + width - Safe.width(named))) + named;
        return List.of(
                Style.QUIET.raw(screen, corner + axis),
                Style.QUIET.raw(screen, labels.toString().stripTrailing()),
                Style.QUIET.raw(screen, padded));
    }

    private String legend(Figure.Picture picture) {
        List<String> parts = new ArrayList<>();
        for (Layer layer : picture.layers()) {
            String mark = Painter.mark(layer, screen.unicode());
            if (!layer.label().isEmpty() && !mark.isEmpty()) {
                parts.add(Style.of(layer.ink()).paint(screen, mark) + " " + Safe.line(layer.label()));
            }
        }
        return String.join("   ", parts);
    }
}
