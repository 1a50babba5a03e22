package thalweg.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// A picture as SVG, 720 by 440: axes left and bottom, labels where the lines end, colours from one style sheet. A map,
/// which is a picture with terraces, is as high as equal scales on both axes make it.
public final class Svg {
    static final double WIDTH = 720;
    static final double HEIGHT = 440;
    private static final double LEFT = 76;
    private static final double RIGHT = 24;
    private static final double TOP = 58;
    private static final double BOTTOM = 54;

    private Svg() {}

    /// The picture as an element for a page that carries [#css].
    public static String of(Figure.Picture picture) {
        return draw(picture, "");
    }

    /// The picture as a file that stands alone.
    public static String file(Figure.Picture picture) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + draw(picture, "<style>" + css() + "</style>\n");
    }

    /// The colours and lines of all pictures, light and dark.
    public static String css() {
        try (InputStream in = Svg.class.getResourceAsStream("figure.css")) {
            if (in == null) {
                throw new IllegalStateException("figure.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String draw(Figure.Picture picture, String style) {
        boolean map = isMap(picture);
        double right = RIGHT + (map ? 0 : labelRoom(picture));
        double height = map ? TOP + BOTTOM + depth(picture) : HEIGHT;
        Scales scales = Scales.of(picture, LEFT, WIDTH - right, height - BOTTOM, TOP);
        Scale across = scales.across();
        Scale up = scales.up();
        StringBuilder svg = new StringBuilder();
        String size = number(height);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 720 ")
                .append(size)
                .append("\" width=\"720\" height=\"")
                .append(size)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(picture.title()))
                .append("\">\n<title>")
                .append(escape(picture.title()))
                .append("</title>\n<desc>")
                .append(escape(picture.caption()))
                .append("</desc>\n")
                .append(style)
                .append("<rect class=\"paper\" width=\"720\" height=\"")
                .append(size)
                .append("\"/>\n");
        text(svg, "title", LEFT, 26, "start", picture.title());
        frame(svg, picture, across, up, height);
        String clip = "clip-" + Series.file(picture.name());
        svg.append("<clipPath id=\"").append(clip).append("\"><rect x=\"").append(number(across.from()));
        svg.append("\" y=\"").append(number(up.to())).append("\" width=\"").append(number(across.to() - across.from()));
        svg.append("\" height=\"").append(number(up.from() - up.to())).append("\"/></clipPath>\n");
        Marks marks = new Marks(svg, across, up, map);
        svg.append(map ? "<g class=\"map\"" : "<g")
                .append(" clip-path=\"url(#")
                .append(clip)
                .append(")\">\n");
        picture.layers().forEach(marks::draw);
        svg.append("</g>\n");
        legend(svg, picture, map);
        marks.endLabels(picture);
        return svg.append("</svg>\n").toString();
    }

    /// Whether a picture has terraces of equal height, whose slopes are only seen where both axes have one scale.
    private static boolean isMap(Figure.Picture picture) {
        return picture.layers().stream().anyMatch(l -> l instanceof Layer.Contours c && c.levels().length > 1);
    }

    /// How deep the land of a map is drawn: as deep as it is, where that fits on a page.
    private static double depth(Figure.Picture picture) {
        double depth = HEIGHT - TOP - BOTTOM;
        for (Layer layer : picture.layers()) {
            boolean linear =
                    picture.x().scale() == Axis.Scale.LINEAR && picture.y().scale() == Axis.Scale.LINEAR;
            if (layer instanceof Layer.Contours land
                    && linear
                    && picture.x().unit().equals(picture.y().unit())) {
                double[] x = land.x();
                double[] y = land.y();
                double ratio = (y[y.length - 1] - y[0]) / (x[x.length - 1] - x[0]);
                depth = Math.clamp(ratio * (WIDTH - LEFT - RIGHT), 0.6 * depth, 2 * depth);
            }
        }
        return depth;
    }

    private static double labelRoom(Figure.Picture picture) {
        return picture.layers().stream()
                .filter(l -> l instanceof Layer.Line)
                .mapToDouble(l -> 6.6 * l.label().length())
                .max()
                .orElse(0);
    }

    private static void frame(StringBuilder svg, Figure.Picture picture, Scale across, Scale up, double height) {
        for (double tick : across.ticks()) {
            line(svg, "grid", across.at(tick), up.from(), across.at(tick), up.to());
            text(svg, "tick", across.at(tick), up.from() + 18, "middle", Scale.label(tick));
        }
        for (double tick : up.ticks()) {
            line(svg, "grid", across.from(), up.at(tick), across.to(), up.at(tick));
            text(svg, "tick", across.from() - 8, up.at(tick) + 4, "end", Scale.label(tick));
        }
        for (double tick : across.minor()) {
            line(svg, "axis", across.at(tick), up.from(), across.at(tick), up.from() - 3);
        }
        for (double tick : up.minor()) {
            line(svg, "axis", across.from(), up.at(tick), across.from() + 3, up.at(tick));
        }
        line(svg, "axis", across.from(), up.from(), across.to(), up.from());
        line(svg, "axis", across.from(), up.from(), across.from(), up.to());
        text(
                svg,
                "name",
                (across.from() + across.to()) / 2,
                height - 14,
                "middle",
                picture.x().title());
        double middle = (up.from() + up.to()) / 2;
        svg.append("<text class=\"name\" text-anchor=\"middle\" transform=\"translate(18 ")
                .append(number(middle))
                .append(") rotate(-90)\">")
                .append(escape(picture.y().title()))
                .append("</text>\n");
    }

    private static void legend(StringBuilder svg, Figure.Picture picture, boolean map) {
        double x = LEFT + 4;
        svg.append(map ? "<g class=\"map\">\n" : "<g>\n");
        for (Layer layer : picture.layers()) {
            boolean line = layer instanceof Layer.Line;
            if (layer.label().isEmpty() || line && !map || layer instanceof Layer.Words) {
                continue;
            }
            String role = role(layer.ink());
            if (layer instanceof Layer.Points) {
                Marks.marker(svg, layer.ink(), x + 5, 42, map ? 1.3 : 1);
            } else if (line) {
                line(svg, "line key " + role, x - 4, 42, x + 14, 42);
            } else {
                svg.append("<rect class=\"area ").append(role).append("\" x=\"").append(number(x));
                svg.append("\" y=\"36\" width=\"12\" height=\"12\"/>\n");
            }
            text(svg, "label", x + 18, 46, "start", layer.label());
            x += 38 + 6.4 * layer.label().length();
        }
        svg.append("</g>\n");
    }

    static String role(Layer.Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    static void line(StringBuilder svg, String role, double x1, double y1, double x2, double y2) {
        svg.append("<path class=\"").append(role).append("\" d=\"M").append(place(x1, y1));
        svg.append('L').append(place(x2, y2)).append("\"/>\n");
    }

    static void text(StringBuilder svg, String role, double x, double y, String anchor, String words) {
        svg.append("<text class=\"")
                .append(role)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"");
        svg.append(number(y)).append("\" text-anchor=\"").append(anchor).append("\">");
        svg.append(escape(words)).append("</text>\n");
    }

    static String place(double x, double y) {
        return number(x) + " " + number(y);
    }

    /// A coordinate to a twentieth of a pixel or better, the same bytes on every machine.
    static String number(double value) {
        long hundredths = Math.round(Math.clamp(value, -1e6, 1e6) * 100);
        String text = Long.toString(Math.abs(hundredths) / 100);
        long rest = Math.abs(hundredths) % 100;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return (hundredths < 0 ? "-" : "") + text + fraction;
    }

    /// Text as markup cannot read it.
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }
}
