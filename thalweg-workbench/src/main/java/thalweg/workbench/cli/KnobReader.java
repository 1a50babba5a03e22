package thalweg.workbench.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import thalweg.data.Nearest;
import thalweg.study.Card;
import thalweg.study.Problem;
import thalweg.study.Setting;

/// Reads the knobs of one card off a command line: `--knob value`, `--knob=value`, one word without a name.
final class KnobReader {
    private final Card card;
    private final Shell shell;
    private final Map<String, Setting> byOption = new LinkedHashMap<>();
    private final @Nullable Setting positional;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /// @param positional whether a word without a name is a knob
    KnobReader(Card card, Shell shell, boolean positional) {
        this.card = card;
        this.shell = shell;
        Set<String> seen = new HashSet<>();
        Map<String, Integer> uses = new HashMap<>();
        for (Setting setting : card.settings()) {
            if (seen.add(setting.path())) {
                byOption.put(setting.path(), setting);
                uses.merge(setting.shortName(), 1, Integer::sum);
            }
        }
        for (Setting setting : card.settings()) {
            String name = setting.shortName();
            if (uses.getOrDefault(name, 0) == 1 && Flag.of(name).isEmpty()) {
                byOption.putIfAbsent(name, setting);
            }
        }
        this.positional = positional
                ? card.settings().stream()
                        .filter(Setting::positional)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// What was given, by path.
    Map<String, String> texts() {
        return texts;
    }

    /// What could not be read.
    List<Problem> problems() {
        return problems;
    }

    /// Whether a problem was said about a knob that may be this one under a wrong name.
    boolean suspects(String path) {
        return problems.stream()
                .anyMatch(p -> p.knob().equals(path)
                        || List.of(p.todo().split("[ ?]", -1)).contains("--" + path));
    }

    KnobReader read(List<String> line) {
        CommandSpec spec = CommandSpec.create().name(card.name());
        spec.parser()
                .collectErrors(true)
                .expandAtFiles(false)
                .posixClusteredShortOptionsAllowed(false)
                .unmatchedOptionsArePositionalParams(false);
        for (Setting setting : new LinkedHashSet<>(byOption.values())) {
            String[] names = byOption.keySet().stream()
                    .filter(name -> setting.equals(byOption.get(name)))
                    .map(name -> "--" + name)
                    .toArray(String[]::new);
            spec.addOption(
                    OptionSpec.builder(names).type(String.class).arity("1").build());
        }
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        CommandLine.ParseResult found =
                new CommandLine(spec).parseArgs(known(line).toArray(String[]::new));
        for (OptionSpec option : found.matchedOptions()) {
            Setting setting = byOption.get(option.names()[0].substring(2));
            if (setting != null) {
                option(setting, found.originalArgs(), option);
            }
        }
        words(
                found.hasMatchedPositional(0)
                        ? found.matchedPositionals().getFirst().originalStringValues()
                        : List.of());
        for (Exception error : found.errors()) {
            error(error);
        }
        return this;
    }

    private void option(Setting setting, List<String> line, OptionSpec option) {
        List<String> values = option.originalStringValues();
        long times = line.stream()
                .map(token -> token.contains("=") ? token.substring(0, token.indexOf('=')) : token)
                .filter(List.of(option.names())::contains)
                .count();
        if (times > 1) {
            problems.add(new Problem(setting.path(), "given " + times + " times", "given once", "take one away"));
        }
        if (!values.isEmpty()) {
            put(setting, values.getFirst());
        }
    }

    private void error(Exception error) {
        switch (error) {
            case CommandLine.OverwrittenOptionException twice -> {}
            case CommandLine.MissingParameterException missing -> {
                String name = missing.getMissing().isEmpty()
                        ? ""
                        : ((OptionSpec) missing.getMissing().getFirst()).names()[0].substring(2);
                Setting setting = byOption.get(name);
                problems.add(new Problem(
                        setting == null ? name : setting.path(),
                        "nothing",
                        setting == null ? "a value" : Help.taking(setting),
                        "give it a value"));
            }
            default ->
                problems.add(new Problem(
                        "",
                        String.valueOf(error.getMessage()),
                        "what `thalweg help " + card.name() + "` shows",
                        "correct the line"));
        }
    }

    private void words(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Setting place = i > 0 ? positional : meant(words.get(i));
            if (place == null || i > 0) {
                problems.add(new Problem(
                        "",
                        "\"" + words.get(i) + "\" without a name",
                        place == null ? "--knob value" : "one word without a name, for --" + place.path(),
                        place == null ? "name the knob" : "name the knob, or put a text with spaces in quotes"));
            } else if (texts.containsKey(place.path())) {
                problems.add(new Problem(
                        place.path(),
                        "given twice: " + texts.get(place.path()) + " and " + words.get(i),
                        "given once",
                        "take one away"));
            } else {
                put(place, words.get(i));
            }
        }
    }

