package thalweg.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// A table that holds its columns as arrays.
final class MemoryTable implements Dataset {
    private static final int BLOCK = 4096;

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, String[]> words = new LinkedHashMap<>();
    private final long rows;
    private @Nullable String sha256;

    MemoryTable(Map<String, double[]> numbers, Map<String, String[]> words) {
        long length = -1;
        for (Map.Entry<String, String[]> entry : words.entrySet()) {
            String[] cells = entry.getValue();
            String first = cells.length == 0 ? "" : cells[0];
            Column column = Column.header(entry.getKey(), Column.Kind.TEXT, 0, new Column.Cell(1, 0, first));
            add(column, cells.length, length);
            length = cells.length;
            this.words.put(column.name(), cells);
        }
        for (Map.Entry<String, double[]> entry : numbers.entrySet()) {
            double[] cells = entry.getValue();
            long missing = Arrays.stream(cells).filter(Double::isNaN).count();
            Column column = Column.header(entry.getKey(), Column.Kind.NUMBER, missing, null);
            add(column, cells.length, length);
            length = cells.length;
            this.numbers.put(column.name(), cells);
        }
        this.rows = Math.max(0, length);
    }

    private void add(Column column, long length, long before) {
        if (find(column.name()).isPresent()) {
            throw new Misuse("two columns named \"" + column.name() + "\"", "different names", "rename one");
        }
        if (before >= 0 && before != length) {
            throw new Misuse(
                    "column \"" + column.name() + "\" with " + length + " rows",
                    before + " rows, as the columns before it",
                    "make all columns equally long");
        }
        columns.add(column);
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public synchronized String sha256() {
        String known = sha256;
        if (known == null) {
            known = Sha256.of(CsvText.of(this).getBytes(StandardCharsets.UTF_8));
            sha256 = known;
        }
        return known;
    }

    @Override
    public void stream(List<String> names, Visitor visitor) {
        List<double[]> chosen = new ArrayList<>();
        for (String name : names) {
            number(name);
            chosen.add(numbers.getOrDefault(name, new double[0]));
        }
        for (long first = 0; first < rows; first += BLOCK) {
            int from = (int) first;
            int count = (int) Math.min(BLOCK, rows - first);
            double[][] block = chosen.stream()
                    .map(column -> Arrays.copyOfRange(column, from, from + count))
                    .toArray(double[][]::new);
            visitor.rows(first, count, block);
        }
    }

    @Override
    public List<String> texts(String name) {
        column(name);
        String[] own = words.get(name);
        return own != null
                ? List.of(own)
                : Arrays.stream(numbers.getOrDefault(name, new double[0]))
                        .mapToObj(CsvText::cell)
                        .toList();
    }
}
