package thalweg.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// A picture as SVG, 720 by 440: axes left and bottom, labels where the lines end, colours from one style sheet.
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
        double right = RIGHT + labelRoom(picture);
        Scales scales = Scales.of(picture, LEFT, WIDTH - right, HEIGHT - BOTTOM, TOP);
        Scale across = scales.across();
        Scale up = scales.up();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" viewBox=\"0 0 720 440\"")
                .append(" width=\"720\" height=\"440\" role=\"img\" aria-label=\"")
                .append(escape(picture.title()))
                .append("\">\n<title>")
                .append(escape(picture.title()))
                .append("</title>\n<desc>")
                .append(escape(picture.caption()))
                .append("</desc>\n")
                .append(style)
                .append("<rect class=\"paper\" width=\"720\" height=\"440\"/>\n");
        text(svg, "title", LEFT, 26, "start", picture.title());
        frame(svg, picture, across, up);
        String clip = "clip-" + Series.file(picture.name());
        svg.append("<clipPath id=\"").append(clip).append("\"><rect x=\"").append(number(across.from()));
        svg.append("\" y=\"").append(number(up.to())).append("\" width=\"").append(number(across.to() - across.from()));
        svg.append("\" height=\"").append(number(up.from() - up.to())).append("\"/></clipPath>\n");
        Marks marks = new Marks(svg, across, up);
        svg.append("<g clip-path=\"url(#").append(clip).append(")\">\n");
        picture.layers().forEach(marks::draw);
        svg.append("</g>\n");
        legend(svg, picture);
        marks.endLabels(picture);
        return svg.append("</svg>\n").toString();
    }

    private static double labelRoom(Figure.Picture picture) {
        return picture.layers().stream()
                .filter(l -> l instanceof Layer.Line)
                .mapToDouble(l -> 6.6 * l.label().length())
                .max()
                .orElse(0);
    }

    private static void frame(StringBuilder svg, Figure.Picture picture, Scale across, Scale up) {
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
                HEIGHT - 14,
                "middle",
                picture.x().title());
        double middle = (up.from() + up.to()) / 2;
        svg.append("<text class=\"name\" text-anchor=\"middle\" transform=\"translate(18 ")
                .append(number(middle))
                .append(") rotate(-90)\">")
                .append(escape(picture.y().title()))
                .append("</text>\n");
    }

    private static void legend(StringBuilder svg, Figure.Picture picture) {
        double x = LEFT + 4;
        for (Layer layer : picture.layers()) {
            if (layer.label().isEmpty() || layer instanceof Layer.Line || layer instanceof Layer.Words) {
                continue;
            }
            String role = role(layer.ink());
            if (layer instanceof Layer.Points) {
                Marks.marker(svg, layer.ink(), x + 5, 42);
            } else {
                svg.append("<rect class=\"area ").append(role).append("\" x=\"").append(number(x));
                svg.append("\" y=\"36\" width=\"12\" height=\"12\"/>\n");
            }
            text(svg, "label", x + 17, 46, "start", layer.label());
            x += 34 + 6.4 * layer.label().length();
        }
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
