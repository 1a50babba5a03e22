package thalweg.workbench.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// Where a command is typed.
///
/// @param out the result and nothing else
/// @param error what a person wants to know meanwhile
/// @param folder where relative paths begin
/// @param seen whether `out` is a terminal
/// @param watched whether `error` is a terminal
public record Shell(
        PrintStream out,
        PrintStream error,
        Path folder,
        Map<String, String> environment,
        boolean seen,
        boolean watched) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    /// A path as it was typed, found from here.
    Path path(String text) {
        Path here = Path.of("").toAbsolutePath();
        Path typed = Path.of(text);
        return folder.toAbsolutePath().equals(here) ? typed : folder.resolve(typed);
    }

    /// A path as it is shortest to type from here.
    String shown(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path here = folder.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }
}
