package thalweg.workbench.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.page.Json;
import thalweg.workbench.terminal.Screen;

/// One command as it was given: flags apart, words in order.
///
/// @param words what follows the command's name
/// @param line the whole line, for the record
record Call(Shell shell, Flags flags, Screen screen, List<String> words, List<String> line, Stopper stopper) {
    Call {
        words = List.copyOf(words);
        line = List.copyOf(line);
    }

    /// The words, if they are no more than `most` and none of them is a flag.
    ///
    /// @throws Refused with each word that is too much
    List<String> plainWords(int most) {
        List<String> flags =
                java.util.Arrays.stream(Flag.values()).map(f -> "--" + f.word()).toList();
        Refused.unlessEmpty(java.util.stream.IntStream.range(0, words.size())
                .filter(i -> i >= most || words.get(i).startsWith("-"))
                .mapToObj(i -> words.get(i).startsWith("-")
                        ? new Problem(
                                words.get(i).replaceFirst("^-+", ""),
                                "a flag that does not exist",
                                "one of " + String.join(", ", flags),
                                Nearest.advice(words.get(i), flags, "take it away"))
                        : new Problem("", "\"" + words.get(i) + "\" too much", most + " words at most", "take it away"))
                .toList());
        return words;
    }

    /// The words, if they are `count`; `usage` says what they are.
    List<String> words(int count, String usage) {
        if (plainWords(count).size() < count) {
            throw new Misuse(
                    "a line that ends early: thalweg " + String.join(" ", line),
                    "thalweg " + usage,
                    "complete the line");
        }
        return words;
    }

    void print(List<String> lines) {
        print(String.join("\n", lines) + "\n");
    }

    /// Writes to standard output in UTF-8, whatever the locale says.
    void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        shell.out().write(bytes, 0, bytes.length);
        shell.out().flush();
    }

    void printJson(Object plain) {
        print(Json.text(plain));
    }
}
