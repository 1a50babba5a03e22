package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.study.page.Json;

/// A line that must be refused, with what the refusal must say; one row of a table of bad input.
///
/// Every row is typed twice, for people and with `--json`. Each time: exit status 2, all three parts of the message, no
/// stack trace, and no run folder left behind.
///
/// @param line the words behind `thalweg`; text in single quotes is one word
/// @param files what lies in the folder
/// @param environment what is set
/// @param knob whose problem it is, empty if none
/// @param says what the problem's three parts must contain, in any of them
public record BadInput(
        String line, Map<String, String> files, Map<String, String> environment, String knob, List<String> says) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /// A line, and what its refusal must say.
    public static BadInput typed(String line, String knob, String... says) {
        return new BadInput(line, Map.of(), Map.of(), knob, List.of(says));
    }

    public BadInput with(String file, String content) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(file, content);
        return new BadInput(line, more, environment, knob, says);
    }

    public BadInput with(Map<String, String> all) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.putAll(all);
        return new BadInput(line, more, environment, knob, says);
    }

    public BadInput where(String variable, String value) {
        return new BadInput(line, files, Map.of(variable, value), knob, says);
    }

    @Override
    public String toString() {
        return line + (environment.isEmpty() ? "" : " " + environment);
    }

    /// Types the line in an empty folder and checks the refusal.
    public void check(Path folder) {
        Typed.put(folder, files);
        Typed people = Typed.in(folder, environment, words(line));
        assertThat(people.exit()).as(people.error()).isEqualTo(2);
        assertThat(people.out()).isEmpty();
        assertThat(people.error())
                .contains("thalweg: ")
                .contains("\n  expected ")
                .doesNotContain("\tat ");
        assertThat(people.error()).contains(says);
        assertThat(people.runs()).isEmpty();

        Typed machine = Typed.in(folder, environment, words(line + " --json"));
        assertThat(machine.exit()).isEqualTo(2);
        assertThat(machine.error()).doesNotContain("thalweg: ").doesNotContain("\tat ");
        List<Map<String, String>> problems = problems(machine.out());
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem).containsOnlyKeys("knob", "found", "expected", "todo");
            assertThat(problem.get("found")).isNotBlank();
            assertThat(problem.get("expected")).isNotBlank();
            assertThat(problem.get("todo")).isNotBlank();
        });
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.get("knob")).isEqualTo(knob));
        assertThat(machine.runs()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> problems(String json) {
        return (List<Map<String, String>>) java.util.Objects.requireNonNull(
                Json.object(json, "standard output").get("problems"));
    }

    private static String[] words(String line) {
        Matcher word = WORD.matcher(line);
        return word.results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .toArray(String[]::new);
    }
}
