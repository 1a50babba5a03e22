package thalweg.room.law.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.room.law.Reference;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;
import thalweg.room.law.tail.Tails;
import thalweg.room.law.tail.Zeta;

class VuongTest {
    private record Case(Sample sample, Tail tail) {}

    private static Case at(Sample sample, double min) {
        return new Case(sample, Tail.fit(sample, min));
    }

    private static Case data(String name) {
        return switch (name) {
            case "blackouts" -> at(Sample.continuous(Tails.blackouts()), 230000);
            case "blackouts_10000" -> at(Sample.continuous(Tails.blackouts()), 10000);
            case "words" -> at(Sample.discrete(Tails.words()), 7);
            default -> at(Sample.discrete(small()), 4);
        };
    }

    private static double[] small() {
        return Reference.read("small_counts.csv").rows().stream()
                .flatMapToDouble(row -> {
                    double[] ties = new double[Integer.parseInt(row.get(1))];
                    Arrays.fill(ties, Integer.parseInt(row.get(0)));
                    return Arrays.stream(ties);
                })
                .toArray();
    }

    /// The header of rivals.csv says how its numbers were found.
    @Test
    void likelihoodsAndStatistics() {
        for (List<String> row : Reference.read("rivals.csv").rows()) {
            Case data = data(row.get(0));
            Vuong vuong = Vuong.all(data.sample(), data.tail()).stream()
                    .filter(v -> v.rival().name().equals(row.get(1)))
                    .findFirst()
                    .orElseThrow();
            double logLikelihood = Reference.number(row.get(2));
            assertThat(data.tail().logLikelihood() - vuong.ratio())
                    .as("log-likelihood %s", row)
                    .isCloseTo(logLikelihood, within(1e-12 * Math.abs(logLikelihood)));
            assertThat(vuong.ratio()).as("ratio %s", row).isCloseTo(Reference.number(row.get(3)), within(1e-7));
            assertThat(vuong.statistic()).as("statistic %s", row).isCloseTo(Reference.number(row.get(4)), within(1e-8));
            String[] parameter = vuong.rival().parameters().split(", ");
            for (int k = 0; k < parameter.length; k++) {
                double found = Double.parseDouble(parameter[k].replaceAll(".* ", ""));
                double known = Reference.number(row.get(5 + k));
                assertThat(found).as("parameter %s", row).isCloseTo(known, within(1e-5 * Math.abs(known)));
            }
        }
    }

    /// R poweRlaw 0.70.6 stops its search for the log-normal at these parameters; at them the statistic is the
    /// same.
    @Test
    void poweRlawsLogNormalForTheWords() {
        Case words = data("words");
        Tail tail = words.tail();
        Tail asFitted = new Tail(
                new Zeta(1.95272835311662, 7, Double.POSITIVE_INFINITY),
                tail.error(),
                tail.ks(),
                tail.logLikelihood(),
                tail.points(),
                tail.size(),
                false);
        Vuong vuong = Vuong.of(words.sample(), asFitted, LogNormal.of(-236.5780519137986, 15.9082502365717, 7, true));
        assertThat(vuong.statistic()).isCloseTo(0.416100286626803, within(1e-8));
        assertThat(vuong.p()).isCloseTo(0.677336620227504, within(1e-8));
        assertThat(vuong.ratio()).isCloseTo(11753.8899635219 - 11753.8175757587, within(1e-9));
    }

    /// The likelihood of the words rises all the way to where the log-normal is a power law: reached and
    /// flagged.
    @Test
    void runawayParametersAreTheBoundary() {
        Case words = data("words");
        Rival rival = LogNormal.fit(words.sample(), 7);
        assertThat(rival.boundary()).isTrue();
        Vuong vuong = Vuong.of(words.sample(), words.tail(), rival);
        // Nelder-Mead from four starts (SciPy 1.17.1) got to -11753.821208703856 at mu = -37713
        assertThat(words.tail().logLikelihood() - vuong.ratio()).isBetween(-11753.8212087, -11753.8209);
        assertThat(vuong.verdict()).startsWith("no decision");
        assertThat(Stretched.fit(words.sample(), 7).boundary()).isTrue();
    }

    /// Two power laws mixed bend the other way than log-normal and stretched exponential: both become the power
    /// law itself.
    @Test
    void beyondAPowerLawTheRivalsBecomeOne() {
        double[] x = new double[1000];
        Arrays.setAll(x, i -> Math.pow(1 - (i + 0.5) / 1000, i % 2 == 0 ? -1 / 1.5 : -1 / 1.2));
        Sample sample = Sample.continuous(x);
        Tail tail = Tail.fit(sample, x[0]);
        for (Vuong vuong : Vuong.all(sample, tail)) {
            if (vuong.rival().boundary()) {
                assertThat(vuong.ratio()).isCloseTo(0, within(1e-9));
                assertThat(vuong.statistic()).isZero();
                assertThat(vuong.p()).isBetween(0.5, 1.0);
            }
        }
        assertThat(LogNormal.fit(sample, x[0]).boundary()).isTrue();
        assertThat(Stretched.fit(sample, x[0]).boundary()).isTrue();
    }

    /// The tail of a log-normal sample is told from a power law, and its parameters are found.
    @Test
    void logNormalIsRecognised() {
        double[] x = Arrays.stream(Key.of(2).normals(20_000))
                .map(z -> Math.exp(1 + 0.8 * z))
                .toArray();
        Sample sample = Sample.continuous(x);
        Tail tail = Tail.fit(sample, 2);
        Rival rival = LogNormal.fit(sample, 2);
        assertThat(((LogNormal) rival).mu()).isCloseTo(1, within(0.05));
        assertThat(((LogNormal) rival).sigma()).isCloseTo(0.8, within(0.05));
        assertThat(Vuong.of(sample, tail, rival).verdict()).isEqualTo("the log-normal is favoured");
    }

    /// Small samples of any size, counts up to 1e15 among them: every likelihood is finite, and none that
    /// contains the power law is below it.
    @Test
    void everySampleHasAnAnswer() {
        for (int seed = 0; seed < 200; seed++) {
            Key key = Key.of(seed);
            double power = 0.1 + 4 * key.uniform(0);
            double scale = Math.pow(10, (int) key.integer(1, 8));
            boolean discrete = seed % 2 == 0;
            double[] x = Arrays.stream(key.fold(1).uniforms(3 + seed % 9))
                    .map(u -> scale * Math.pow(u, -1 / power))
                    .map(v -> discrete ? Math.ceil(Math.min(v, 1e15)) : v)
                    .toArray();
            Sample sample = discrete ? Sample.discrete(x) : Sample.continuous(x);
            if (sample.distinct() < 2) {
                continue;
            }
            for (Vuong vuong : Vuong.all(sample, Tail.fit(sample))) {
                assertThat(vuong.ratio())
                        .as("%s of seed %d", vuong.rival().name(), seed)
                        .isFinite();
                assertThat(vuong.p()).isBetween(0.0, 1.0);
                assertThat(!vuong.rival().nested() || vuong.ratio() < 1e-6).isTrue();
            }
        }
    }

    @Test
    void aTailWithAnEndIsRefused() {
        Sample sample = Sample.continuous(Tails.blackouts()).upTo(2e6);
        assertThatThrownBy(() -> Vuong.all(sample, Tail.fit(sample)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("x_max");
    }
}