    /// The knob of a word without a name: a word with a dot or a slash is a file where the card takes one beside a
    /// name.
    private @Nullable Setting meant(String word) {
        boolean model = word.endsWith(".npz") || word.endsWith(".json");
        boolean file = !model && (word.contains(".") || word.contains("/"));
        return positional == null || positional.kind() == Setting.Kind.DATA || !file
                ? positional
                : card.settings().stream()
                        .filter(setting -> setting.kind() == Setting.Kind.DATA)
                        .findFirst()
                        .orElse(positional);
    }

    private void put(Setting setting, String text) {
        try {
            texts.put(setting.path(), setting.kind() == Setting.Kind.DATA ? file(text) : text);
        } catch (InvalidPathException e) {
            problems.add(new Problem(setting.path(), "\"" + text + "\"", "the name of a file", "correct it"));
        }
    }

    /// A path beside the line; a bare word that is no file there stays a word, the name of something else.
    private String file(String text) {
        if (text.equals("-")) {
            return "/dev/stdin";
        }
        Path path = shell.path(text);
        boolean bare = !text.isEmpty() && !text.contains(".") && !text.contains("/");
        return bare && !Files.exists(path) ? text : path.toString();
    }

    /// The line without options that do not exist, switches with their value beside them.
    private List<String> known(List<String> line) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            String token = line.get(i);
            if (token.equals("--")) {
                kept.addAll(line.subList(i, line.size()));
                break;
            }
            if (!token.startsWith("--") && !isShort(token)) {
                kept.add(token);
                continue;
            }
            int equals = token.indexOf('=');
            Setting setting = byOption.get(option(token));
            String next = i + 1 < line.size() ? line.get(i + 1) : "--";
            if (setting == null) {
                unknown(token);
                i += equals < 0 && !next.startsWith("-") ? 1 : 0;
            } else if (equals < 0 && setting.kind() == Setting.Kind.SWITCH) {
                boolean said =
                        List.of("true", "false", "on", "off", "yes", "no").contains(next);
                kept.add(token + "=" + (said ? next : "true"));
                i += said ? 1 : 0;
            } else {
                kept.add(token);
                if (equals < 0 && i + 1 < line.size() && !next.startsWith("--")) {
                    i++;
                    kept.add(next);
                }
            }
        }
        return kept;
    }

    private static boolean isShort(String token) {
        return token.length() > 1 && token.charAt(0) == '-' && Character.isLetter(token.charAt(1));
    }

    private static String option(String token) {
        int equals = token.indexOf('=');
        String word = equals < 0 ? token : token.substring(0, equals);
        return word.replaceFirst("^--?", "");
    }

    private void unknown(String token) {
        String name = option(token);
        List<String> names = new ArrayList<>(byOption.keySet());
        Collections.addAll(
                names, java.util.Arrays.stream(Flag.values()).map(Flag::word).toArray(String[]::new));
        List<String> options =
                Nearest.to(name, names).stream().map(near -> "--" + near).toList();
        problems.add(new Problem(
                name,
                "a knob that does not exist",
                "one of --"
                        + String.join(
                                ", --",
                                new LinkedHashSet<>(byOption.values().stream()
                                        .map(Setting::path)
                                        .toList())),
                options.isEmpty()
                        ? "`thalweg help " + card.name() + "` explains them"
                        : "did you mean " + String.join(" or ", options) + "?"));
    }
}
