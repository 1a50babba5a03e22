package thalweg.workbench.terminal;

import thalweg.study.Layer;
import thalweg.study.page.Ramp;
import thalweg.study.page.Scales;

/// Draws the layers of a picture on a canvas, so that nothing hangs on colour alone.
final class Painter {
    /// More points than this are drawn as dots, so that a line through them is seen.
    private static final int MANY = 100;

    private static final int LINE = 1;
    private static final int POINT = 3;
    private static final int WORD = 4;

    private final Canvas canvas;
    private final Scales scales;

    Painter(Canvas canvas, Scales scales) {
        this.canvas = canvas;
        this.scales = scales;
    }

    void draw(Layer layer) {
        Style style = Style.of(layer.ink());
        switch (layer) {
            case Layer.Points points -> points(points, style);
            case Layer.Line line -> line(line, style);
            case Layer.Band band -> band(band, style);
            case Layer.Bars bars -> bars(bars, style);
            case Layer.Contours contours -> grid(contours.x(), contours.y(), contours.height());
            case Layer.Cells cells -> grid(cells.x(), cells.y(), cells.value());
            case Layer.Arrows arrows -> arrows(arrows, style);
            case Layer.Words words -> words(words, style);
        }
    }

    /// The mark that stands for a layer in the plot and in its legend.
    static String mark(Layer layer, boolean unicode) {
        return switch (layer) {
            case Layer.Line l -> unicode ? l.ink() == Layer.Ink.REFERENCE ? "\u2504" : "\u2500" : dash(l.ink());
            case Layer.Band b -> unicode ? "\u2591" : ":";
            case Layer.Bars b -> unicode ? "\u2588" : "#";
            case Layer.Points p -> point(p.ink(), unicode);
            case Layer.Arrows a -> unicode ? "\u2192" : ">";
            case Layer.Contours c -> "";
            case Layer.Cells c -> "";
            case Layer.Words w -> "";
        };
    }

    private static String point(Layer.Ink ink, boolean unicode) {
        return switch (ink) {
            case DATA -> unicode ? "●" : "o";
            case MODEL -> unicode ? "◆" : "*";
            case REFERENCE -> unicode ? "┼" : "-";
            case SECOND -> unicode ? "■" : "+";
            case THIRD -> unicode ? "▲" : "^";
            case FOURTH -> unicode ? "◇" : "%";
            case FIFTH -> unicode ? "▼" : "v";
            case SIXTH -> unicode ? "×" : "x";
            case ALARM -> "!";
        };
    }

    private static String dash(Layer.Ink ink) {
        return switch (ink) {
            case DATA, MODEL -> ".";
            case REFERENCE -> ",";
            case SECOND -> "=";
            case THIRD -> "~";
            case FOURTH -> ";";
            case FIFTH -> "_";
            case SIXTH -> "'";
            case ALARM -> "!";
        };
    }

    private double x(double value) {
        return scales.across().at(value);
    }

    private double y(double value) {
        return scales.up().at(value);
    }

    private void points(Layer.Points points, Style style) {
        boolean unicode = canvas.screen().unicode();
        for (int i = 0; i < points.x().length; i++) {
            double at = points.x()[i];
            double up = points.y()[i];
            if (i < points.yError().length) {
                segment(at, up - points.yError()[i], at, up + points.yError()[i], style, unicode ? ' ' : '|', 1);
            }
            if (i < points.xError().length) {
                segment(at - points.xError()[i], up, at + points.xError()[i], up, style, '-', 1);
            }
        }
        boolean many = points.x().length > MANY;
        for (int i = 0; i < points.x().length; i++) {
            if (many) {
                canvas.dot(x(points.x()[i]), y(points.y()[i]), style, '.');
            } else {
                canvas.mark(x(points.x()[i]), y(points.y()[i]), point(points.ink(), unicode), style, POINT);
            }
        }
    }

    private void line(Layer.Line line, Style style) {
        boolean dashed = line.ink() == Layer.Ink.REFERENCE;
        for (int i = 0; i + 1 < line.x().length; i++) {
            double fromX = line.x()[i];
            double fromY = line.y()[i];
            char ascii = dash(line.ink()).charAt(0);
            segment(fromX, fromY, line.x()[i + 1], line.y()[i + 1], style, ascii, dashed ? 3 : 1);
        }
    }

    private void segment(double x1, double y1, double x2, double y2, Style style, char ascii, int every) {
        double h1 = x(x1);
        double v1 = Double.isNaN(y(y1)) || y(y1) > 1e6 ? scales.up().from() : y(y1);
        double h2 = x(x2);
        double v2 = y(y2);
        double longest = Math.max(Math.abs(h2 - h1), Math.abs(v2 - v1));
        if (!(longest < 1e5) || Double.isNaN(y1) || Double.isNaN(y2)) {
            return;
        }
        int steps = (int) Math.ceil(longest) + 1;
        for (int step = 0; step <= steps; step++) {
            double h = h1 + (h2 - h1) * step / steps;
            if ((int) Math.floor(h) / 2 % every == 0) {
                canvas.dot(h, v1 + (v2 - v1) * step / steps, style, ascii);
            }
        }
    }

