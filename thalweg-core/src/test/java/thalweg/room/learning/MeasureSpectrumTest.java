package thalweg.room.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class MeasureSpectrumTest {
    private static Report report(Map<String, ?> knobs) {
        return ((MeasureSpectrum) Card.of(MeasureSpectrum.class).bind(knobs)).run(Lab.quiet());
    }

    /// Edges (1 -+ sqrt q)^2 with q = 1/4; the ends of a finite matrix lie within a few n^(-2/3) of them.
    @Test
    void gaussianRows() {
        Report found = report(Map.of());
        assertThat(found.number("upper edge").value()).isCloseTo(2.25, within(1e-14));
        assertThat(found.number("largest").value()).isCloseTo(2.25, within(0.15));
        assertThat(found.number("smallest").value()).isCloseTo(0.25, within(0.1));
        // The mean of a chi-square with 40000 degrees of freedom.
        assertThat(found.number("trace").value() / 100).isCloseTo(1, within(4 * Math.sqrt(2.0 / 40_000)));
        assertThat(found.number("index").value()).isZero();
        assertThat(found.table("eigenvalues").rows()).hasSize(100);
    }

    /// Twenty rows of 600 columns have 20 eigenvalues that are not 0: an invariant space.
    @Test
    void lanczosEndsWhereNothingIsLeft() {
        Report all = report(Map.of("rows", 20, "columns", 600, "dense", 1000));
        Report found = report(Map.of("rows", 20, "columns", 600, "dense", 100));
        assertThat(all.number("flat directions").value()).isEqualTo(580);
        assertThat(found.warnings()).anySatisfy(warning -> assertThat(warning).contains("invariant"));
        assertThat(found.number("largest").value())
                .isCloseTo(all.number("largest").value(), within(1e-10));
    }

    /// Hessian eigenvalues at the maximum of Himmelblau's function, and the strict saddle of the deep linear mode.
    @Test
    void landscapes() {
        Report top = report(Map.of("what", "himmelblau", "start", "-0.270844590667,-0.923038556480"));
        assertThat(top.number("index").value()).isEqualTo(2);
        assertThat(top.number("loss").value()).isCloseTo(181.616521522583, within(1e-10));
        Report saddle = report(Map.of("energy", "(3 - u*v)^2/2", "start", "0,0"));
        assertThat(saddle.number("smallest").value()).isCloseTo(-3, within(1e-12));
        assertThat(saddle.number("largest").value()).isCloseTo(3, within(1e-12));
        assertThat(saddle.number("index").value()).isEqualTo(1);
        Report bent = report(Map.of("energy", "abs(x) + y^2", "start", "1,1"));
        assertThat(bent.warnings()).anySatisfy(warning -> assertThat(warning).contains("almost everywhere"));
        assertThat(bent.number("flat directions").value()).isEqualTo(1);
    }

    /// A network trained and stored is read back with its scaling; at the end of training the slope is smaller.
    @Test
    void storedNetwork(@TempDir Path folder) throws IOException {
        String data = "../data/york.csv";
        TrainNetwork train = (TrainNetwork) Card.of(TrainNetwork.class)
                .bind(Map.of("data", data, "target", "y", "inputs", "x", "hidden", "4", "epochs", 300, "rate", 0.01));
        Report trained = train.run(Lab.quiet());
        Path file = folder.resolve("net.npz");
        Files.write(file, trained.file("model/net.npz"));
        Files.write(folder.resolve("meta.json"), trained.file("model/meta.json"));
        Report found = report(Map.of("what", file.toString(), "data", data, "of", "hessian,fisher"));
        Report drawn = report(Map.of("data", data, "target", "y", "inputs", "x", "hidden", "4"));
        assertThat(found.number("parameters").value()).isEqualTo(13);
        assertThat(found.number("loss").value())
                .isLessThan(0.5 * drawn.number("loss").value());
        assertThat(found.table("spectra").rows()).hasSize(2);
        Path described = folder.resolve("net.json");
        Files.writeString(
                described, "{\"data\": \"" + data + "\", \"target\": \"y\", \"inputs\": [\"x\"], \"hidden\": [4]}");
        Report same = report(Map.of("what", described.toString()));
        assertThat(same.number("loss").value()).isEqualTo(drawn.number("loss").value());
        Files.writeString(described, "{\"data\": \"" + data + "\", \"target\": \"y\", \"hidden\": [0]}");
        refused(Map.of("what", described.toString()), "hidden width 0");
        Files.writeString(file, "no archive");
        refused(Map.of("what", file.toString(), "data", data), "net.npz");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Map<String, ?> knobs = Map.of("rows", 30, "columns", 80, "dense", 10, "lanczos", 20);
        MeasureSpectrum asked = (MeasureSpectrum) Card.of(MeasureSpectrum.class).bind(knobs);
        assertThat(ReportJson.text(asked.run(Lab.quiet().threads(2)))).isEqualTo(ReportJson.text(report(knobs)));
    }

    @Test
    void misuse() {
        refused(Map.of("what", "himelblau"), "himmelblau");
        refused(Map.of("what", "himmelblau", "of", "fisher"), "hessian");
        refused(Map.of("what", "himmelblau", "start", "1,2,3"), "2 numbers");
        refused(Map.of("what", "net.npz", "data", "../data/york.csv"), "no file net.npz");
        refused(Map.of("data", "../data/york.csv"), "target");
        refused(Map.of("data", "../data/york.csv", "target", "y", "layer", 9), "layer 9");
        refused(Map.of("energy", "x^2 +"), "column 6");
        refused(Map.of("energy", "1/x", "start", "0"), "Infinity");
    }

    private static void refused(Map<String, ?> knobs, String says) {
        assertThatThrownBy(() -> report(knobs)).isInstanceOf(Refused.class).hasMessageContaining(says);
    }
}
