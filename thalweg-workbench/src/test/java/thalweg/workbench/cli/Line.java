package thalweg.workbench.cli;

import java.util.List;
import java.util.regex.Pattern;

/// A command line as a shell cuts it: at spaces, but not within quotes.
final class Line {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private Line() {}

    static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("[\"']", ""))
                .toList();
    }
}
