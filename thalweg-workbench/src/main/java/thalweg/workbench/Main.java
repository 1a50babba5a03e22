package thalweg.workbench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import thalweg.workbench.cli.Cli;
import thalweg.workbench.cli.Shell;

/// The process that the launcher starts.
///
/// The launcher says by `-Dthalweg.terminal=12` which of the streams are terminals.
public final class Main {
    private Main() {}

    static void exit(int status) {
        Runtime.getRuntime().halt(status);
    }

    public static void main(String[] line) {
        Output out = new Output(java.io.FileDescriptor.out);
        PrintStream error = Messages.stream();
        System.setErr(error);
        String terminals = System.getProperty("thalweg.terminal", "");
        Shell shell = new Shell(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                error,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                terminals.contains("1"),
                terminals.contains("2"));
        Cli cli = new Cli(shell);
        Signals.listen(cli);
        int status = cli.run(line);
        shell.out().flush();
        if (!out.failure().isEmpty()) {
            error.println("thalweg: found standard output that cannot be written (" + out.failure() + ")");
            error.println("  expected a place with room");
            error.println("  write it elsewhere");
            status = status == 0 ? 2 : status;
        }
        error.flush();
        System.exit(status);
    }
}
