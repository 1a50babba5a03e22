package thalweg.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// Draws layers over two scales: error bars without caps, markers and dashes so that nothing hangs on colour alone.
final class Marks {
    private final StringBuilder svg;
    private final Scale across;
    private final Scale up;
    private final boolean map;

    /// @param map whether lines and marks lie on coloured land
    Marks(StringBuilder svg, Scale across, Scale up, boolean map) {
        this.svg = svg;
        this.map = map;
        this.across = across;
        this.up = up;
    }

    void draw(Layer layer) {
        String role = Svg.role(layer.ink());
        switch (layer) {
            case Layer.Points points -> points(points, role);
            case Layer.Line line -> {
                String data = polyline(line.x(), line.y());
                if (map && (line.ink() == Layer.Ink.MODEL || line.ink() == Layer.Ink.SECOND)) {
                    path("line halo", data);
                }
                path("line " + role, data);
            }
            case Layer.Band band -> band(band, role);
            case Layer.Bars bars -> bars(bars, role);
            case Layer.Contours contours -> contours(contours);
            case Layer.Arrows arrows -> arrows(arrows, role);
            case Layer.Cells cells -> cells(cells);
            case Layer.Words words -> {
                for (int i = 0; i < words.x().length; i++) {
                    double x = across.at(words.x()[i]);
                    boolean left = x > (across.from() + across.to()) / 2;
                    Svg.text(
                            svg,
                            "word",
                            left ? x - 8 : x + 8,
                            up.at(words.y()[i]) - 7,
                            left ? "end" : "start",
                            words.words()[i]);
                }
            }
        }
    }

    private void path(String role, String data) {
        if (!data.isEmpty()) {
            svg.append("<path class=\"")
                    .append(role)
                    .append("\" d=\"")
                    .append(data)
                    .append("\"/>\n");
        }
    }