    private void band(Layer.Band band, Style style) {
        String shade = mark(band, canvas.screen().unicode());
        for (int i = 0; i + 1 < band.x().length; i++) {
            double left = x(band.x()[i]);
            double right = x(band.x()[i + 1]);
            for (double at = left; at <= right; at += Canvas.ACROSS) {
                double share = right > left ? (at - left) / (right - left) : 0;
                double top = y(band.upper()[i] + share * (band.upper()[i + 1] - band.upper()[i]));
                double bottom = y(band.lower()[i] + share * (band.lower()[i + 1] - band.lower()[i]));
                fill(at, top, bottom, shade, style);
            }
        }
    }

    private void bars(Layer.Bars bars, Style style) {
        double ground = scales.up().log() ? scales.up().from() : y(0);
        for (int i = 0; i < bars.x().length; i++) {
            double right = x(bars.x()[i] + bars.width() / 2);
            double top = y(bars.height()[i]);
            for (double at = x(bars.x()[i] - bars.width() / 2); at < right; at += Canvas.ACROSS) {
                fill(
                        at,
                        Math.min(top, ground),
                        Math.max(top, ground),
                        mark(bars, canvas.screen().unicode()),
                        style);
            }
        }
    }

    private void fill(double at, double top, double bottom, String mark, Style style) {
        double last = Math.min(bottom, (double) canvas.height() * Canvas.DOWN - 1);
        for (double down = Math.max(0, top); down <= last; down += Canvas.DOWN) {
            canvas.mark(at, down, mark, style, LINE);
        }
    }

    private void arrows(Layer.Arrows arrows, Style style) {
        for (int i = 0; i < arrows.x().length; i++) {
            double tipX = arrows.x()[i] + arrows.dx()[i];
            double tipY = arrows.y()[i] + arrows.dy()[i];
            segment(arrows.x()[i], arrows.y()[i], tipX, tipY, style, '.', 1);
            double angle = StrictMath.atan2(y(arrows.y()[i]) - y(tipY), x(tipX) - x(arrows.x()[i]));
            int eighth = Math.floorMod(Math.round(angle / (StrictMath.PI / 4)), 8);
            String heads = canvas.screen().unicode() ? "→↗↑↖←↙↓↘" : ">/^\\</v\\";
            canvas.mark(x(tipX), y(tipY), heads.substring(eighth, eighth + 1), style, POINT);
        }
    }

    private void words(Layer.Words words, Style style) {
        for (int i = 0; i < words.x().length; i++) {
            double at = x(words.x()[i]);
            boolean left = at > canvas.width();
            String text = Safe.line(words.words()[i]);
            double start = left ? at - (double) Canvas.ACROSS * (text.length() + 1) : at + 2 * Canvas.ACROSS;
            for (int c = 0; c < text.length(); c++) {
                double place = start + (double) c * Canvas.ACROSS;
                canvas.mark(place, y(words.y()[i]), text.substring(c, c + 1), style, WORD);
            }
        }
    }

    /// Heights as colours in half cells, or as shades where there are none.
    private void grid(double[] x, double[] y, double[] height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : height) {
            low = Double.isNaN(value) ? low : Math.min(low, value);
            high = Double.isNaN(value) ? high : Math.max(high, value);
        }
        boolean colored = canvas.screen().color() && canvas.screen().unicode();
        String shades = canvas.screen().unicode() ? " ░▒▓█" : " .:-=+*#%@";
        for (int row = 0; row < canvas.height(); row++) {
            for (int column = 0; column < canvas.width(); column++) {
                double at = (column + 0.5) * Canvas.ACROSS;
                int i = nearest(x, at, true);
                double above = height[nearest(y, (row + 0.25) * Canvas.DOWN, false) * x.length + i];
                double below = height[nearest(y, (row + 0.75) * Canvas.DOWN, false) * x.length + i];
                if (colored) {
                    canvas.block(column, row, color(share(above, low, high)), color(share(below, low, high)));
                } else {
                    int shade = (int) Math.min(shades.length() - 1, share(below, low, high) * shades.length());
                    canvas.mark(at, (row + 0.5) * Canvas.DOWN, shades.substring(shade, shade + 1), Style.PLAIN, 0);
                }
            }
        }
    }

    private static double share(double value, double low, double high) {
        return high > low && !Double.isNaN(value) ? (value - low) / (high - low) : 0;
    }

    private static int color(double share) {
        return Ramp.HEIGHT.rgb(share);
    }

    private int nearest(double[] grid, double dot, boolean across) {
        int best = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < grid.length; i++) {
            double away = Math.abs((across ? x(grid[i]) : y(grid[i])) - dot);
            if (away < distance) {
                distance = away;
                best = i;
            }
        }
        return best;
    }
}
