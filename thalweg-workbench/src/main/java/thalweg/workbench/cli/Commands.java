package thalweg.workbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commands that are no experiments.
final class Commands {
    /// How each is typed, and what it does.
    static final Map<String, String> USAGE = usage();

    /// Their first words.
    static final List<String> WORDS = USAGE.keySet().stream()
            .map(usage -> usage.contains(" ") ? usage.substring(0, usage.indexOf(' ')) : usage)
            .distinct()
            .toList();

    private Commands() {}

    private static Map<String, String> usage() {
        Map<String, String> usage = new LinkedHashMap<>();
        usage.put("help [VERB [NOUN]]", "explain the whole, a verb or an experiment");
        usage.put("list", "all experiments, a sentence each");
        usage.put("run FILE.json", "the experiment in a file; --knob value changes it");
        usage.put("resume RUN", "finish a run that was broken off or stopped");
        usage.put("runs", "all runs; RUN is a number, a path or last");
        usage.put("runs show RUN", "what a run found");
        usage.put("runs open RUN", "its page");
        usage.put("runs index", "make the index anew from the folders");
        usage.put("apply RUN TABLE", "what a run found, applied to new rows");
        usage.put("verify [ROOM]", "measure known results again");
        usage.put("schema [VERB NOUN|report]", "JSON Schema of what goes in and comes out");
        usage.put("completion bash|zsh|fish", "a script that completes command lines");
        usage.put("version", "the version");
        return usage;
    }
}
