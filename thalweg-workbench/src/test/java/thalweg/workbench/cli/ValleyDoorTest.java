package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thalweg.workbench.cli.BadInput.typed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Landscapes as they are typed: what is found under which names, and what is refused in which words.
class ValleyDoorTest {
    static Stream<BadInput> choices() {
        return Stream.of(
                typed("find points", "landscape", "no landscape", "himmelblau, camel", "--energy FORMULA"),
                typed("find points himelblau", "landscape", "no landscape \"himelblau\"", "did you mean himmelblau?"),
                typed("find points camel --energy x^2", "landscape", "and a formula as well"),
                typed("find points --energy 'x^2 +'", "energy", "in column", "a number, a name"),
                typed("find points --energy 3", "energy", "no coordinate in 3"),
                typed("find points --energy value^2", "energy", "a coordinate named value"),
                typed("find points --energy 'e^2+x' --box e=-1:1", "energy", "e in the formula", "write `e`"),
                typed("find points camel --box z=0:1", "box", "bounds of \"z\"", "coordinates: x, y"),
                typed("find points camel --box x=1:0", "box", "\"1:0\" for x", "swap them: 0:1"),
                typed("find points camel --box x=1", "box", "\"1\" for x", "FROM:TO"),
                typed("find path camel --from 9", "from", "no minimum 9", "1 to 6"),
                typed("find path camel --from a", "from", "\"a\"", "the number of a minimum"),
                typed("find path camel --to 1", "to", "the minimum to leave"),
                typed("find path --energy x^2+y^2", "to", "no minimum 2", "this landscape has 1"),
                typed("draw landscape --energy x^2", "energy", "one coordinate, x", "`find points` draws"),
                typed("draw landscape rosenbrock-10 --plane x1", "plane", "two of x1, x2"),
                typed("draw landscape camel --terraces 1", "terraces", "from 2 to 200"));
    }

    static Stream<BadInput> motions() {
        return Stream.of(
                typed("trace flow camel --start 1", "start", "1 number", "2 numbers: x, y"),
                typed("trace flow --energy 'log(x)' --start -1", "start", "an energy of NaN at x = -1"),
                typed("trace flow camel --by newton", "by", "\"newton\"", "euler, rk4, rk45, rk853, radau"),
                typed("trace flow camel --by euler --step -1", "", "a step of -1.0", "a positive number"),
                typed("trace flow camel --time 0", "", "a time of 0.0"),
                typed("trace flow camel --tolerance 1", "tolerance", "from"),
                typed("trace flow t.csv --target y", "data", "no file"),
                typed("trace flow t.csv", "target", "nothing").with("t.csv", "x,y\n1,2\n2,3\n3,5\n"),
                typed("compare descent camel --by gd,adma", "by", "\"adma\"", "did you mean adam?"),
                typed("compare descent camel --by gd,gd", "by", "a descent named twice"),
                typed("compare descent camel --step 0", "", "a step of 0.0"));
    }

    @ParameterizedTest
    @MethodSource({"choices", "motions"})
    void refusesInWords(BadInput row, @TempDir Path folder) {
        row.check(folder);
    }

    private static Object figure(Typed typed, String name, String key) {
        List<?> figures = (List<?>) Objects.requireNonNull(typed.json().get("figures"));
        for (Object figure : figures) {
            if (figure instanceof Map<?, ?> map && name.equals(map.get("name"))) {
                return Objects.requireNonNull(map.get(key));
            }
        }
        throw new AssertionError("no figure " + name);
    }

    private static double number(Typed typed, String name) {
        return ((Number) figure(typed, name, "value")).doubleValue();
    }

    @Test
    void theTableOfPointsHasItsColumns(@TempDir Path folder) {
        Typed typed = Typed.in(
                folder, "find", "points", "--energy", "b^4/4 - b^2/2 + a^2/2", "--box", "a=-2:2,b=-2:2", "--json");
        assertThat(typed.exit()).as(typed.error()).isZero();
        assertThat(figure(typed, "points", "columns").toString())
                .containsSubsequence(
                        "name=a", "name=b", "name=value", "name=index", "name=eigenvalues", "name=gradient");
        List<?> rows = (List<?>) figure(typed, "points", "rows");
        assertThat(rows).hasSize(3);
        assertThat(((List<?>) rows.get(2)).get(4)).isEqualTo("-1, 1");
        assertThat(number(typed, "Euler sum")).isEqualTo(1);
    }

    @Test
    void aFlowStartsWhereTheAlphabetSays(@TempDir Path folder) {
        Typed typed =
                Typed.in(folder, "trace", "flow", "--energy", "b^4/4 - b^2/2 + a^2/2", "--start", "0.3,-0.4", "--json");
        assertThat(typed.exit()).as(typed.error()).isZero();
        assertThat(number(typed, "final energy")).isCloseTo(-0.25, within(1e-12));
        assertThat(number(typed, "energy defect")).isLessThan(1e-9);
        assertThat(number(typed, "index")).isZero();
        assertThat(number(typed, "fraction in strict saddle")).isZero();
        assertThat(figure(typed, "end", "rows").toString()).contains(", -1.0, -0.25, 0");
    }

    /// A step beyond 2 over the largest curvature ends badly, with the limit in words.
    @Test
    void tooLongAStepExitsWithThree(@TempDir Path folder) {
        Typed typed = Typed.in(
                folder, "trace", "flow", "--energy", "50*x^2", "--start", "1", "--by", "euler", "--step", "0.021");
        assertThat(typed.exit()).isEqualTo(3);
        assertThat(typed.out()).contains("2/lambda_max = 0.02 ");
    }

    @Test
    void theBarrierOfMuellerAndBrown(@TempDir Path folder) {
        Typed typed = Typed.in(folder, "find", "path", "mueller-brown", "--json");
        assertThat(typed.exit()).as(typed.error()).isZero();
        assertThat(number(typed, "saddle energy")).isCloseTo(-40.664843508657, within(1e-6));
        assertThat(number(typed, "forward barrier")).isCloseTo(146.699517209954 - 40.664843508657, within(1e-6));
        assertThat(number(typed, "perpendicular gradient")).isLessThan(1e-4);
    }

    @Test
    void descentsOnTheLossOfANetwork(@TempDir Path folder) {
        StringBuilder table = new StringBuilder("x,y\n");
        for (int i = 0; i < 20; i++) {
            table.append(i).append(',').append(i * i).append('\n');
        }
        Typed.put(folder, Map.of("t.csv", table.toString()));
        Typed race = Typed.in(
                folder, "compare", "descent", "./t.csv", "--target", "y", "--hidden", "4", "--budget", "200", "--json");
        assertThat(race.exit()).as(race.error()).isZero();
        assertThat((List<?>) figure(race, "descents", "rows")).hasSize(5);
        Typed flow =
                Typed.in(folder, "trace", "flow", "t.csv", "--target", "y", "--hidden", "4", "--time", "5", "--json");
        assertThat(flow.exit()).as(flow.error()).isZero();
        assertThat(number(flow, "energy defect")).isLessThan(1e-9);
        assertThat(number(flow, "energy rises")).isZero();
    }
}
