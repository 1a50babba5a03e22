package thalweg.workbench.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.array.Misuse;
import thalweg.study.folder.RunFolder;

/// Finds a run by its number, by a path, or as `last`.
final class RunNamed {
    private final Call call;

    RunNamed(Call call) {
        this.call = call;
    }

    /// @throws Misuse that names the three nearest runs
    RunFolder find(String word) {
        Path collection = call.flags().out();
        if (word.matches("[0-9]{1,9}") && Files.isDirectory(collection.resolve(word))) {
            return RunFolder.at(collection.resolve(word));
        }
        List<RunFolder> runs = RunFolder.list(collection);
        if (word.equals("last") && !runs.isEmpty()) {
            return RunFolder.at(runs.getLast().path());
        }
        if (isPath(word)) {
            return RunFolder.at(call.shell().path(word));
        }
        throw new Misuse(
                "no run \"" + word + "\" in " + call.shell().shown(collection),
                runs.isEmpty()
                        ? "a run; there is none yet"
                        : "one of " + runs.size() + " runs: a number, a path or last",
                runs.isEmpty() ? "begin with `thalweg list`" : "did you mean " + near(word, runs) + "?");
    }

    private boolean isPath(String word) {
        try {
            return Files.isDirectory(call.shell().path(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String near(String word, List<RunFolder> runs) {
        long wanted = word.matches("[0-9]{1,9}") ? Long.parseLong(word) : Integer.MAX_VALUE;
        return runs.stream()
                .sorted(Comparator.comparingLong((RunFolder run) -> Math.abs(run.number() - wanted)))
                .limit(3)
                .map(run -> Integer.toString(run.number()))
                .collect(Collectors.joining(" or "));
    }
}
