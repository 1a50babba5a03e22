package thalweg.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// A table in a text file, scanned once for its shape and read again for each pass.
final class CsvTable implements Dataset {
    private static final int BLOCK = 4096;

    private final CsvFile file;
    private final List<Column> columns;
    private final long rows;

    private CsvTable(CsvFile file, List<Column> columns, long rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    static CsvTable open(Path path) {
        return of(CsvFile.sniff(path));
    }

    static CsvTable parse(String name, byte[] bytes) {
        return of(CsvFile.held(Path.of(name), bytes));
    }

    private static CsvTable of(CsvFile file) {
        Scan scan = new Scan(file.name());
        each(file, scan::take);
        return new CsvTable(file, scan.columns(), scan.rows);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<String> notes() {
        return file.notes();
    }

    @Override
    public String sha256() {
        return file.sha256();
    }

    @Override
    public void stream(List<String> names, Visitor visitor) {
        int[] place = new int[names.size()];
        for (int c = 0; c < place.length; c++) {
            place[c] = columns.indexOf(number(names.get(c)));
        }
        double[][] block = new double[place.length][(int) Math.min(BLOCK, Math.max(1, rows))];
        long[] row = {-1};
        each(file, record -> {
            if (row[0] >= 0) {
                int at = (int) (row[0] % BLOCK);
                for (int c = 0; c < place.length; c++) {
                    block[c][at] = CsvCell.number(record.getField(place[c]));
                }
                if (at == BLOCK - 1 || row[0] == rows - 1) {
                    visitor.rows(row[0] - at, at + 1, block);
                }
            }
            row[0]++;
        });
        if (row[0] != rows) {
            throw new Misuse(
                    row[0] + " rows in " + name() + " on a second reading", rows + " as before", "let the file rest");
        }
    }

    @Override
    public List<String> texts(String name) {
        int place = columns.indexOf(column(name));
        List<String> cells = new ArrayList<>();
        each(file, record -> cells.add(record.getField(place)));
        return List.copyOf(cells.subList(1, cells.size()));
    }

    private interface RecordVisitor {
        void take(CsvRecord record);
    }

    private static void each(CsvFile file, RecordVisitor visitor) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(file.separator())
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter('#')
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(file.reader())) {
            for (CsvRecord record : reader) {
                visitor.take(record);
            }
        } catch (CsvParseException e) {
            throw new Misuse(
                    "a place in " + file.name() + " that breaks the rules of CSV: " + e.getMessage(),
                    "quotes that are closed and cells below 16 MB",
                    "correct that line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What one pass over the file learns.
    private static final class Scan {
        private final String name;
        private List<String> header = List.of();
        private long[] missing = {};
        private long[] numbers = {};
        private Column.@Nullable Cell[] firstText = {};
        private long rows = -1;

        Scan(String name) {
            this.name = name;
        }

        void take(CsvRecord record) {
            if (rows < 0) {
                begin(record);
            } else if (record.getFieldCount() != header.size()) {
                throw new Misuse(
                        record.getFieldCount() + " cells in row " + (rows + 1) + " (line "
                                + record.getStartingLineNumber() + ") of " + name,
                        header.size() + " cells, as in the header " + String.join(", ", header),
                        "complete or correct that line");
            } else {
                cells(record);
            }
            rows++;
        }

        private void cells(CsvRecord record) {
            for (int c = 0; c < missing.length; c++) {
                String text = record.getField(c);
                if (CsvCell.isMissing(text)) {
                    missing[c]++;
                } else if (CsvCell.isNumber(text)) {
                    numbers[c]++;
                } else if (firstText[c] == null) {
                    firstText[c] = new Column.Cell(rows + 1, record.getStartingLineNumber(), text);
                }
            }
        }

        private void begin(CsvRecord record) {
            header = record.getFields();
            int width = header.size();
            if (width > 100_000) {
                throw new Misuse(width + " columns in " + name, "at most 100000", "transpose or split the table");
            }
            if (header.stream().allMatch(cell -> CsvCell.isNumber(cell) && !CsvCell.isMissing(cell))) {
                throw new Misuse(
                        "numbers in the first line of " + name + ": " + String.join(", ", header),
                        "a header line with the names of the columns",
                        "add one, for example x,y");
            }
            missing = new long[width];
            numbers = new long[width];
            firstText = new Column.Cell[width];
        }

        List<Column> columns() {
            if (rows < 0) {
                throw new Misuse(name + " is empty", "a header line and rows of cells", "choose another file");
            }
            if (rows == 0) {
                throw new Misuse(
                        "only a header in " + name + ": " + String.join(", ", header), "at least one row", "add rows");
            }
            List<Column> found = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (int c = 0; c < header.size(); c++) {
                Column.Kind kind = firstText[c] == null
                        ? Column.Kind.NUMBER
                        : numbers[c] > 0 ? Column.Kind.MIXED : Column.Kind.TEXT;
                Column column = Column.header(header.get(c), kind, missing[c], firstText[c]);
                if (column.name().isEmpty() || !names.add(column.name())) {
                    throw new Misuse(
                            column.name().isEmpty()
                                    ? "no name for column " + (c + 1) + " in " + name
                                    : "two columns named \"" + column.name() + "\" in " + name,
                            "a name of its own for each column",
                            "correct the header");
                }
                found.add(column);
            }
            return List.copyOf(found);
        }
    }
}
