package thalweg.room.law.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against reference/tail_fits.json: own 30-digit computations outside this project, checked with R poweRlaw 0.70.6.
class TailTest {
    private static final JsonNode REFERENCE = JsonMapper.shared()
            .readTree(TailTest.class.getResourceAsStream("/thalweg/room/law/tail_fits.json"));

    @Test
    void wordsOfMobyDick() {
        JsonNode known = REFERENCE.at("/discrete/moby_dick_word_counts");
        Tail tail = Tail.fit(Sample.discrete(Tails.words()));
        assertThat(tail.min()).isEqualTo(known.get("x_min").asDouble());
        assertThat(tail.points()).isEqualTo(known.get("n_tail").asInt());
        assertThat(tail.alpha()).isCloseTo(known.get("alpha").asDouble(), within(1e-12));
        assertThat(tail.error()).isCloseTo(known.get("se").asDouble(), within(1e-9));
        assertThat(tail.ks()).isCloseTo(known.get("ks").asDouble(), within(1e-12));
        assertThat(tail.logLikelihood())
                .isCloseTo(known.get("log_likelihood").asDouble(), within(1e-8));
    }

    @Test
    void wordsWithGivenStart() {
        Sample words = Sample.discrete(Tails.words());
        for (JsonNode known : REFERENCE.at("/discrete/moby_fixed_x_min")) {
            Tail tail = Tail.fit(words, known.get("x_min").asDouble());
            assertThat(tail.points()).isEqualTo(known.get("n_tail").asInt());
            assertThat(tail.alpha()).isCloseTo(known.get("alpha").asDouble(), within(1e-12));
            assertThat(tail.error()).isCloseTo(known.get("se").asDouble(), within(1e-9));
            assertThat(tail.logLikelihood())
                    .isCloseTo(known.get("log_likelihood").asDouble(), within(1e-8));
        }
    }

    @Test
    void blackouts() {
        JsonNode known = REFERENCE.at("/continuous/us_blackouts");
        Tail tail = Tail.fit(Sample.continuous(Tails.blackouts()));
        assertThat(tail.min()).isEqualTo(known.get("x_min").asDouble());
        assertThat(tail.points()).isEqualTo(known.get("n_tail").asInt());
        assertThat(tail.alpha()).isCloseTo(known.get("alpha").asDouble(), within(1e-12));
        assertThat(tail.ks()).isCloseTo(known.get("ks_two_sided").asDouble(), within(1e-12));
        assertThat(tail.error()).isCloseTo((tail.alpha() - 1) / Math.sqrt(59), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.500173326025", "2.5, 2.500519978074", "3.5, 3.500866630124"})
    void quantileSets(double exponent, double known) {
        double[] x = new double[1000];
        for (int i = 0; i < 1000; i++) {
            double u = (i + 0.5) / 1000;
            x[i] = Math.pow(1 - u, -1 / (exponent - 1));
        }
        assertThat(Tail.fit(Sample.continuous(x), 1).alpha()).isCloseTo(known, within(1e-12));
    }
}
