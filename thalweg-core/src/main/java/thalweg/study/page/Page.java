package thalweg.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thalweg.study.Card;
import thalweg.study.Figure;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// A report as one page of HTML: no network, no script, readable in print and by a screen reader.
public final class Page {
    private static final int MOST_ROWS = 200;
    private static final Pattern EXPONENT = Pattern.compile("\\^(-?[0-9][0-9.]*(?:e-?[0-9]+)?|[\\p{L}][\\p{L}0-9_]*)");

    private final StringBuilder html = new StringBuilder();

    private Page() {}

    /// The whole page.
    public static String html(Report report) {
        Page page = new Page();
        page.write(report);
        return page.html.toString();
    }

    private void write(Report report) {
        Card card = Card.of(report.experiment().getClass());
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.append(Svg.escape(card.name())).append(" - Thalweg</title>\n<style>\n");
        html.append(sheet()).append(Svg.css()).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<p class=\"kicker\">Thalweg ")
                .append(Svg.escape(Version.TEXT))
                .append("</p>\n");
        element("h1", card.name());
        report.figures().stream()
                .filter(f -> f instanceof Figure.Text && f.name().equals("verdict"))
                .forEach(f -> html.append("<p class=\"verdict\">")
                        .append(prose(((Figure.Text) f).text()))
                        .append("</p>\n"));
        html.append("<p class=\"ending ").append(report.ending().kind()).append("\">");
        html.append(Svg.escape(report.ending().message())).append("</p>\n");
        for (String warning : report.warnings()) {
            html.append("<p class=\"warning\">").append(prose(warning)).append("</p>\n");
        }
        formulas(report);
        numbers(report);
        for (Figure figure : report.figures()) {
            switch (figure) {
                case Figure.Picture picture -> picture(picture);
                case Figure.Table table -> table(table);
                case Figure.Text text -> {
                    if (!text.name().equals("verdict")) {
                        element("h2", text.name());
                        element("p", text.text());
                    }
                }
                case Figure.Quantity quantity -> {}
                case Figure.Formula formula -> {}
            }
        }
        again(report);
        html.append("</main>\n</body>\n</html>\n");
    }

    private static String sheet() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(String tag, String text) {
        html.append('<').append(tag).append('>').append(Svg.escape(text));
        html.append("</").append(tag).append(">\n");
    }

    private void formulas(Report report) {
        for (Figure figure : report.figures()) {
            if (figure instanceof Figure.Formula formula) {
                html.append("<p class=\"formula\">")
                        .append(typeset(formula.text()))
                        .append("</p>\n");
                html.append("<details><summary>As LaTeX, SymPy, Java</summary>\n<pre>");
                html.append(Svg.escape(formula.latex())).append("\n\n").append(Svg.escape(formula.sympy()));
                html.append("\n\n").append(Svg.escape(formula.java())).append("</pre></details>\n");
            }
        }
    }

    private static String prose(String text) {
        return Svg.escape(text).replace(" +- ", " ± ");
    }

    /// A formula with raised exponents and dots for stars.
    private static String typeset(String formula) {
        return EXPONENT.matcher(Svg.escape(formula))
                .replaceAll(power -> "<sup>" + power.group(1).replace("-", "−") + "</sup>")
                .replace(" * ", " · ");
    }

    private void numbers(Report report) {
        List<Figure.Quantity> quantities = report.figures().stream()
                .filter(Figure.Quantity.class::isInstance)
                .map(Figure.Quantity.class::cast)
                .toList();
        if (quantities.isEmpty()) {
            return;
        }
        boolean known = quantities.stream().anyMatch(q -> q.reference() != null);
        html.append(
                "<div class=\"wide\"><table class=\"numbers\">\n<thead><tr><th>Number</th><th>Value</th><th>Unit</th>");
        html.append("<th>Error</th>").append(known ? "<th>Reference</th>" : "").append("</tr></thead>\n<tbody>\n");
        for (Figure.Quantity quantity : quantities) {
            html.append("<tr><th scope=\"row\">")
                    .append(Svg.escape(quantity.name()))
                    .append("</th><td>");
            html.append(prose(Rounding.withError(quantity.value(), quantity.error())))
                    .append("</td><td>");
            html.append(Svg.escape(quantity.unit())).append("</td><td>").append(Svg.escape(quantity.errorKind()));
            html.append("</td>");
            Figure.Reference reference = quantity.reference();
            if (known) {
                html.append("<td>");
                if (reference != null) {
                    html.append(Rounding.number(reference.value(), 12)).append(" (");
                    html.append(Svg.escape(reference.source())).append(')');
                }
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void picture(Figure.Picture picture) {
        html.append("<figure>\n").append(Svg.of(picture)).append("<figcaption>");
        html.append(Svg.escape(picture.caption())).append("</figcaption>\n");
        html.append("<details><summary>Numbers of this picture</summary>\n");
        for (int i = 0; i < picture.layers().size(); i++) {
            String label = picture.layers().get(i).label();
            String csv = Series.csv(picture.layers().get(i));
            List<String> lines = csv.lines().limit(MOST_ROWS + 1L).toList();
            element("h3", label.isEmpty() ? "Layer " + (i + 1) : label);
            html.append("<div class=\"wide\"><table>\n");
            for (int row = 0; row < lines.size(); row++) {
                String tag = row == 0 ? "th" : "td";
                html.append("<tr>");
                for (String cell : lines.get(row).split(",", -1)) {
                    html.append('<')
                            .append(tag)
                            .append('>')
                            .append(cell)
                            .append("</")
                            .append(tag)
                            .append('>');
                }
                html.append("</tr>\n");
            }
            html.append("</table></div>\n");
            cut(csv.lines().count() - 1, Series.isLong(picture) ? Series.place(picture, i) : "");
        }
        html.append("</details>\n</figure>\n");
    }

    private void cut(long rows, String place) {
        if (rows > MOST_ROWS) {
            element("p", MOST_ROWS + " of " + rows + " rows" + (place.isEmpty() ? "" : "; all of them in " + place));
        }
    }

    private void table(Figure.Table table) {
        element("h2", table.name());
        html.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (int c = 0; c < table.columns().size(); c++) {
            Figure.Heading heading = table.columns().get(c);
            int column = c;
            boolean numbers = table.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
            String unit = heading.unit().isEmpty() ? "" : " [" + heading.unit() + "]";
            html.append(numbers ? "<th class=\"n\">" : "<th>").append(Svg.escape(heading.name() + unit));
            html.append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<@Nullable Object> row : table.rows().stream().limit(MOST_ROWS).toList()) {
            html.append("<tr>");
            for (Object cell : row) {
                html.append(cell instanceof Number ? "<td class=\"n\">" : "<td>");
                html.append(Svg.escape(cell(cell))).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        cut(table.rows().size(), Series.isLong(table) ? Series.place(table) : "");
    }

    /// A cell as people read it.
    public static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> Rounding.number(number);
            case Boolean truth -> truth ? "yes" : "no";
            default -> cell.toString();
        };
    }

    private void again(Report report) {
        element("h2", "The same again");
        html.append("<h3>Shell</h3>\n<pre>")
                .append(Svg.escape(Again.shell(report)))
                .append("</pre>\n");
        html.append("<h3>Java</h3>\n<pre>")
                .append(Svg.escape(Again.java(report)))
                .append("</pre>\n");
        html.append("<details><summary>JSON</summary>\n<pre>");
        html.append(Svg.escape(Json.text(ReportJson.experiment(report.experiment(), false))));
        html.append("</pre></details>\n<p class=\"small\">Seed ")
                .append(report.seed())
                .append("; ending: ");
        html.append(report.ending().kind().toLowerCase(Locale.ROOT)).append(".</p>\n");
    }
}
