package thalweg.workbench.cli;

import static thalweg.workbench.cli.BadInput.typed;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `follow orbit` refuses, and in which words.
class OrbitBadInputTest {
    private static final String SUN =
            "follow orbit --hamiltonian 'vx^2/2 + vy^2/2 - 1/sqrt(x^2 + y^2)' --pairs x:vx,y:vy";
    private static final String SWING = "follow orbit --hamiltonian 'p^2/2 - cos(q)'";

    static Stream<BadInput> systems() {
        return Stream.of(
                typed("follow orbit", "system", "nothing that moves", "kepler, pendulum", "--hamiltonian"),
                typed("follow orbit keppler", "system", "\"keppler\"", "did you mean kepler?"),
                typed("follow orbit jupiter", "system", "henon-heiles, arenstorf"),
                typed("follow orbit kepler --hamiltonian p^2", "hamiltonian", "leave one of them out"),
                typed("follow orbit kepler --pairs x:y", "pairs", "leave one of them out"),
                typed("follow orbit pendulum --eccentricity 0.5", "system.eccentricity", "does not exist"),
                typed("follow orbit kepler --eccentricity 1", "system.eccentricity", "from 0 to 0.999999"));
    }

    static Stream<BadInput> formulas() {
        return Stream.of(
                typed(SWING, "pairs", "no pairs for the names p, q", "--pairs x:vx,y:vy"),
                typed(SWING + " --pairs q", "pairs", "the pair \"q\"", "must pair"),
                typed(SWING + " --pairs q:p:p", "pairs", "the pair \"q:p:p\""),
                typed(SWING + " --pairs q:q", "pairs", "a name twice", "each name once"),
                typed(SWING + " --pairs q:p,x:y", "pairs", "of which the formula has neither"),
                typed(SWING + " --pairs q:v", "hamiltonian", "the name p without a value", "did you mean q or v?"),
                typed(SWING + " --pairs q:x", "hamiltonian", "the name p without a value", "did you mean"),
                typed(SWING + " --pairs q:p --constants g=1", "constants", "the constant g"),
                typed("follow orbit --hamiltonian 'p^2/2 -' --pairs q:p", "hamiltonian", "column"),
                typed(SWING + " --pairs q:p", "start", "no start", "a number for each of q, p"),
                typed(SUN + " --start 1,2,3", "start", "3 numbers", "4, one for each of x, y, vx, vy"),
                typed(SUN + " --start 0,0,0,0", "start", "an energy of -Infinity"),
                typed(SUN + " --start x=1,vz=2", "start", "\"vz=2\"", "x, y, vx, vy"),
                typed(SUN + " --start 1,2,3,four", "start", "\"four\""));
    }

    static Stream<BadInput> steps() {
        return Stream.of(
                typed("follow orbit kepler --step 0", "step", "a positive number"),
                typed("follow orbit kepler --step -0.1", "step", "a positive number"),
                typed("follow orbit kepler --time 0", "time", "a positive number"),
                typed("follow orbit kepler --time 1 --turns 1", "turns", "leave --turns or --time out"),
                typed("follow orbit kepler --by euler8", "by", "one of auto"),
                typed("follow orbit kepler --by dp8 --step 0.1", "step", "--tolerance"),
                typed("follow orbit kepler --step 1e-12", "step", "at most 200000000"),
                typed("follow orbit kepler --record 0", "record", "1 or more"),
                typed("follow orbit double-pendulum --by verlet", "by", "midpoint, gauss4, gauss6"),
                typed("follow orbit arenstorf --by kahan-li8", "by", "turning frame", "dp8"),
                typed("follow orbit henon-heiles --turns 2", "turns", "not seen to close", "--time"),
                typed("follow orbit kepler --from t.csv --row 3", "from", "row 3", "from 1 to 2")
                        .with("t.csv", "x,y,px,py\n1,0,0,1\n1,0,0,1.1\n"),
                typed("follow orbit kepler --from t.csv", "from", "no column \"py\"")
                        .with("t.csv", "x,y,px\n1,0,0\n"),
                typed("follow orbit kepler --from t.csv --start 1,0,0,1", "from", "leave --start or --from out")
                        .with("t.csv", "x,y,px,py\n1,0,0,1\n"));
    }

    @ParameterizedTest
    @MethodSource({"systems", "formulas", "steps"})
    void isRefusedInThreeParts(BadInput row, @TempDir Path folder) {
        row.check(folder);
    }
}
