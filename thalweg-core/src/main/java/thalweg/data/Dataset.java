package thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.array.Misuse;

/// A table: named columns of numbers or words, in memory or streamed from its file.
///
/// A file of any size can be opened; what is held is what [#numbers] returns.
public interface Dataset {
    /// The file's name without its folder, or `table`.
    String name();

    List<Column> columns();

    long rows();

    /// The SHA-256 of the bytes it was read from, in hexadecimal; of its content for a table in memory.
    String sha256();

    /// What its file says of itself: the comment lines before the header, without their marks.
    default List<String> notes() {
        return List.of();
    }

    /// Visits all rows in order in blocks of a few thousand.
    ///
    /// @param names columns of numbers; a missing cell is NaN
    /// @throws Misuse if a column does not exist or holds something that is no number
    void stream(List<String> names, Visitor visitor);

    /// The cells of one column as they stand, numbers included.
    List<String> texts(String name);

    /// Takes blocks of rows as they pass.
    @FunctionalInterface
    interface Visitor {
        /// @param first number of the block's first row, from 0
        /// @param count rows in this block
        /// @param block one array a column, of at least `count` numbers, reused for the next block
        void rows(long first, int count, double[][] block);
    }

    /// Opens a file of comma-, semicolon-, tab-, bar- or space-separated values with a header line.
    ///
    /// @throws Misuse if it is missing, empty, binary, ragged or without a header
    static Dataset of(Path file) {
        return CsvTable.open(file);
    }

    /// Reads a table of `data/` that comes with Thalweg, as `planets.csv`.
    static Dataset ours(String name) {
        try (InputStream in = Dataset.class.getResourceAsStream("/thalweg/tables/" + name)) {
            if (in == null) {
                throw new Misuse("no table " + name, "one of those in data/", "check the name");
            }
            return parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a table from the bytes of a text file.
    static Dataset parse(String name, byte[] bytes) {
        return CsvTable.parse(name, bytes);
    }

    /// A table of columns in memory; the arrays are not copied.
    static Dataset of(Map<String, double[]> columns) {
        return new MemoryTable(columns, Map.of());
    }

    /// A table of numbers and of words in memory; names may carry units, as `period [yr]`.
    static Dataset of(Map<String, double[]> numbers, Map<String, String[]> words) {
        return new MemoryTable(numbers, words);
    }

    /// The columns whose cells are numbers, or should be.
    default List<Column> numeric() {
        return columns().stream().filter(c -> c.kind() != Column.Kind.TEXT).toList();
    }

    /// The column called `name`, if there is one.
    default Optional<Column> find(String name) {
        return columns().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// The column called `name`; a `Misuse` that lists the columns otherwise.
    default Column column(String name) {
        List<String> names = columns().stream().map(Column::name).toList();
        return find(name)
                .orElseThrow(() -> new Misuse(
                        "no column \"" + name + "\" in " + name(),
                        "one of its columns: " + String.join(", ", names),
                        Nearest.advice(name, names, "choose one of these")));
    }

    /// All numbers of one column; a missing cell is NaN.
    default double[] numbers(String name) {
        return numbers(List.of(name))[0];
    }

    /// All numbers of several columns, read in one pass; a missing cell is NaN.
    ///
    /// @return one array a column, of [#rows] numbers
    default double[][] numbers(List<String> names) {
        double[][] whole = new double[names.size()][Math.toIntExact(rows())];
        stream(names, (first, count, block) -> {
            for (int c = 0; c < block.length; c++) {
                System.arraycopy(block[c], 0, whole[c], (int) first, count);
            }
        });
        return whole;
    }

    /// The column called `name`, refused if a cell of it is no number.
    default Column number(String name) {
        Column column = column(name);
        Column.Cell text = column.firstText();
        if (text != null) {
            boolean comma = text.text().strip().matches("[+-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?");
            throw new Misuse(
                    "in column \"" + name + "\" the cell " + text,
                    comma ? "a number with a decimal point" : "a number, or nothing for a missing one",
                    comma ? "write a point for the comma" : "correct the cell, or leave the column out");
        }
        return column;
    }
}
