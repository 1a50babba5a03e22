package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import thalweg.study.Card;
import thalweg.study.Setting;
import thalweg.workbench.terminal.Grid;
import thalweg.workbench.terminal.Screen;
import thalweg.workbench.terminal.Style;

/// What can be asked, in words, examples first.
final class Help {
    private final Screen screen;
    private final List<String> lines = new ArrayList<>();

    Help(Screen screen) {
        this.screen = screen;
    }

    /// One sentence, three examples, the verbs.
    List<String> top(Gallery gallery) {
        lines.add("Thalweg: physics and machine learning as one subject. A table or a Hamiltonian goes in, an answer"
                + " with");
        lines.add("an error bar comes out.");
        head("Examples");
        gallery.entries().stream()
                .filter(entry -> !entry.examples().isEmpty())
                .limit(3)
                .forEach(entry -> lines.add("  thalweg " + entry.examples().getFirst()));
        head("Experiments");
        experiments(gallery, gallery.entries());
        head("Other commands");
        Grid grid = new Grid().column("", true).column("", true);
        Commands.USAGE.forEach((usage, says) -> grid.row().cell("  " + usage).cell(says));
        lines.addAll(grid.lines(screen));
        flags();
        return lines;
    }

    /// All experiments, a line each.
    List<String> list(Gallery gallery) {
        experiments(gallery, gallery.entries());
        return lines;
    }

    /// The experiments of one verb.
    List<String> verb(Gallery gallery, String verb) {
        experiments(
                gallery,
                gallery.entries().stream().filter(e -> e.verb().equals(verb)).toList());
        lines.add("");
        lines.add("`thalweg help " + verb + " " + gallery.nouns(verb).getFirst() + "` explains its knobs.");
        return lines;
    }

    private void experiments(Gallery gallery, List<Gallery.Entry> entries) {
        Grid grid = new Grid().column("", true).column("", true);
        entries.forEach(
                entry -> grid.row().cell("  " + entry.name(), Style.STRONG).cell(entry.says()));
        lines.addAll(grid.lines(screen));
        if (gallery.entries().isEmpty()) {
            lines.add("  none yet");
        }
    }

    /// One experiment: its line, its sentence, examples, knobs.
    List<String> card(Card card) {
        String word = card.settings().stream()
                .filter(Setting::positional)
                .map(s ->
                        s.required() ? " " + s.kind().label() : " [" + s.kind().label() + "]")
                .collect(Collectors.joining());
        lines.add(Style.STRONG.paint(screen, "thalweg " + card.name() + word + " [--knob value ...]"));
        lines.add("  " + card.says());
        if (!card.examples().isEmpty()) {
            head("Examples");
            card.examples().forEach(example -> lines.add("  thalweg " + example));
        }
        head("Knobs");
        Grid grid = new Grid().column("", true).column("", true);
        for (Setting setting : card.settings()) {
            String indent = setting.when().isEmpty() ? "  " : "    ";
            grid.row()
                    .cell(indent + "--" + setting.path() + " " + setting.kind().label(), Style.STRONG);
            grid.cell(says(setting));
        }
        lines.addAll(grid.lines(screen));
        flags();
        return lines;
    }

    private void flags() {
        head("Flags of every command");
        Grid grid = new Grid().column("", true).column("", true);
        for (Flag flag : Flag.values()) {
            grid.row()
                    .cell("  --" + flag.word() + (flag.isSwitch() ? "" : " " + flag.value()))
                    .cell(flag.help());
        }
        lines.addAll(grid.lines(screen));
    }

    private void head(String text) {
        lines.add("");
        lines.add(Style.QUIET.paint(screen, text));
    }

    private static String says(Setting setting) {
        List<String> parts = new ArrayList<>();
        parts.add(setting.help());
        if (!setting.when().isEmpty()) {
            parts.add("with " + String.join(", ", setting.when()));
        }
        if (!setting.choices().isEmpty()) {
            parts.add("one of " + String.join(", ", setting.choices()));
        }
        parts.add(setting.range());
        String fallback = text(setting.fallback());
        parts.add(setting.required() ? "required" : fallback.isEmpty() ? "" : "default " + fallback);
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    /// What a knob takes: `a number from 0 to 1`.
    static String taking(Setting setting) {
        String what = setting.choices().isEmpty()
                ? setting.kind().label() + (setting.range().isEmpty() ? "" : " " + setting.range())
                : "one of " + String.join(", ", setting.choices());
        return setting.help().isEmpty() ? what : what + " (" + setting.help() + ")";
    }

    private static String text(@Nullable Object plain) {
        return switch (plain) {
            case null -> "";
            case List<?> list -> list.stream().map(Help::text).collect(Collectors.joining(","));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey() + "=" + text(e.getValue()))
                        .collect(Collectors.joining(","));
            case Double number -> thalweg.data.CsvText.cell(number);
            default -> plain.toString();
        };
    }
}
