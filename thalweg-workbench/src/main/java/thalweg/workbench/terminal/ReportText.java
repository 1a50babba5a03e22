package thalweg.workbench.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.study.Figure;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// A report as lines of text: the verdict first, then figures in their order, the ending and the warnings.
public final class ReportText {
    private static final int MOST_ROWS = 12;
    private static final int MOST_PICTURES = 2;

    private final Screen screen;
    private final List<String> lines = new ArrayList<>();
    private final List<Figure.Quantity> numbers = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int pictures;

    private ReportText(Screen screen) {
        this.screen = screen;
    }

    /// The lines of a report.
    public static List<String> lines(Report report, Screen screen) {
        ReportText text = new ReportText(screen);
        text.write(report);
        return List.copyOf(text.lines);
    }

    private void write(Report report) {
        for (Figure figure : report.figures()) {
            if (figure instanceof Figure.Text verdict && verdict.name().equals("verdict")) {
                wrapped(verdict.text(), "", Style.STRONG);
            }
        }
        report.figures().forEach(this::figure);
        flush();
        if (!leftOut.isEmpty()) {
            gap();
            lines.add(Style.QUIET.paint(screen, "in the report: " + String.join(", ", leftOut)));
        }
        ending(report.ending());
        if (!report.warnings().isEmpty()) {
            gap();
        }
        for (String warning : report.warnings()) {
            List<String> said = Safe.wrap("warning: " + Safe.line(warning), screen.width());
            lines.add(Style.ALARM.raw(screen, "warning:") + said.getFirst().substring("warning:".length()));
            said.stream().skip(1).forEach(line -> lines.add("  " + line));
        }
    }

    private void figure(Figure figure) {
        switch (figure) {
            case Figure.Quantity quantity -> numbers.add(quantity);
            case Figure.Formula formula -> {
                flush();
                gap();
                lines.add(Style.QUIET.paint(screen, formula.name() + ":") + " " + Safe.line(formula.text()));
            }
            case Figure.Table table -> {
                flush();
                table(table);
            }
            case Figure.Picture picture -> {
                flush();
                pictures++;
                if (pictures <= MOST_PICTURES) {
                    gap();
                    lines.addAll(new Plot(screen).lines(picture));
                } else {
                    leftOut.add("picture " + picture.name());
                }
            }
            case Figure.Text text -> {
                if (!text.name().equals("verdict")) {
                    flush();
                    gap();
                    lines.add(Style.QUIET.paint(screen, text.name() + ":"));
                    wrapped(text.text(), "  ", Style.PLAIN);
                }
            }
        }
    }

    private void wrapped(String text, String indent, Style style) {
        text.lines()
                .flatMap(line -> Safe.wrap(Safe.line(line), screen.width() - indent.length()).stream())
                .forEach(line -> lines.add(indent + style.raw(screen, line)));
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    private void flush() {
        if (numbers.isEmpty()) {
            return;
        }
        gap();
        Grid grid = new Grid().column("", true).column("", true).column("", true);
        for (Figure.Quantity number : numbers) {
            grid.row().cell(number.name(), Style.QUIET).cell(value(number)).cell(distance(number), Style.QUIET);
        }
        lines.addAll(grid.wholeLines(screen));
        numbers.clear();
    }

    /// `1.49987 +- 0.00006 d (standard)`.
    public static String value(Figure.Quantity number) {
        String value = Rounding.withError(number.value(), number.error());
        String unit = number.unit().isEmpty() ? "" : " " + number.unit();
        boolean some = !number.errorKind().isEmpty() && Double.isFinite(number.error());
        boolean stated = some && (number.error() > 0 || number.errorKind().equals("exact"));
        return value + unit + (stated ? " (" + number.errorKind() + ")" : "");
    }

    private static String distance(Figure.Quantity number) {
        Figure.Reference known = number.reference();
        if (known == null) {
            return "";
        }
        double away = Math.abs(number.value() - known.value());
        String reference = Rounding.number(known.value());
        String source = known.source().isEmpty() ? "" : " (" + known.source() + ")";
        String far = number.errorKind().equals("standard") && number.error() > 0
                ? " is " + Rounding.number(away / number.error(), 2) + " sigma away"
                : " differs by " + Rounding.number(away, 2);
        return reference + far + source;
    }

    private void table(Figure.Table table) {
        gap();
        lines.add(Style.STRONG.paint(screen, table.name()));
        Grid grid = new Grid();
        for (int c = 0; c < table.columns().size(); c++) {
            Figure.Heading heading = table.columns().get(c);
            int column = c;
            boolean words = table.rows().stream().anyMatch(row -> row.get(column) instanceof String);
            grid.column(
                    heading.unit().isEmpty() ? heading.name() : heading.name() + " [" + heading.unit() + "]", words);
        }
        for (List<@Nullable Object> row : table.rows().subList(0, shown(table))) {
            grid.row();
            row.forEach(cell -> grid.cell(cell(cell)));
        }
        grid.lines(screen).forEach(line -> lines.add("  " + line));
        int more = table.rows().size() - shown(table);
        if (more > 0) {
            lines.add(Style.QUIET.paint(screen, "  " + more + " more rows in the report"));
        }
    }

    /// All rows, or the first few if there are many more.
    private static int shown(Figure.Table table) {
        int rows = table.rows().size();
        return rows <= MOST_ROWS + 4 ? rows : MOST_ROWS;
    }

    private static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> Rounding.number(number);
            default -> cell.toString();
        };
    }

    private void ending(Ending ending) {
        if (ending instanceof Ending.Converged) {
            return;
        }
        gap();
        String where = ending instanceof Ending.Diverged diverged
                ? " (step " + diverged.step() + (diverged.where().isEmpty() ? "" : ", " + diverged.where()) + ")"
                : "";
        Style style = ending instanceof Ending.Diverged ? Style.ALARM : Style.STRONG;
        lines.add(style.paint(screen, ending.kind() + ":") + " " + Safe.line(ending.message() + where));
    }
}
