package thalweg.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;
import thalweg.Catalog;
import thalweg.study.Card;
import thalweg.study.Experiment;
import thalweg.workbench.cli.Cli;
import thalweg.workbench.cli.Shell;

/// What the JVM watches to learn which classes a start needs; run by the launcher once after a build.
///
/// It calls what users call: help and lists, and every experiment's own examples, in a folder that is thrown away.
public final class Rehearsal {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Cli cli;
    private final String folder;

    private Rehearsal(Path home, Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.cli = new Cli(new Shell(nowhere, nowhere, home, Map.of("LANG", "C.UTF-8"), true, true));
        this.folder = folder.toString();
        Signals.listen(cli);
    }

    /// @param line what to rehearse, `light` or `compute`, and the folder of the repository
    public static void main(String[] line) throws IOException {
        Path home = Path.of(line[1]);
        keepLibrary();
        Path folder = Files.createTempDirectory("thalweg-rehearsal-");
        try {
            Rehearsal rehearsal = new Rehearsal(home, folder);
            new Output(java.io.FileDescriptor.out).write(new byte[0], 0, 0);
            Messages.stream().flush();
            if (line[0].equals("light")) {
                rehearsal.light();
            } else {
                rehearsal.compute();
            }
        } finally {
            remove(folder);
        }
    }

    private void say(String... line) {
        List<String> words = new ArrayList<>(List.of(line));
        words.addAll(List.of("--out", folder));
        cli.run(words.toArray(String[]::new));
    }

    private void light() {
        say();
        say("help");
        say("list");
        say("list", "--json");
        say("list", "--colour");
        say("lisst");
        for (Class<? extends Experiment> type : Catalog.experiments()) {
            Card card = Card.of(type);
            say("help", card.verb(), card.noun());
            say("schema", card.verb(), card.noun());
            say(card.verb(), card.noun(), "--no-such-knob", "1");
        }
        say("completion", "bash");
        say("runs", "--color", "always");
        examples(1);
        say("runs");
        say("runs", "show", "last");
        say("runs", "open", "last");
        say("runs", "index");
    }

    private void compute() {
        examples(Integer.MAX_VALUE);
        for (Class<? extends Experiment> type : Catalog.experiments()) {
            say(Card.of(type).verb(), Card.of(type).noun(), "--no-such-knob", "1");
        }
    }

    /// The first example of each experiment, cut short.
    private void examples(int most) {
        Catalog.experiments().stream()
                .map(type -> Card.of(type).examples())
                .filter(examples -> !examples.isEmpty())
                .limit(most)
                .forEach(examples -> say(words(examples.getFirst() + " --seconds 0.5")));
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.toArray(String[]::new);
    }

    /// Unpacks SQLite's library for good, where the launcher says it looks for it.
    private static void keepLibrary() throws IOException {
        Path kept = Path.of(System.getProperty("org.sqlite.lib.path", ""));
        String name = LibraryLoaderUtil.getNativeLibName();
        if (kept.toString().isEmpty() || Files.exists(kept.resolve(name))) {
            return;
        }
        Files.createDirectories(kept);
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (in != null) {
                Path part = kept.resolve(name + "." + ProcessHandle.current().pid());
                Files.copy(in, part);
                Files.move(part, kept.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
