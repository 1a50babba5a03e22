package thalweg.workbench.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.workbench.terminal.Screen;

/// The flags of every command, as a command line, the environment and `thalweg.json` set them.
///
/// @param seconds time limit, infinite if there is none
/// @param origins where each came from: `flag`, `environment`, `thalweg.json`, `default`
/// @param knobs what `thalweg.json` says about experiments, by their names
record Flags(
        boolean json,
        boolean plain,
        boolean quiet,
        long seed,
        Path out,
        int threads,
        double seconds,
        Progress progress,
        Screen.Coloring color,
        boolean debug,
        boolean help,
        Map<String, String> origins,
        Map<String, Map<String, @Nullable Object>> knobs) {
    /// How a run says where it stands.
    enum Progress {
        AUTO,
        LINES,
        JSON,
        NONE
    }

    Flags {
        origins = Map.copyOf(origins);
        knobs = Map.copyOf(knobs);
    }
}
