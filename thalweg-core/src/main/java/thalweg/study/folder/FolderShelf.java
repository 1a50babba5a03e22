package thalweg.study.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.array.Misuse;
import thalweg.study.Shelf;
import thalweg.study.page.Series;

/// A shelf that is a folder: a file for each name.
record FolderShelf(Path folder) implements Shelf {
    private Path file(String name) {
        return folder.resolve(Series.file(name));
    }

    @Override
    public void put(String name, byte[] bytes) {
        Atomic.write(file(name), bytes);
    }

    @Override
    public Optional<byte[]> get(String name) {
        Path file = file(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new Misuse(
                    file + " cannot be read (" + e.getMessage() + ")",
                    "a checkpoint",
                    "delete it to begin this part of the run anew");
        }
    }

    /// Removes a shelf with all that stands on it.
    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.getLogger(FolderShelf.class.getName())
                    .log(System.Logger.Level.WARNING, folder + " could not be removed", e);
        }
    }
}