    private String polyline(double[] x, double[] y) {
        StringBuilder data = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < x.length; i++) {
            double h = across.at(x[i]);
            double v = up.at(y[i]);
            boolean drawn = Double.isFinite(h) && Double.isFinite(v);
            if (drawn) {
                data.append(pen ? 'L' : 'M').append(Svg.place(h, v));
            }
            pen = drawn;
        }
        return data.toString();
    }

    private void points(Layer.Points points, String role) {
        for (int i = 0; i < points.x().length; i++) {
            double x = points.x()[i];
            double y = points.y()[i];
            if (i < points.yError().length) {
                bar(role, x, y - points.yError()[i], x, y + points.yError()[i]);
            }
            if (i < points.xError().length) {
                bar(role, x - points.xError()[i], y, x + points.xError()[i], y);
            }
        }
        for (int i = 0; i < points.x().length; i++) {
            double h = across.at(points.x()[i]);
            double v = up.at(points.y()[i]);
            if (Double.isFinite(h) && Double.isFinite(v)) {
                marker(svg, points.ink(), h, v, map ? 1.45 : 1);
            }
        }
    }

    private void bar(String role, double x1, double y1, double x2, double y2) {
        double h1 = across.at(x1);
        double v1 = up.at(y1);
        double bottom = Double.isFinite(v1) ? v1 : up.from();
        double left = Double.isFinite(h1) ? h1 : across.from();
        double h2 = across.at(x2);
        double v2 = up.at(y2);
        if (Double.isFinite(h2) && Double.isFinite(v2)) {
            Svg.line(svg, "bar " + role, left, bottom, h2, v2);
        }
    }

    /// The marker of a role: circle, square, triangle, diamond, cross in turn.
    ///
    /// @param size 1 for the usual one
    static void marker(StringBuilder svg, Layer.Ink ink, double x, double y, double size) {
        String role = Svg.role(ink);
        String shape = switch (ink) {
            case DATA, MODEL, ALARM -> "";
            case SECOND -> "M-3-3H3V3H-3Z";
            case THIRD -> "M0-3.8L3.6 2.8H-3.6Z";
            case FOURTH -> "M0-4L4 0L0 4L-4 0Z";
            case FIFTH -> "M-3.6-2.8H3.6L0 3.8Z";
            case SIXTH -> "M-3-3L3 3M3-3L-3 3";
            case REFERENCE -> "M-3.5 0H3.5M0-3.5V3.5";
        };
        if (shape.isEmpty()) {
            svg.append("<circle class=\"point ").append(role).append("\" cx=\"").append(Svg.number(x));
            svg.append("\" cy=\"")
                    .append(Svg.number(y))
                    .append("\" r=\"")
                    .append(Svg.number(3 * size))
                    .append("\"/>\n");
        } else {
            svg.append("<path class=\"point ").append(role).append("\" transform=\"translate(");
            svg.append(Svg.place(x, y)).append(size == 1 ? ")" : ") scale(" + Svg.number(size) + ")");
            svg.append("\" d=\"").append(shape).append("\"/>\n");
        }
    }

    private void band(Layer.Band band, String role) {
        int n = band.x().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = band.x()[i];
            y[i] = band.upper()[i];
            x[2 * n - 1 - i] = band.x()[i];
            y[2 * n - 1 - i] = band.lower()[i];
        }
        String data = polyline(x, y);
        path("area " + role, data.isEmpty() ? data : data + "Z");
    }

    private void bars(Layer.Bars bars, String role) {
        double ground = up.log() ? up.from() : up.at(0);
        for (int i = 0; i < bars.x().length; i++) {
            double left = across.at(bars.x()[i] - bars.width() / 2);
            double right = across.at(bars.x()[i] + bars.width() / 2);
            double top = up.at(bars.height()[i]);
            if (Double.isFinite(top)) {
                path(
                        "area " + role,
                        "M" + Svg.place(left, ground) + "V" + Svg.number(top) + "H" + Svg.number(right) + "V"
                                + Svg.number(ground) + "Z");
            }
        }
    }

    /// Level lines; with several levels the land between them in colours from low to high.
    private void contours(Layer.Contours contours) {
        double[] levels = contours.levels();
        if (levels.length < 2) {
            for (double level : levels) {
                String data = Isolines.path(contours.x(), contours.y(), contours.height(), level, across, up);
                coloured("contour", "stroke", 0.4, data);
            }
            return;
        }
        for (int i = -1; i < levels.length; i++) {
            double level = i < 0 ? -Double.MAX_VALUE : levels[i];
            String data = Terraces.path(contours.x(), contours.y(), contours.height(), level, across, up);
            coloured("terrace", "fill", (i + 1.0) / levels.length, data);
        }
    }

    private void coloured(String role, String what, double share, String data) {
        if (!data.isEmpty()) {
            svg.append("<path class=\"").append(role).append("\" ").append(what).append("=\"");
            svg.append(Ramp.HEIGHT.at(share)).append("\" d=\"").append(data).append("\"/>\n");
        }
    }

    private void arrows(Layer.Arrows arrows, String role) {
        for (int i = 0; i < arrows.x().length; i++) {
            double h = across.at(arrows.x()[i]);
            double v = up.at(arrows.y()[i]);
            double dh = across.at(arrows.x()[i] + arrows.dx()[i]) - h;
            double dv = up.at(arrows.y()[i] + arrows.dy()[i]) - v;
            double length = Math.sqrt(dh * dh + dv * dv);
            if (!(length > 0)) {
                continue;
            }
            double eh = dh / length * 4;
            double ev = dv / length * 4;
            path(
                    "line arrow " + role,
                    "M" + Svg.place(h, v) + "L" + Svg.place(h + dh, v + dv) + "M"
                            + Svg.place(h + dh - eh - ev * 0.6, v + dv - ev + eh * 0.6) + "L"
                            + Svg.place(h + dh, v + dv) + "L"
                            + Svg.place(h + dh - eh + ev * 0.6, v + dv - ev - eh * 0.6));
        }
    }

    private void cells(Layer.Cells cells) {
        double[] finite = Arrays.stream(cells.value()).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        int n = cells.x().length;
        double width = n > 1 ? cells.x()[1] - cells.x()[0] : 1;
        double depth = cells.y().length > 1 ? cells.y()[1] - cells.y()[0] : 1;
        for (int j = 0; j < cells.y().length; j++) {
            for (int i = 0; i < n; i++) {
                double value = cells.value()[j * n + i];
                if (!Double.isFinite(value)) {
                    continue;
                }
                String colour = Ramp.HEIGHT.at(high > low ? (value - low) / (high - low) : 0.5);
                int last = i;
                while (last + 1 < n && cells.value()[j * n + last + 1] == value) {
                    last++;
                }
                double left = across.at(cells.x()[i] - width / 2);
                double right = across.at(cells.x()[last] + width / 2);
                double top = up.at(cells.y()[j] + depth / 2);
                double bottom = up.at(cells.y()[j] - depth / 2);
                svg.append("<path class=\"cell\" fill=\"")
                        .append(colour)
                        .append("\" d=\"M")
                        .append(Svg.place(left, top));
                svg.append('H')
                        .append(Svg.number(right))
                        .append('V')
                        .append(Svg.number(bottom))
                        .append('H');
                svg.append(Svg.number(left)).append("Z\"/>\n");
                i = last;
            }
        }
    }

    /// Labels of lines at their right ends, moved apart where they would meet.
    void endLabels(Figure.Picture picture) {
        record Label(Layer layer, double y) {}
        if (map) {
            return;
        }
        List<Label> labels = new ArrayList<>();
        for (Layer layer : picture.layers()) {
            if (layer instanceof Layer.Line line && !line.label().isEmpty()) {
                double y = up.to() + 10;
                for (int i = 0; i < line.y().length; i++) {
                    double at = up.at(line.y()[i]);
                    y = Double.isFinite(at) && across.holds(line.x()[i]) ? at : y;
                }
                labels.add(new Label(layer, Math.clamp(y, up.to(), up.from())));
            }
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        double free = up.to() - 20;
        for (Label label : labels) {
            double y = Math.max(label.y, free);
            Svg.text(svg, "end " + Svg.role(label.layer.ink()), across.to() + 6, y + 4, "start", label.layer.label());
            free = y + 15;
        }
    }
}
