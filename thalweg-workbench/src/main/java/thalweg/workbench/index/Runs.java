package thalweg.workbench.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import thalweg.study.folder.RunFolder;

/// A collection of runs. The folders are the truth; the index spares reading them and is set right whenever it differs.
public final class Runs {
    private final Path collection;
    private final Consumer<String> warn;

    /// @param collection the folder with the run folders
    /// @param warn hears when the index cannot be used; nothing fails because of it
    public Runs(Path collection, Consumer<String> warn) {
        this.collection = collection;
        this.warn = warn;
    }

    /// Takes a run that began or ended into the index.
    public void register(RunFolder run) {
        attempt(index -> {
            index.change(List.of(Entry.of(run)), List.of());
            return List.of();
        });
    }

    /// All runs in the order of their numbers, as their folders are now.
    public List<Entry> entries() {
        List<RunFolder> folders = RunFolder.list(collection);
        if (folders.isEmpty() && !Files.exists(Index.file(collection))) {
            return List.of();
        }
        List<Entry> known = attempt(index -> {
            List<Entry> entries = index.entries();
            List<Entry> right = new ArrayList<>();
            List<Entry> written = new ArrayList<>();
            Map<Integer, Entry> left = new HashMap<>();
            entries.forEach(entry -> left.put(entry.number(), entry));
            for (RunFolder folder : folders) {
                Entry old = left.remove(folder.number());
                if (old != null && isStill(old, folder)) {
                    right.add(old);
                } else {
                    Entry now = Entry.of(folder);
                    right.add(now);
                    written.add(now);
                }
            }
            if (!written.isEmpty() || !left.isEmpty()) {
                index.change(written, left.keySet());
            }
            return right;
        });
        return known.isEmpty() ? folders.stream().map(Entry::of).toList() : known;
    }

    /// A finished run rests; what else may have become of a run is asked of its folder.
    private static boolean isStill(Entry known, RunFolder folder) {
        return known.state().equals(Entry.FINISHED) || known.state().equals(Entry.state(folder));
    }

    /// Makes the index anew from the folders.
    ///
    /// @return how many runs there are
    public int rebuild() {
        try {
            Index.discard(collection);
        } catch (IOException e) {
            warn.accept("the index " + Index.file(collection) + " cannot be removed (" + e.getMessage() + ")");
        }
        return entries().size();
    }

    private interface Use {
        List<Entry> of(Index index) throws SQLException;
    }

    /// Uses the index; one that is broken is made anew, one that cannot be used costs a sentence.
    private List<Entry> attempt(Use use) {
        for (boolean again = false; ; again = true) {
            try (Index index = Index.open(collection)) {
                return use.of(index);
            } catch (SQLException e) {
                if (again || !isBroken(e)) {
                    warn.accept("the index " + Index.file(collection) + " cannot be used (" + e.getMessage()
                            + "); the runs themselves are safe");
                    return List.of();
                }
            }
            try {
                Index.discard(collection);
            } catch (IOException e) {
                warn.accept("the index " + Index.file(collection) + " is broken and cannot be removed");
                return List.of();
            }
        }
    }

    private static boolean isBroken(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException lite ? lite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_NOTADB
                || code == SQLiteErrorCode.SQLITE_ERROR
                || code == SQLiteErrorCode.SQLITE_SCHEMA;
    }
}
