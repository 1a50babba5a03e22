package thalweg.room.symmetry.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// Which column says whether a row is before or after its event, and in which words.
///
/// @param column empty where the words are ends of column names, as `vx_before`
record PhaseWords(String column, String before, String after) {
    static final List<List<String>> PAIRS = List.of(
            List.of("before", "after"),
            List.of("in", "out"),
            List.of("initial", "final"),
            List.of("pre", "post"),
            List.of("i", "f"),
            List.of("0", "1"),
            List.of("1", "2"),
            List.of("start", "end"));

    static PhaseWords of(@Nullable String asked, Dataset table) {
        if (asked != null && asked.contains(",")) {
            int colon = asked.indexOf(':');
            String[] word = asked.substring(colon + 1).split(",");
            if (word.length != 2) {
                throw new Misuse("\"" + asked + "\"", "COLUMN:before,after", "name the column and its two words");
            }
            String column = colon > 0 ? table.column(asked.substring(0, colon)).name() : holding(word, table);
            return new PhaseWords(column, word[0].strip(), word[1].strip());
        }
        Optional<String> column =
                asked != null ? Optional.of(table.column(asked).name()) : Recognised.of(Recognised.PHASE, table);
        if (column.isEmpty()) {
            return WideEvents.ends(table)
                    .orElseThrow(() -> new Misuse(
                            "no column of the phase in " + table.name(),
                            "a column that says before or after, or columns like vx_before and vx_after",
                            "name it: --phase COLUMN:before,after"));
        }
        TreeSet<String> words = new TreeSet<>();
        table.texts(column.get()).forEach(text -> words.add(text.strip()));
        words.remove("");
        for (List<String> pair : PAIRS) {
            Optional<String> first = words.stream()
                    .filter(w -> w.toLowerCase(Locale.ROOT).equals(pair.get(0)))
                    .findFirst();
            Optional<String> last = words.stream()
                    .filter(w -> w.toLowerCase(Locale.ROOT).equals(pair.get(1)))
                    .findFirst();
            if (first.isPresent() && last.isPresent()) {
                return new PhaseWords(column.get(), first.get(), last.get());
            }
        }
        throw new Misuse(
                "the phases " + String.join(", ", words.stream().limit(6).toList()) + " in column \"" + column.get()
                        + "\"",
                "two words like before and after",
                "say which is which: --phase " + column.get() + ":BEFORE,AFTER");
    }

    /// The column that holds both words, empty if none does.
    private static String holding(String[] word, Dataset table) {
        for (Column column : table.columns()) {
            List<String> texts =
                    table.texts(column.name()).stream().map(String::strip).toList();
            if (texts.contains(word[0].strip()) && texts.contains(word[1].strip())) {
                return column.name();
            }
        }
        return "";
    }
}
