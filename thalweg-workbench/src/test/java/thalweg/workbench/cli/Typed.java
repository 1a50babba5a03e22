package thalweg.workbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import thalweg.study.folder.RunFolder;
import thalweg.study.page.Json;

/// A command line as a user types it, and what came of it; in this process, so that it is quick.
///
/// @param folder where it was typed
public record Typed(int exit, String out, String error, Path folder) {
    /// Types a line in a folder, with no terminal and an empty environment.
    public static Typed in(Path folder, String... line) {
        return in(folder, Map.of(), line);
    }

    public static Typed in(Path folder, Map<String, String> environment, String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                folder,
                environment,
                false,
                false);
        int exit = new Cli(shell).run(line);
        shell.out().flush();
        return new Typed(exit, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8), folder);
    }

    /// Writes files before the line is typed.
    public static void put(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Standard output as one JSON document.
    public Map<String, ?> json() {
        return Json.object(out, "standard output");
    }

    /// The run folders of the collection `runs` beside the line.
    public List<RunFolder> runs() {
        return RunFolder.list(folder.resolve("runs"));
    }

    /// The first run's folder.
    public Path run() {
        return runs().getFirst().path();
    }
}
