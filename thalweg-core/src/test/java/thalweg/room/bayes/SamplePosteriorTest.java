package thalweg.room.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.landscape.Flat;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.Shelf;
import thalweg.study.page.ReportJson;

/// Laws known in closed form, the pathologies that must be told, and the bits that must not move.
class SamplePosteriorTest {
    private static SamplePosterior asked(Object... knobs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < knobs.length; i += 2) {
            map.put((String) knobs[i], knobs[i + 1]);
        }
        return (SamplePosterior) Card.of(SamplePosterior.class).bind(map);
    }

    private static double cell(Report report, String name, int column) {
        return (double) Objects.requireNonNull(report.table("parameters").rows().stream()
                .filter(row -> name.equals(row.getFirst()))
                .findFirst()
                .orElseThrow()
                .get(column));
    }

    /// A mean within 4.5 of its errors, and a standard deviation within 4.5 errors of one at the effective size.
    private static void agrees(Report report, String name, double mean, double sd) {
        assertThat(cell(report, name, 1)).as("mean of " + name).isCloseTo(mean, within(4.5 * cell(report, name, 2)));
        double error = sd / Math.sqrt(cell(report, name, 7));
        assertThat(cell(report, name, 3)).as("sd of " + name).isCloseTo(sd, within(4.5 * error));
    }

    /// `x` of Gamma(3, 2), `p` of Beta(2, 5), `z` of a normal correlated with `y` by 0.9, `h` half a normal below 0.
    private static final String LAWS =
            "2*x - 2*log(x) - log(p) - 4*log(1 - p) + (y^2 - 1.8*y*z + z^2)/(2*0.19) + h^2/2";

    private static final Map<String, String> BOX = Map.of("x", "0..inf", "p", "0..1", "h", "..0");

    @ParameterizedTest
    @ValueSource(strings = {"draws", "slopes", "low-rank", "dense"})
    void findsLawsInClosedForm(String mass) {
        Report report =
                asked("energy", LAWS, "box", BOX, "adapt", Map.of("mass", mass)).run(Lab.quiet());
        agrees(report, "x", 1.5, Math.sqrt(0.75));
        agrees(report, "p", 2.0 / 7, Math.sqrt(10.0 / (49 * 8)));
        agrees(report, "y", 0, 1);
        agrees(report, "z", 0, 1);
        agrees(report, "h", -Math.sqrt(2 / Math.PI), Math.sqrt(1 - 2 / Math.PI));
        assertThat(report.number("max rhat").value()).isLessThan(1.02);
        assertThat(report.facts()).containsKey("ess per second");
        assertThat(ReportJson.text(report)).doesNotContain("per second");
    }

    @Test
    void hmcFindsThemToo() {
        Report report = asked("energy", LAWS, "box", BOX, "sampler", "hmc", "thin", 2, "draws", 500)
                .run(Lab.quiet());
        agrees(report, "x", 1.5, Math.sqrt(0.75));
        agrees(report, "z", 0, 1);
    }

    @Test
    void threadsChangeNoBit() {
        SamplePosterior asked = asked("energy", "x^4 + (y - x)^2", "warmup", 100, "draws", 50);
        String one = ReportJson.text(asked.run(Lab.quiet().seed(3)));
        Report two = asked.run(Lab.quiet().seed(3).threads(2));
        assertThat(ReportJson.text(two)).isEqualTo(one);
        assertThat(ReportJson.text(asked.run(Lab.quiet().seed(3).threads(4)))).isEqualTo(one);
        assertThat(ReportJson.text(asked.run(Lab.quiet().seed(4)))).isNotEqualTo(one);
    }

    /// Stops by itself after some looks, as a kill does, and keeps what it was given.
    private static final class Cut implements Shelf {
        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public void put(String name, byte[] bytes) {
            kept.put(name, bytes);
        }

        @Override
        public Optional<byte[]> get(String name) {
            return Optional.ofNullable(kept.get(name));
        }
    }

    @Test
    void cutAnywhereItGoesOnBitForBit() {
        SamplePosterior asked = asked("energy", "x^2/2 + exp(y) - y", "warmup", 200, "draws", 300, "chains", 2);
        Report whole = asked.run(Lab.quiet().seed(5));
        Shelf shelf = new Cut();
        for (int cut : new int[] {120, 350, 700, 900}) {
            Lab lab = Lab.quiet().seed(5).keeping(shelf);
            Lab stopping = lab.listen(event -> {
                if (event instanceof thalweg.study.Event.Progress progress && progress.step() >= cut) {
                    lab.stop();
                }
            });
            assertThat(asked.run(stopping).ending()).isInstanceOf(Ending.Stopped.class);
        }
        Report resumed = asked.run(Lab.quiet().seed(5).keeping(shelf));
        assertThat(ReportJson.text(resumed)).isEqualTo(ReportJson.text(whole));
        assertThat(resumed.file("draws_2.csv")).isEqualTo(whole.file("draws_2.csv"));
    }

    @Test
    void whatItWritesCanBeJudgedAndDrawnFromAgain(@TempDir Path folder) throws java.io.IOException {
        Report report = asked("energy", LAWS, "box", BOX, "draws", 300, "written", Map.of("digits", 17))
                .run(Lab.quiet());
        List<Data> files = new java.util.ArrayList<>();
        for (int c = 1; c <= 4; c++) {
            files.add(Data.of(Dataset.parse("d.csv", report.file("draws_" + c + ".csv"))));
        }
        Report judged = new DiagnoseDraws(files.getFirst(), files.subList(1, 4), List.of(), List.of()).run(Lab.quiet());
        for (String name : List.of("h", "p", "x", "y", "z")) {
            for (int column = 1; column < 10; column++) {
                assertThat(cell(judged, name, column)).isEqualTo(cell(report, name, column));
            }
        }
        assertThat(new String(report.file("draws_1.csv"), StandardCharsets.UTF_8))
                .contains("# Adaptation terminated", "# Diagonal elements of inverse mass matrix:");
        Path saved = folder.resolve("warmup.npz");
        Files.write(saved, report.file("warmup.npz"));
        Report again = asked("energy", LAWS, "box", BOX, "adapt", Map.of("from", saved.toString()))
                .run(Lab.quiet().seed(9));
        agrees(again, "z", 0, 1);
        assertThat(again.number("max rhat").value()).isLessThan(1.02);
    }

    @Test
    void saysThatAFunnelDiverges() {
        Report report = asked("energy", "v^2/18 + (a^2 + b^2 + c^2 + d^2)*exp(-v)/2 + 2*v", "warmup", 300)
                .run(Lab.quiet());
        assertThat(report.number("divergences").value()).isPositive();
        assertThat(report.warnings()).anyMatch(w -> w.contains("diverged, most where v is near -"));
        assertThat(report.table("divergent places").rows()).isNotEmpty();
    }

    @Test
    void saysThatTwoFarModesDisagree() {
        Report report = asked("energy", "-log(exp(-(x - 12)^2/2) + exp(-(x + 12)^2/2))", "init", "20", "chains", 6)
                .run(Lab.quiet().seed(1));
        assertThat(report.number("max rhat").value()).isGreaterThan(1.1);
        assertThat(report.warnings()).anyMatch(w -> w.contains("R-hat") && w.contains("different modes"));
    }

    @Test
    void namesTheTermThatHasNoValueOrSlope() {
        Ending value =
                asked("energy", "x^2/2 + sqrt(-1 - y^2)").run(Lab.quiet()).ending();
        assertThat(value).isInstanceOf(Ending.Diverged.class);
        assertThat(value.message()).contains("the term sqrt(-1 - y^2) is nan at y = ");
        Ending slope = asked("energy", "x^2/2 + sqrt(abs(y))", "init", "0")
                .run(Lab.quiet())
                .ending();
        assertThat(slope.message()).contains("the slope of the term sqrt(abs(y)) along y is nan at y = 0");
    }

    /// An energy of a visitor, `x` and `2 x` of a normal.
    public static final class Visitor implements Posterior {
        @Override
        public String name() {
            return "visitor";
        }

        @Override
        public Flat<Tensor> flat() {
            return Flat.of(u -> u.square().sum().times(0.5), Tensor.zeros(1));
        }

        @Override
        public List<String> names() {
            return List.of("x.1", "x.2");
        }

        @Override
        public double[] report(double[] u, Key key) {
            return new double[] {u[0], 2 * u[0]};
        }

        @Override
        public double[] free(Map<String, Double> given, double[] u) {
            return u;
        }
    }

    @Test
    void takesAnEnergyOfAVisitor() throws java.io.IOException {
        Report report =
                asked("energy-class", Visitor.class.getName(), "draws", 200).run(Lab.quiet());
        agrees(report, "x[2]", 0, 2);
        Map<String, Tensor> arrays =
                thalweg.array.store.Npz.read(new java.io.ByteArrayInputStream(report.file("draws.npz")), "draws.npz");
        assertThat(Objects.requireNonNull(arrays.get("x")).shape().sizes()).containsExactly(4, 200, 2);
        assertThat(report.warnings()).anyMatch(w -> w.contains("Java class"));
    }

    @Test
    void refusesWhatIsNoPosterior() {
        refused("more than one energy", "energy", "s^2", "program", "eight-schools");
        refused("no posterior \"eight-school\"", "program", "eight-school");
        refused("a range of t, which", "energy", "s^2", "box", Map.of("t", "0..1"));
        refused("the range \"1..0\" of s", "energy", "s^2", "box", Map.of("s", "1..0"));
        refused("an energy without a name", "energy", "2 + 3");
        refused("s = -1.0 at the start", "energy", "s", "box", Map.of("s", "0..inf"), "init", "s=-1");
        refused("a start of q, which", "energy", "s^2", "init", "q=1");
        refused("no file nowhere.csv", "energy", "s^2", "init", "nowhere.csv");
        refused("which cannot be read", "energy", "s^2", "adapt", Map.of("from", "nowhere.npz"));
        refused("no quantity \"q\"", "energy", "s^2", "pictures", List.of("q"));
        refused("the class no.Such", "energy-class", "no.Such");
    }

    private static void refused(String found, Object... knobs) {
        SamplePosterior asked = asked(knobs);
        assertThatThrownBy(() -> asked.run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(found);
    }
}
