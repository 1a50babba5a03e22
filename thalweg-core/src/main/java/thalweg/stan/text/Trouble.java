package thalweg.stan.text;

/// One thing that is wrong with a program, or that its author may not have meant.
///
/// @param warning whether the program runs all the same
/// @param message what was found, what was expected, what to do
public record Trouble(Span at, boolean warning, String message) {
    /// `model.stan:4:8: error: message`, the line of text, and a caret below the place.
    public String print(String file, String text) {
        int from = text.lastIndexOf('\n', Math.max(0, at.start() - 1)) + 1;
        if (at.column() == 1) {
            from = Math.min(at.start(), text.length());
        }
        int to = text.indexOf('\n', from);
        String line = text.substring(from, to < 0 ? text.length() : to).replace('\t', ' ');
        return file + ":" + at + ": " + (warning ? "warning: " : "error: ") + message + "\n" + line + "\n"
                + " ".repeat(Math.max(0, at.column() - 1)) + "^";
    }
}
