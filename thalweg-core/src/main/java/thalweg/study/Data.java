package thalweg.study;

import java.nio.file.Path;
import java.util.List;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// A knob that names data: a file by reference and fingerprint, or a table in memory.
public sealed interface Data {
    /// A file.
    ///
    /// @param path as it was given
    /// @param sha256 fingerprint of its bytes, empty until it was opened
    /// @param columns its columns, empty until it was opened
    /// @param rows its rows, 0 until it was opened
    record File(String path, String sha256, List<String> columns, long rows) implements Data {
        public File {
            columns = List.copyOf(columns);
        }

        /// Whether it is a word for something that is no file: without a dot, without a slash, and no file of that
        /// name is there. `./name` is always a file.
        public boolean isWord() {
            return !path.contains(".")
                    && !path.contains("/")
                    && !path.contains(java.io.File.separator)
                    && !java.nio.file.Files.exists(Path.of(path));
        }

        @Override
        public String name() {
            Path last = Path.of(path).getFileName();
            return last == null ? path : last.toString();
        }
    }

    /// A table in memory; a run folder gets a copy of it.
    record Table(Dataset table) implements Data {
        @Override
        public String name() {
            return table.name();
        }
    }

    /// What a report calls it: the name without a folder.
    String name();

    /// A file not yet opened.
    static Data of(Path path) {
        return new File(path.toString(), "", List.of(), 0);
    }

    static Data of(Dataset table) {
        return new Table(table);
    }

    /// The same data with fingerprint, columns and rows as opened.
    static Data opened(Data data, Dataset dataset) {
        return data instanceof File file
                ? new File(
                        file.path,
                        dataset.sha256(),
                        dataset.columns().stream().map(Column::name).toList(),
                        dataset.rows())
                : data;
    }
}
