package thalweg.workbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.page.Version;
import thalweg.workbench.terminal.Safe;

/// A fault of ours: one sentence for the user, a file with everything else.
final class Crash {
    private Crash() {}

    /// Says the sentence, writes the file.
    ///
    /// @param folder the run folder, null if there is none yet
    static int report(Throwable fault, Call call, @Nullable Path folder) {
        String text = text(fault, call);
        Path file = write(text, folder == null ? null : folder.resolve("crash.txt"));
        StackTraceElement[] stack = fault.getStackTrace();
        String place = stack.length == 0 ? "" : " in " + stack[0].getClassName() + "." + stack[0].getMethodName();
        boolean memory = fault instanceof OutOfMemoryError;
        String sentence = memory
                ? "the memory was not enough (" + fault.getMessage() + "); THALWEG_JVM=-Xmx4g gives more, for example"
                : "a fault of ours, " + fault.getClass().getSimpleName() + message(fault) + place;
        String where = file == null
                ? "; --debug shows it"
                : "; please send us " + call.shell().shown(file);
        call.shell().error().println(Safe.line("thalweg: " + sentence + where));
        if (call.flags().debug() || file == null) {
            text.replace("\t", "    ")
                    .lines()
                    .map(Safe::line)
                    .forEach(call.shell().error()::println);
        }
        call.shell().error().flush();
        return Exit.FAULT;
    }

    private static String message(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? ""
                : " (" + message.lines().findFirst().orElse("") + ")";
    }

    private static String text(Throwable fault, Call call) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack, true));
        return String.join(
                "\n",
                List.of(
                        "Thalweg " + Version.TEXT,
                        Instant.now().toString(),
                        "thalweg " + String.join(" ", call.line()),
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        "heap at most " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB",
                        stack.toString()));
    }

    private static @Nullable Path write(String text, @Nullable Path file) {
        try {
            Path place = file != null ? file : Files.createTempFile("thalweg-crash-", ".txt");
            return Files.writeString(place, text);
        } catch (IOException e) {
            return file == null ? null : write(text, null);
        }
    }
}
