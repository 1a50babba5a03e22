package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Thalweg as the launcher finds it after a build, in a folder of the test's own: the script, the jars, `data`.
///
/// @param home where it stands
public record Installation(Path home) {
    private static final Pattern TOOLS = Pattern.compile("/(org/junit|org/opentest4j|org/apiguardian|org/assertj"
            + "|net/bytebuddy|com/tngtech|org/slf4j|com/palantir|com/google|com/fasterxml|org/functionaljava"
            + "|org/apache)/|surefire");

    /// What a command printed, and how it ended.
    public record Done(int exit, String out, String error) {}

    /// Installs into an empty folder.
    public static Installation in(Path home) throws IOException {
        Path root = Repository.root();
        Files.createDirectories(home);
        Files.copy(root.resolve("thalweg"), home.resolve("thalweg"), StandardCopyOption.COPY_ATTRIBUTES);
        copyData(root.resolve("data"), home.resolve("data"));
        Path target = Files.createDirectories(home.resolve("thalweg-workbench/target"));
        Path lib = Files.createDirectories(target.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && path.endsWith("classes")) {
                String module = Objects.requireNonNull(
                                Objects.requireNonNull(path.getParent()).getParent())
                        .getFileName()
                        .toString();
                boolean ours = module.equals("thalweg-workbench");
                jar(path, ours ? target.resolve("thalweg-workbench-0.jar") : lib.resolve(module + "-0.jar"));
            } else if (entry.endsWith(".jar") && !TOOLS.matcher(entry).find()) {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
        Installation made = new Installation(home);
        made.markBuilt();
        return made;
    }

    private static void copyData(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static void jar(Path classes, Path jar) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int status = tool.run(
                System.out,
                System.err,
                "--create",
                "--no-compress",
                "--file",
                jar.toString(),
                "-C",
                classes.toString(),
                ".");
        assertThat(status).isZero();
    }

    /// Says that what stands here was built from the sources here.
    public void markBuilt() throws IOException {
        Path state = Files.createDirectories(home.resolve("thalweg-workbench/target/launch"));
        Files.deleteIfExists(state.resolve("built"));
        Files.createFile(state.resolve("built"));
    }

    /// Runs a line of shell in the installation's folder.
    public Done shell(String line) throws IOException, InterruptedException {
        return shell(line, Map.of());
    }

    public Done shell(String line, Map<String, String> environment) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", line), environment);
    }

    /// Runs a command in the installation's folder; a variable set to an empty text is taken away.
    public Done run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile("thalweg-out", "");
        Path error = Files.createTempFile("thalweg-error", "");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(home.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("THALWEG_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            Process process = builder.redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(error.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it said " + Files.readString(error));
            }
            return new Done(process.exitValue(), Files.readString(out), Files.readString(error));
        } finally {
            Files.delete(out);
            Files.delete(error);
        }
    }
}
