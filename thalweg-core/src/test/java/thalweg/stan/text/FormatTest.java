package thalweg.stan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FormatTest {
    private static String format(String text) {
        return Format.of(StanText.parse(text, new Troubles()));
    }

    @Test
    void oldSyntaxIsRewritten() {
        String old = """
            data { int N; real y[N]; # count
             }
            parameters { real<lower=0> s; }
            model {
              real m;
              m <- 2 * s;
              increment_log_prob(normal_log(y, m, s));
              s ~ normal(0, if_else(N > 1, 1, 2)) T[0,];
            }
            """;
        String today = """
            data {
              int N;
              array[N] real y; // count
            }
            parameters {
              real<lower=0> s;
            }
            model {
              real m;
              m = 2 * s;
              target += normal_lpdf(y | m, s);
              s ~ normal(0, (N > 1 ? 1 : 2)) T[0, ];
            }
            """;
        assertThat(format(old)).isEqualTo(today);
        assertThat(format(today)).isEqualTo(today);
    }
}
