package thalweg.stan.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.array.Tensor;

/// Named values for a program's data, or a start for its parameters.
public final class StanData {
    /// No values at all.
    public static final StanData NONE = new StanData(Map.of());

    private final Map<String, Entry> entries;

    StanData(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /// One value as it was given.
    ///
    /// @param numbers row by row
    /// @param shape its sizes; an empty container has only those that are known
    /// @param whole whether every number was written without point or exponent
    /// @param strange element and text of the first that is no number; empty if there is none
    /// @param line where it stands in its file, from 1; 0 if it has none
    public record Entry(double[] numbers, int[] shape, boolean whole, String strange, int line) {}

    /// The value of a name; null if it has none.
    public @org.jspecify.annotations.Nullable Entry get(String name) {
        return entries.get(name);
    }

    /// All names.
    public java.util.Set<String> names() {
        return entries.keySet();
    }

    /// Values from tensors.
    public static StanData of(Map<String, Tensor> values) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((name, x) -> {
            double[] numbers = x.toArray();
            boolean whole = true;
            for (double number : numbers) {
                whole &= number == Math.rint(number);
            }
            entries.put(name, new Entry(numbers, x.shape().sizes(), whole, "", 0));
        });
        return new StanData(entries);
    }

    /// Reads a file: JSON, or an R dump where its name ends in `.R`.
    ///
    /// @throws Misuse if it cannot be read, with its line
    public static StanData read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Misuse(
                    file + " cannot be read (" + e.getMessage() + ")",
                    "a file of data (.json or .R)",
                    "check its path");
        }
        String name = String.valueOf(file.getFileName());
        boolean dump = name.endsWith(".R") || name.endsWith(".r") || name.endsWith(".dump");
        return dump ? dump(name, text) : json(name, text);
    }

    /// Reads CmdStan's JSON: nested arrays row by row, `"NaN"`, `"Inf"`, `"-Inf"`.
    public static StanData json(String name, String text) {
        return new StanData(JsonValues.of(name, text));
    }

    /// Reads an R dump: `name <- c(..)`, `structure(c(..), .Dim = c(..))`, column by column.
    public static StanData dump(String name, String text) {
        return new StanData(new DumpValues(name, text).all());
    }
}
