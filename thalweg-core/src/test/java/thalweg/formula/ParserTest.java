package thalweg.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Key;
import thalweg.array.Misuse;

class ParserTest {
    private static double value(String text) {
        return Formula.parse(text).value(Map.of("x", 3.0, "y", 0.5, "α", 2.0, "x₁", 7.0, "my column", 11.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -x^2              | -9
        (-x)^2            | 9
        2^3^2             | 512
        2**3**2           | 512
        2^-1              | 0.5
        -2^-2             | -0.25
        10 - 4 - 3        | 3
        24/4/3            | 2
        24/4*3            | 18
        2*-3              | -6
        --x               | 3
        +x                | 3
        1.5e2 + .5 + 2.   | 152.5
        1e-2*1E+2         | 1
        2 - 3*x           | -7
        min(4, x, 5)      | 3
        max(4, x, 5)      | 5
        pow(x, 2)         | 9
        ln(e)             | 1
        log10(1000)       | 3
        log2(8)           | 3
        sqrt(16)          | 4
        abs(-x)           | 3
        sign(-x)          | -1
        floor(-0.5)       | -1
        ceil(0.5)         | 1
        4*atan(1) - pi    | 0
        atan2(1, -1)/pi   | 0.75
        x·α × 2           | 12
        x − 1             | 2
        12 ÷ x            | 4
        x₁ + `my column`  | 18
        π/pi              | 1
        gamma(5)          | 24
        lgamma(1)         | 0
        """)
    void readsWhatPeopleWrite(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }

    /// Special values from DLMF: erf(1) by 7.2.1, digamma(1) = -Euler by 5.4.12, trigamma(1) = pi^2/6 by 5.4.13.
    @Test
    void specialFunctions() {
        assertThat(value("erf(1)")).isCloseTo(0.8427007929497148, within(1e-15));
        assertThat(value("digamma(1)")).isCloseTo(-0.5772156649015329, within(1e-15));
        assertThat(value("polygamma(1, 1)")).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(value("gamma(-0.5)")).isCloseTo(-2 * Math.sqrt(Math.PI), within(1e-14));
        assertThat(value("gamma(-1.5)")).isCloseTo(4 * Math.sqrt(Math.PI) / 3, within(1e-14));
        assertThat(value("asinh(-1e-10)")).isEqualTo(-1e-10);
        assertThat(value("asinh(1e200)")).isCloseTo(Math.log(2) + 200 * Math.log(10), within(1e-12));
        assertThat(value("acosh(1e200)")).isCloseTo(Math.log(2) + 200 * Math.log(10), within(1e-12));
        assertThat(value("atanh(-0.5)")).isCloseTo(-0.5 * Math.log(3), within(1e-15));
        assertThat(value("acosh(0.5)")).isNaN();
        assertThat(value("expm1(1e-20)")).isEqualTo(1e-20);
        assertThat(value("log1p(1e-20)")).isEqualTo(1e-20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        b1*(1-)         | `)` in column 7             | a number, a name or `(`       | write what is missing
        ""              | the end in column 1         | a number, a name or `(`       | write a formula
        a +             | the end in column 4         | a number, a name or `(`       | write what is missing
        2x              | `x` in column 2             | an operator or the end        | write 2*x
        2 exp(x)        | `exp` in column 3           | an operator or the end        | write 2*exp
        x (y)           | the function `x` in column 1| one of abs, acos              | write x*( )
        (x)(y)          | `(` in column 4             | an operator or the end        | write `*` between factors
        x)              | `)` in column 2             | an operator or the end        | open a parenthesis
        (x              | the end in column 3         | `)` for the `(` in column 1   | close it
        exp((x + 1)     | the end in column 12        | `)` for the `(` in column 4   | close it
        exq(x)          | the function `exq` in column 1 | one of abs                 | did you mean exp
        y*sinn(x)       | the function `sinn` in column 3 | one of abs                | did you mean sign or sin
        erfc(x)         | the function `erfc`         | one of abs                    | write 1 - erf(x)
        exp x           | `x` in column 5             | `(` behind the function `exp` | write exp(...)
        sin*x           | `*` in column 4             | `(` behind the function `sin` | write sin(...)
        1,5*x           | `,` in column 2             | an operator or the end        | decimals with a point
        atan2(y)        | `atan2` in column 1 with 1 argument | two arguments         | commas
        exp(1, 2)       | `exp` in column 1 with 2 arguments  | one argument          | commas
        pow(1, 2, 3)    | `pow` in column 1 with 3 arguments  | two arguments         | commas
        exp()           | `)` in column 5             | a number, a name or `(`       | write what is missing
        y = x           | `=` in column 3             | a formula, no equation        | leave out the left side
        x[1]            | `[` in column 2             | numbers, names                | use ( and )
        x²              | `²` in column 2             | numbers, names                | write ^2
        x < 1           | `<` in column 3             | numbers, names                | max, min or sign
        3!              | `!` in column 2             | numbers, names                | gamma(x + 1)
        1e999           | `1e999` in column 1         | a number from 4.9e-324        | another unit
        1e-999          | `1e-999` in column 1        | a number from 4.9e-324        | another unit
        . + 1           | a point in column 1         | a number like 0.5             | add digits
        `a b            | a backquote in column 1     | between two backquotes        | close it
        polygamma(x, 1) | polygamma of order x        | a whole number                | digamma
        ``              | a name without letters      | 1 to 64 characters            | shorter
        """)
    void saysWhereAFormulaBreaks(String text, String found, String expected, String todo) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOfSatisfying(Misuse.class, e -> {
            assertThat(e.found()).contains(found);
            assertThat(e.expected()).contains(expected);
            assertThat(e.todo()).contains(todo);
        });
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> Formula.parse("x+".repeat(20_000) + "x")).hasMessageContaining("40001 characters");
        assertThatThrownBy(() -> Formula.parse("(".repeat(9_000) + "x" + ")".repeat(9_000)))
                .hasMessageContaining("nested 200 deep in column 201");
        assertThatThrownBy(() -> Formula.parse("-".repeat(9_000) + "x")).hasMessageContaining("nested 200 deep");
        assertThatThrownBy(() -> Formula.parse("x^".repeat(9_000) + "x")).hasMessageContaining("nested 200 deep");
        assertThatThrownBy(() -> Formula.parse("x+".repeat(2_000) + "x")).hasMessageContaining("500 operators");
        assertThatThrownBy(() -> Formula.parse("a".repeat(65))).hasMessageContaining("1 to 64 characters");
    }

