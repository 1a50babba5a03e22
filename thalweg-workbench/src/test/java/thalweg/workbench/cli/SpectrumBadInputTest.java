package thalweg.workbench.cli;

import static thalweg.workbench.cli.BadInput.typed;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `measure spectrum` and `watch sharpness` refuse.
class SpectrumBadInputTest {
    private static final String TABLE = "x,y\n1,2\n2,3\n3,5\n4,7\n";

    static Stream<BadInput> spectrum() {
        return Stream.of(
                        typed("measure spectrum himelblau", "what", "\"himelblau\"", "did you mean himmelblau?"),
                        typed("measure spectrum himmelblau --start 1", "start", "1 number", "2 numbers"),
                        typed("measure spectrum himmelblau --of fisher", "of", "a Fisher matrix", "hessian"),
                        typed("measure spectrum himmelblau --energy x^2", "what", "a formula as well"),
                        typed("measure spectrum --energy 'x^2 +'", "energy", "column 6"),
                        typed(
                                "measure spectrum --energy '1/x' --start 0",
                                "start",
                                "a place where the energy is a number"),
                        typed("measure spectrum --of hesian", "of", "hessian"),
                        typed("measure spectrum --of hessian,hessian", "", "each matrix at most once"),
                        typed("measure spectrum --lanczos 1", "lanczos", "at least 2"),
                        typed("measure spectrum --data t.csv", "target", "no target", "--target NAME"),
                        typed("measure spectrum --data t.csv --target z", "target", "no column \"z\""),
                        typed("measure spectrum --data t.csv --target y --layer 5", "layer", "layer 5"),
                        typed("measure spectrum gone.npz --data t.csv", "what", "no file gone.npz"),
                        typed("measure spectrum gone.json", "what", "no file gone.json"),
                        typed("measure spectrum gone.npz", "data", "without data", "--data FILE"))
                .map(row -> row.with("t.csv", TABLE));
    }

    static Stream<BadInput> sharpness() {
        return Stream.of(
                        typed("watch sharpness --step 0", "step", "from"),
                        typed("watch sharpness --step -1", "step", "from"),
                        typed("watch sharpness --hidden 0", "", "hidden widths", "1 or more"),
                        typed("watch sharpness gone.json", "network", "no file gone.json"),
                        typed("watch sharpness --data t.csv", "data", "no target"))
                .map(row -> row.with("t.csv", TABLE));
    }

    @ParameterizedTest
    @MethodSource({"spectrum", "sharpness"})
    void isRefusedInThreeParts(BadInput row, @TempDir Path folder) {
        row.check(folder);
    }
}
