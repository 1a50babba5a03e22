package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thalweg.data.CsvText;
import thalweg.study.Card;
import thalweg.study.Setting;

/// The pages of `docs/rooms` say what the cards and the packages say; `-Dthalweg.docs=write` writes them.
class RoomDocTest {
    private static final Path PAGES = Repository.root().resolve("docs/rooms");

    @Test
    void pagesFollowTheCards() throws IOException {
        boolean write = "write".equals(System.getProperty("thalweg.docs"));
        Map<String, String> pages = pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = PAGES.resolve(page.getKey());
            if (write) {
                Files.createDirectories(PAGES);
                Files.writeString(file, page.getValue());
            }
            assertThat(file)
                    .as("-Dtest=RoomDocTest -Dthalweg.docs=write writes it")
                    .hasContent(page.getValue());
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.toFile().getName())).containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, List<Card>> rooms = new TreeMap<>();
        for (var type : Catalog.experiments()) {
            String room = type.getPackageName();
            if (room.startsWith("thalweg.room.")) {
                rooms.computeIfAbsent(room.split("\\.")[2], _ -> new ArrayList<>())
                        .add(Card.of(type));
            }
        }
        Map<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder("""
            # Rooms

            What can be asked, room by room; written from the experiments themselves.

            | room | experiments |
            |---|---|
            """);
        for (Map.Entry<String, List<Card>> room : rooms.entrySet()) {
            String name = room.getKey();
            pages.put(name + ".md", page(name, room.getValue()));
            index.append("| [").append(name).append("](").append(name).append(".md) | ");
            index.append(room.getValue().stream().map(Card::name).collect(Collectors.joining(", ")));
            index.append(" |\n");
        }
        pages.put("README.md", index.toString());
        return pages;
    }

    private static String page(String room, List<Card> cards) throws IOException {
        Path info = Repository.root().resolve("thalweg-core/src/main/java/thalweg/room/" + room + "/package-info.java");
        String says = Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.joining("\n"));
        StringBuilder page = new StringBuilder("# Room " + room + "\n\n" + says + "\n");
        for (Card card : cards) {
            page.append("\n## ")
                    .append(card.name())
                    .append("\n\n")
                    .append(card.says())
                    .append("\n\n");
            card.examples()
                    .forEach(example ->
                            page.append("    thalweg ").append(example).append("\n"));
            page.append("\n| knob | takes | default | what it is |\n|---|---|---|---|\n");
            for (Setting setting : card.settings()) {
                page.append("| `--").append(setting.path()).append("` | ").append(takes(setting));
                page.append(" | ").append(setting.required() ? "required" : text(setting.fallback()));
                page.append(" | ").append(cell(what(setting))).append(" |\n");
            }
        }
        return page.toString();
    }

    private static String takes(Setting setting) {
        String range = setting.range().isEmpty() ? "" : " " + setting.range();
        return cell(
                setting.choices().isEmpty()
                        ? setting.kind().label() + range
                        : setting.choices().stream().collect(Collectors.joining(", ")));
    }

    private static String what(Setting setting) {
        return setting.help() + (setting.when().isEmpty() ? "" : " (with " + String.join(", ", setting.when()) + ")");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String text(@Nullable Object plain) {
        return switch (plain) {
            case null -> "";
            case List<?> list -> list.stream().map(RoomDocTest::text).collect(Collectors.joining(","));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey() + "=" + text(e.getValue()))
                        .collect(Collectors.joining(","));
            case Double number -> CsvText.cell(number);
            default -> cell(plain.toString());
        };
    }
}
