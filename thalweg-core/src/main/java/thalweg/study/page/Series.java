package thalweg.study.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.data.CsvText;
import thalweg.data.Dataset;
import thalweg.study.Figure;
import thalweg.study.Layer;

/// The numbers behind a picture or a long table, as CSV files beside the report.
public final class Series {
    private Series() {}

    /// Whether a table's cells are too many for the report itself.
    public static boolean isLong(Figure.Table table) {
        return (long) table.rows().size() * table.columns().size() > ReportJson.MOST_NUMBERS;
    }

    /// Whether a picture's numbers are too many for the report itself.
    public static boolean isLong(Figure.Picture picture) {
        long count = 0;
        for (Layer layer : picture.layers()) {
            count += numbers(layer).values().stream().mapToLong(n -> n.length).sum();
        }
        return count > ReportJson.MOST_NUMBERS;
    }

    /// Where a table's series stands in the run folder.
    public static String place(Figure.Table table) {
        return "series/" + file(table.name()) + ".csv";
    }

    /// Where a layer's series stands in the run folder.
    public static String place(Figure.Picture picture, int layer) {
        return "series/" + file(picture.name()) + "-" + (layer + 1) + ".csv";
    }

    /// A name as a file can bear it.
    public static String file(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    /// The arrays of a layer by name, empty ones left out.
    static Map<String, double[]> numbers(Layer layer) {
        Map<String, double[]> map = new LinkedHashMap<>();
        switch (layer) {
            case Layer.Points p -> put(map, "x", p.x(), "y", p.y(), "xError", p.xError(), "yError", p.yError());
            case Layer.Line l -> put(map, "x", l.x(), "y", l.y());
            case Layer.Band b -> put(map, "x", b.x(), "lower", b.lower(), "upper", b.upper());
            case Layer.Bars b -> put(map, "x", b.x(), "height", b.height(), "width", new double[] {b.width()});
            case Layer.Contours c -> put(map, "x", c.x(), "y", c.y(), "height", c.height(), "levels", c.levels());
            case Layer.Arrows a -> put(map, "x", a.x(), "y", a.y(), "dx", a.dx(), "dy", a.dy());
            case Layer.Cells c -> put(map, "x", c.x(), "y", c.y(), "value", c.value());
            case Layer.Words w -> put(map, "x", w.x(), "y", w.y());
        }
        map.values().removeIf(numbers -> numbers.length == 0);
        return map;
    }

    private static void put(Map<String, double[]> map, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (double[]) pairs[i + 1]);
        }
    }

    /// A layer as CSV, one column an array; shorter arrays end in empty cells.
    public static String csv(Layer layer) {
        Map<String, double[]> numbers = numbers(layer);
        int rows = numbers.values().stream().mapToInt(n -> n.length).max().orElse(0);
        StringBuilder text = new StringBuilder(String.join(",", numbers.keySet())).append('\n');
        for (int row = 0; row < rows; row++) {
            String separator = "";
            for (double[] column : numbers.values()) {
                text.append(separator).append(row < column.length ? CsvText.cell(column[row]) : "");
                separator = ",";
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// A table figure as a table of data.
    public static Dataset dataset(Figure.Table table) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, String[]> words = new LinkedHashMap<>();
        for (int c = 0; c < table.columns().size(); c++) {
            Figure.Heading heading = table.columns().get(c);
            String name = heading.unit().isEmpty() ? heading.name() : heading.name() + " [" + heading.unit() + "]";
            int column = c;
            List<@Nullable Object> cells = table.rows().stream()
                    .<@Nullable Object>map(row -> row.get(column))
                    .toList();
            if (cells.stream().allMatch(cell -> cell == null || cell instanceof Number)) {
                numbers.put(name, cells.stream().mapToDouble(Series::number).toArray());
            } else {
                words.put(
                        name,
                        cells.stream()
                                .map(cell -> cell == null ? "" : cell.toString())
                                .toArray(String[]::new));
            }
        }
        return Dataset.of(numbers, words);
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
