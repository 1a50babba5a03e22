package thalweg.room.law.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.room.law.Reference;

/// Against reference/tail_fits.json: own 30-digit computations outside this project, checked with R poweRlaw
/// 0.70.6.
class TailTest {
    @Test
    void wordsOfMobyDick() {
        Sample words = Sample.discrete(Tails.words());
        assertThat(words.size()).isEqualTo(18855);
        for (var row : Reference.read("tail_words.csv").rows()) {
            double given = Reference.number(row.get(1));
            Tail tail = given == 0 ? Tail.fit(words) : Tail.fit(words, given);
            assertThat(tail.min()).isEqualTo(Reference.number(row.get(2)));
            assertThat(tail.points()).isEqualTo(Integer.parseInt(row.get(3)));
            assertThat(tail.alpha()).isCloseTo(Reference.number(row.get(4)), within(1e-12));
            assertThat(tail.error()).isCloseTo(Reference.number(row.get(5)), within(1e-9));
            assertThat(tail.logLikelihood()).isCloseTo(Reference.number(row.get(6)), within(1e-8));
            if (!row.get(7).isEmpty()) {
                assertThat(tail.ks()).isCloseTo(Reference.number(row.get(7)), within(1e-12));
            }
        }
    }

    @Test
    void blackouts() {
        Tail tail = Tail.fit(Sample.continuous(Tails.blackouts()));
        assertThat(tail.min()).isEqualTo(230000);
        assertThat(tail.points()).isEqualTo(59);
        assertThat(tail.alpha()).isCloseTo(2.272637219830288, within(1e-12));
        assertThat(tail.ks()).isCloseTo(0.060673796294438476, within(1e-12));
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
