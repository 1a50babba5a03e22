package thalweg.stan.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Trouble;
import thalweg.stan.text.Troubles;

/// Forty wrong programs: the first problem stands exactly there and says exactly that.
final class MessageTest {
    private static final List<String> BASE = List.of(
            "data { int<lower=0> N; vector[N] y; array[N] int g; }",
            "parameters { real mu; real<lower=0> s; vector[3] a; }",
            "model {",
            "  mu ~ normal(0, 1);",
            "}");

    private static List<Trouble> errors(List<String> lines) {
        Troubles troubles = new Troubles();
        Check.of(StanText.parse(String.join("\n", lines) + "\n", troubles), troubles);
        return troubles.all().stream().filter(trouble -> !trouble.warning()).toList();
    }

    static Stream<String> wrong() throws IOException {
        try (InputStream in = MessageTest.class.getResourceAsStream("/thalweg/stan/wrong-programs.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @Test
    void theBaseIsRight() {
        assertThat(errors(BASE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void firstProblem(String line) {
        int gap = line.indexOf("  ");
        int arrow = line.indexOf("  => ");
        String place = line.substring(0, gap);
        String code = line.substring(gap + 2, arrow);
        int number = Integer.parseInt(place.substring(0, place.indexOf(':')));
        List<String> lines = new ArrayList<>(BASE);
        if (code.startsWith("(last line")) {
            lines.remove(4);
        } else {
            lines.set(number - 1, (number == 4 ? "  " : "") + code);
        }
        List<Trouble> errors = errors(lines);
        assertThat(errors).isNotEmpty();
        assertThat(errors.get(0).at() + " " + errors.get(0).message())
                .isEqualTo(place + " " + line.substring(arrow + 5));
    }

    @Test
    void threeErrorsAreThree() {
        List<Trouble> errors = errors(List.of(
                BASE.get(0),
                BASE.get(1),
                "model {",
                "  mu ~ normall(0, 1);",
                "  real z = inv_logit(a);",
                "  for (n = 1:N) s ~ normal(0, 1);",
                "}"));
        assertThat(errors.stream().map(error -> error.at().toString())).containsExactly("4:8", "5:12", "6:10");
    }
}