    /// A chain as long as is allowed goes through every pass on a small stack.
    @Test
    void theDeepestFormulaFitsASmallStack() throws InterruptedException {
        String text = "1" + "*x".repeat(250) + " + x".repeat(248);
        boolean[] passed = new boolean[1];
        Thread small = new Thread(
                null,
                () -> {
                    Formula deep = Formula.parse(text);
                    Formula slope = deep.derivative("x");
                    passed[0] = Formula.parse(deep.text()).equals(deep)
                            && deep.hashCode() == Formula.parse(text).hashCode()
                            && !deep.simplified().latex().isEmpty()
                            && !deep.java().isEmpty()
                            && !deep.sympy().isEmpty()
                            && slope.value(Map.of("x", 1.0)) == 498
                            && deep.program(List.of("x")).steps().size() > 400;
                },
                "small",
                512 * 1024);
        small.start();
        small.join();
        assertThat(passed[0]).isTrue();
    }

    @Test
    void nonsenseIsRefusedInWords() {
        String[] pieces = {
            "x", "y", "2", "1e5", "3.", ".", "e", "pi", "+", "-", "*", "**", "/", "^", "(", ")", ",", "=", "exp",
            "exp(", "min(", "atan2(", "`", "`a b`", " ", "\t", "\0", "²", "α", "x₁", "€", "\ud800", "\uffff", "😀",
            "\\", "\"", "foo(", "e9",
        };
        Key key = Key.of(1);
        for (int i = 0; i < 20_000; i++) {
            Key own = key.fold(i);
            StringBuilder text = new StringBuilder();
            int length = (int) own.integer(0, 24);
            for (int p = 1; p <= length; p++) {
                text.append(pieces[(int) own.integer(p, pieces.length)]);
            }
            try {
                Formula formula = Formula.parse(text.toString());
                assertThat(Formula.parse(formula.text())).isEqualTo(formula);
            } catch (Misuse e) {
                assertThat(e.found()).isNotEmpty();
                assertThat(e.expected()).isNotEmpty();
                assertThat(e.todo()).isNotEmpty();
            }
        }
    }

    @Test
    void equations() {
        Equation equation = Equation.parse("log(y) = b1 - b2*x");
        assertThat(equation.left()).isEqualTo(Formula.parse("log(y)"));
        assertThat(equation.right()).isEqualTo(Formula.parse("b1 - b2*x"));
        assertThat(equation).hasToString("log(y) = b1 - b2*x");
        assertThatThrownBy(() -> Equation.parse("a*x")).hasMessageContaining("without `=`");
        assertThatThrownBy(() -> Equation.parse("y = a = x")).hasMessageContaining("`=` in column 7");
        assertThatThrownBy(() -> Equation.parse("y) = a")).hasMessageContaining("`)` in column 2");
    }

    @Test
    void names() {
        assertThat(Formula.parse("b1*x + x₁*`my column` + gamma*gamma(2) + e + E")
                        .names())
                .containsExactly("E", "b1", "gamma", "my column", "x", "x₁");
        assertThat(Formula.parse("a*x").with(Map.of("a", Formula.number(-2.5))).text())
                .isEqualTo("-2.5*x");
    }
}
