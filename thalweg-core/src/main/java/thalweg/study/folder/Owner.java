package thalweg.study.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// The process that works in a run folder, known by its id and the time it started.
record Owner(long process, String started) {
    private static final String FILE = "lock";

    static Owner here() {
        return new Owner(ProcessHandle.current().pid(), started(ProcessHandle.current()));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /// Fails if the folder has an owner already.
    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), process + " " + started + "\n", StandardOpenOption.CREATE_NEW);
    }

    static Optional<Owner> of(Path folder) {
        try {
            String[] words = Files.readString(folder.resolve(FILE)).strip().split(" ", 2);
            return Optional.of(new Owner(Long.parseLong(words[0]), words.length > 1 ? words[1] : ""));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Whether that very process still runs; another one with its number does not count.
    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(p -> started.isEmpty() || started(p).equals(started))
                .isPresent();
    }

    static void leave(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            System.getLogger(Owner.class.getName())
                    .log(System.Logger.Level.WARNING, folder + " stays locked until this process ends", e);
        }
    }
}
