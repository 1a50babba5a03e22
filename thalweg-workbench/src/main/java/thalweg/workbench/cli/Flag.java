package thalweg.workbench.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A flag that every command takes.
enum Flag {
    JSON("", "print the result as one JSON document"),
    PLAIN("", "ASCII without colour"),
    QUIET("", "say nothing but the result and what is wrong"),
    SEED("N", "the root of all randomness, a 64-bit integer (default 0)"),
    OUT("DIR", "where run folders are kept (default runs)"),
    THREADS("N", "threads to compute with; no result depends on it (default: all)"),
    SECONDS("S", "stop at the first step boundary after this time"),
    PROGRESS("auto|lines|json|none", "how to say where a run stands (default auto)"),
    COLOR("auto|always|never", "whether to colour (default auto)"),
    DEBUG("", "show the stack of a fault"),
    HELP("", "explain the command; also -h");

    private final String value;
    private final String help;

    Flag(String value, String help) {
        this.value = value;
        this.help = help;
    }

    /// What it takes, empty for a switch.
    String value() {
        return value;
    }

    String help() {
        return help;
    }

    boolean isSwitch() {
        return value.isEmpty();
    }

    /// The words it takes, empty if any is.
    List<String> choices() {
        return value.contains("|") ? List.of(value.split("\\|", -1)) : List.of();
    }

    /// As in `--seed`, without the dashes.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Flag> of(String word) {
        return Arrays.stream(values()).filter(flag -> flag.word().equals(word)).findFirst();
    }
}
