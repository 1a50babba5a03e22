package thalweg.workbench.terminal;

import java.util.Locale;
import java.util.Map;

/// What can be shown where a command was typed.
///
/// @param width cells in a line
/// @param color whether colours are understood and wanted
/// @param unicode whether more than ASCII can be drawn
/// @param live whether standard error is a terminal, where a line can be drawn again
public record Screen(int width, boolean color, boolean unicode, boolean live) {
    /// Whether to colour.
    public enum Coloring {
        AUTO,
        ALWAYS,
        NEVER
    }

    /// The screen of a process with this environment.
    ///
    /// @param out whether standard output is a terminal
    /// @param error whether standard error is a terminal
    /// @param plain ASCII without colour
    public static Screen of(
            Map<String, String> environment, boolean out, boolean error, boolean plain, Coloring coloring) {
        String terminal = environment.getOrDefault("TERM", "");
        boolean able = out && !terminal.equals("dumb");
        boolean color = !plain && (coloring == Coloring.ALWAYS || coloring == Coloring.AUTO && able);
        return new Screen(
                width(environment, out), color, !plain && utf8(environment), error && !terminal.equals("dumb"));
    }

    /// Nothing is cut that goes to a file or to another program, unless it says how wide it is.
    private static int width(Map<String, String> environment, boolean out) {
        try {
            int width = Integer.parseInt(
                    environment.getOrDefault("COLUMNS", out ? "80" : "2000").strip());
            return width <= 0 ? 80 : Math.clamp(width, 40, 2000);
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    /// POSIX: the first of these that is set decides; the launcher keeps what was set in `THALWEG_LETTERS`.
    private static boolean utf8(Map<String, String> environment) {
        for (String name : new String[] {"THALWEG_LETTERS", "LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String lower = value.toLowerCase(Locale.ROOT);
                return lower.contains("utf-8") || lower.contains("utf8");
            }
        }
        return false;
    }
}
