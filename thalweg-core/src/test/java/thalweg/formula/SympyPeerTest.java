package thalweg.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Formulas as SymPy 1.14.0 understands what we print for it: `sympy.tsv`, made by `sympy_values.py`.
class SympyPeerTest {
    static Stream<List<String>> stored() throws IOException {
        try (InputStream in = SympyPeerTest.class.getResourceAsStream("sympy.tsv")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")));
        }
    }

    /// To 2 ulp times the depth of the tree; Gamma and its logarithm to 1e-14.
    @ParameterizedTest
    @MethodSource("stored")
    void sympyReadsTheSameFunction(List<String> line) {
        Formula formula = Formula.parse(line.get(0));
        double expected = Double.parseDouble(line.get(2));
        Map<String, Double> place = new HashMap<>();
        formula.names().forEach(name -> place.put(name, 2.0));
        place.putAll(Map.of("a", 1.25, "b", 0.75, "x", 0.6, "y", 0.9));
        assertThat(formula.sympy()).isEqualTo(line.get(1));
        boolean gamma = line.get(0).contains("gamma(x");
        double tolerance = gamma ? 1e-14 * Math.abs(expected) : 2 * PrintTest.depth(formula) * Math.ulp(expected);
        assertThat(formula.value(place)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void everyFunctionIsStored() throws IOException {
        List<String> texts = stored().map(line -> line.get(0)).toList();
        for (Function function : Function.values()) {
            String word = function == Function.NEGATE ? "-x" : function.word() + "(";
            assertThat(texts).anyMatch(text -> text.startsWith(word));
        }
        assertThat(FormulaLawTest.formulas().map(text -> Formula.parse(text).text()))
                .isSubsetOf(texts);
    }
}
