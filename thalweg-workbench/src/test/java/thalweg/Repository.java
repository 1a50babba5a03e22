package thalweg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The repository that is being tested.
public final class Repository {
    private static final List<String> MODULES = List.of(
            "thalweg-array", "thalweg-core", "thalweg-formats", "thalweg-workbench", "thalweg-spark", "thalweg-peers");

    private Repository() {}

    /// Its root.
    public static Path root() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path root = Files.exists(module.resolve("mvnw")) ? module : Objects.requireNonNull(module.getParent());
        if (!Files.exists(root.resolve("mvnw"))) {
            throw new IllegalStateException(root + " is not the repository");
        }
        return root;
    }

    /// Its Java files, those of the tests too, nothing that was built.
    public static List<Path> javaFiles() {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(Repository::javaFiles)
                .sorted()
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
