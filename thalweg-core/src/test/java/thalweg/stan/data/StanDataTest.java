package thalweg.stan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.stan.StanProgram;

final class StanDataTest {
    private static final String PROGRAM = """
        data { int<lower=0> N; vector[N] y; array[N] int g; }
        parameters { real mu; }
        model { y ~ normal(mu, 1); }
        """;

    private static String problem(String json) {
        try {
            StanProgram.of("model.stan", PROGRAM).with(StanData.json("data.json", json));
            return "none";
        } catch (Misuse misuse) {
            return misuse.found();
        }
    }

    @Test
    void messagesNameVariableElementAndRule() {
        assertThat(problem("{\"y\": [], \"g\": []}")).startsWith("N is missing (int, declared at 1:8)");
        assertThat(problem("{\"N\": 8, \"y\": [1,2,3,4,5,6,7], \"g\": [1,2,3,4,5,6,7,8]}"))
                .startsWith("y has 7 values, expected N = 8");
        assertThat(problem("{\"N\": 2, \"y\": [1,2], \"g\": [1,1.5]}")).startsWith("g[2] = 1.5, expected int");
        assertThat(problem("{\"N\": -1, \"y\": [], \"g\": []}")).startsWith("N = -1 violates lower=0");
        assertThat(problem("{\"N\": 3, \"y\": [1,2,\"NA\"], \"g\": [1,1,1]}")).startsWith("y[3] is \"NA\"");
        assertThat(problem("{\"N\": 2, \"y\": [1,2], \"g\": [1,2]}")).isEqualTo("none");
    }

    @Test
    void allProblemsAreSaid() {
        assertThat(problem("{\"N\": 2, \"y\": [1], \"g\": [1,2.5]}").lines()).hasSize(2);
    }

    @Test
    void dumpsAreByColumns() {
        StanData data = StanData.dump(
                "d.R",
                "N <- 3L\nx <-\n structure(c(1, 2, 3, 4, 5, 6), .Dim = c(2L, 3L))\ny <- c(1.5, NaN, Inf)\nk <- 2:4\n");
        StanData.Entry x = Objects.requireNonNull(data.get("x"));
        assertThat(x.shape()).containsExactly(2, 3);
        assertThat(x.numbers()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(Objects.requireNonNull(data.get("k")).numbers()).containsExactly(2, 3, 4);
        assertThat(Objects.requireNonNull(data.get("N")).shape()).isEmpty();
        assertThat(Objects.requireNonNull(data.get("y")).numbers()[2]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void badTextNamesItsLine() {
        assertThatThrownBy(() -> StanData.json("d.json", "{\"a\": 1,\n \"b\": }"))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("line 2");
    }
}
