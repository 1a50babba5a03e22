package thalweg.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;

/// What every formula keeps: its text reads back to the same tree, and numbers, programs and derivatives agree.
class FormulaLawTest {
    /// Every function and operator at places where it is smooth, then formulas from several sciences.
    static Stream<String> formulas() {
        List<String> all = new ArrayList<>();
        for (Function function : Function.values()) {
            String word = function == Function.NEGATE ? "-" : function.word();
            all.add(word + "(" + (function == Function.ACOSH ? "1 + x" : "x") + ")");
            all.add("y*" + word + "(" + (function == Function.ACOSH ? "y + 1/x" : "x*y - 0.3") + ")");
        }
        for (Operator operator : Operator.values()) {
            String word = operator.word();
            switch (operator) {
                case ADD -> all.add("x + y*x");
                case SUBTRACT -> all.add("x - y*(x + 1)");
                case MULTIPLY -> all.add("x*y*(x*y)");
                case DIVIDE -> all.add("x/y/(x/(1 + y))");
                case POLYGAMMA -> all.add("polygamma(2, x*y)");
                case POWER, ATAN2, MIN, MAX -> {
                    all.add(word + "(x, y)");
                    all.add(word + "(x*y, y + 1)");
                }
            }
        }
        all.addAll(List.of(
                "x^2 + y^3 - x^4/(y^-1)",
                "x^-2.5*y^0.5",
                "(1 + x)^y",
                "2^x",
                "exp(-b*x)/(1 + exp(-(x - a)/y))",
                "a*exp(-(x - b)^2/(2*y^2)) + b",
                "a/((1 + exp(b - x*y))^(1/a))",
                "a - b*x - atan(b/(x + y))/pi",
                "a*cos(2*pi*x/y) + b*sin(2*pi*x/y)",
                "sqrt((x - a)^2 + (y - b)^2)",
                "log(1 + exp(x - y)) - max(0, x - y)",
                "x*log(x) + y*log(y) - (x + y)*log(x + y)",
                "e^(pi*x) - pi^(e*y)"));
        return all.stream();
    }

    private static final Map<String, Double> PLACE = new TreeMap<>(Map.of("a", 1.25, "b", 0.75, "x", 0.6, "y", 0.9));

    @ParameterizedTest
    @MethodSource("formulas")
    void programsAndPlansAgree(String text) {
        Formula formula = Formula.parse(text);
        double value = formula.value(PLACE);
        assertThat(value).isFinite();
        assertThat(formula.on(tensors()).value()).isCloseTo(value, near(value, 1e-14));
        Program program = formula.program(List.copyOf(PLACE.keySet()));
        Tensor result = program.on(List.copyOf(tensors().values())).getFirst();
        assertThat(result.value()).isCloseTo(value, near(value, 1e-14));
        assertThat(formula.simplified().value(PLACE)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void derivativesAgree(String text) {
        Formula formula = Formula.parse(text);
        Map<String, Tensor> gradient =
                Calculus.<Map<String, Tensor>>grad(formula::on).apply(tensors());
        for (String name : PLACE.keySet()) {
            double slope = formula.derivative(name).value(PLACE);
            double reverse = gradient.getOrDefault(name, Tensor.of(Double.NaN)).value();
            assertThat(reverse).as("reverse by " + name).isCloseTo(slope, near(slope, 1e-12));
            assertThat(difference(formula, name)).as("difference by " + name).isCloseTo(slope, near(slope, 1e-9));
        }
    }

    /// The centred difference of sixth order.
    private static double difference(Formula formula, String name) {
        double h = 1e-3;
        double sum = 0;
        double[] weights = {0, 0.75, -0.15, 1.0 / 60};
        for (int k = 1; k < 4; k++) {
            sum += weights[k] * (moved(formula, name, k * h) - moved(formula, name, -k * h));
        }
        return sum / h;
    }

    private static double moved(Formula formula, String name, double by) {
        Map<String, Double> place = new TreeMap<>(PLACE);
        place.merge(name, by, Double::sum);
        return formula.value(place);
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new TreeMap<>();
        PLACE.forEach((name, value) -> tensors.put(name, Tensor.of(value)));
        return tensors;
    }

    private static org.assertj.core.data.Offset<Double> near(double value, double share) {
        return within(share * Math.max(1, Math.abs(value)));
    }

    @Test
    void powersOfZeroHaveSlopes() {
        Formula formula = Formula.parse("b*x^a");
        Map<String, Double> zero = Map.of("a", 1.5, "b", 2.0, "x", 0.0);
        assertThat(formula.derivative("a").value(zero)).isZero();
        assertThat(formula.derivative("b").value(zero)).isZero();
        assertThat(formula.derivative("x").value(zero)).isZero();
        assertThat(formula.derivative("y")).isEqualTo(Formula.parse("0"));
    }

    @Test
    void tiesAreShared() {
        Map<String, Double> tie = Map.of("x", 2.0, "y", 2.0);
        assertThat(Formula.parse("max(x, 3*y - 4)").derivative("y").value(tie)).isEqualTo(1.5);
        assertThat(Formula.parse("min(x, 3*y - 4)").derivative("x").value(tie)).isEqualTo(0.5);
        assertThat(Formula.parse("abs(x - y)").derivative("x").value(tie)).isZero();
    }

    @Test
    void textReadsBackToTheSameTree() {
        for (int i = 0; i < 4000; i++) {
            Formula formula = new Written(Key.of(7).fold(i)).formula(1 + i % 40);
            String text = formula.text();
            Formula back = Formula.parse(text);
            assertThat(back).as(text).isEqualTo(formula);
            assertThat(back.text()).isEqualTo(text);
            assertThat(formula).hasToString(text);
        }
    }

    @Test
    void simplifyingKeepsEveryValue() {
        for (int i = 0; i < 1000; i++) {
            Formula formula = new Written(Key.of(8).fold(i)).formula(1 + i % 12);
            Map<String, Double> place = new TreeMap<>();
            formula.names().forEach(name -> place.put(name, 0.5 + name.length() / 8.0));
            double value = formula.value(place);
            assertThat(Double.doubleToLongBits(formula.simplified().value(place) + 0.0))
                    .as(formula.text())
                    .isEqualTo(Double.doubleToLongBits(value + 0.0));
        }
        assertThat(Formula.parse("0 - (-x)*y + (-a) - (-b) + 1*x^1/1 + 0")
                        .simplified()
                        .text())
                .isEqualTo("x*y - a + b + x");
    }

    @Test
    void plansComputeManyRowsInBlocks() {
        List<Formula> formulas = List.of(
                Formula.parse("a*exp(-b*x) + y"),
                Formula.parse("a*b"),
                Formula.parse("x"),
                Formula.parse("x*x - exp(-b*x)/a"),
                Formula.parse("a"));
        int rows = 1000;
        double[][] columns = {new double[rows], new double[rows]};
        for (int i = 0; i < rows; i++) {
            columns[0][i] = i / 100.0;
            columns[1][i] = -i;
        }
        double[][] results = new double[formulas.size()][rows];
        Plan plan = Plan.of(formulas, List.of("x", "y"), List.of("a", "b"));
        plan.on(columns, rows, new double[] {3, 0.5}, results);
        for (int i = 0; i < rows; i += 37) {
            Map<String, Double> place = Map.of("x", columns[0][i], "y", columns[1][i], "a", 3.0, "b", 0.5);
            for (int r = 0; r < results.length; r++) {
                assertThat(results[r][i]).isEqualTo(formulas.get(r).value(place));
            }
        }
    }
}
