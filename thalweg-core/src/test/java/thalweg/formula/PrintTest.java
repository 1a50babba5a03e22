package thalweg.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Key;

class PrintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ((a)+(b))+(c)       | a + b + c
        a+(b+c)             | a + (b + c)
        a-(b-c)             | a - (b - c)
        a*(b/c)             | a*(b/c)
        (a*b)/c             | a*b/c
        -(a^2)              | -a^2
        (-a)^2              | (-a)^2
        (a^b)^c             | (a^b)^c
        a**(b**c)           | a^b^c
        a^(-2)              | a^-2
        a^(-b*c)            | a^(-b*c)
        a + -b              | a + (-b)
        a*(-b)              | a*(-b)
        -(a*b)              | -(a*b)
        (-a)*b              | -a*b
        max(a, b, c)        | max(max(a, b), c)
        1E5+1.50e-7+100     | 100000 + 1.5e-7 + 100
        12345678901234567   | 1.2345678901234568e16
        `x` + `e` + `a b`   | x + `e` + `a b`
        """)
    void text(String given, String written) {
        assertThat(Formula.parse(given).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        b1*(1 - exp(-b2*x))  | b_{1} \\, \\left(1 - \\mathrm{e}^{-b_{2} \\, x}\\right)
        a/b + x^2            | \\frac{a}{b} + {x}^{2}
        (a/b)^c              | \\left(\\frac{a}{b}\\right)^{c}
        sin(x)^2             | \\left(\\sin\\left(x\\right)\\right)^{2}
        sqrt(alpha*β)        | \\sqrt{\\alpha \\, \\beta}
        period*x_max         | \\mathrm{period} \\, x_{\\mathrm{max}}
        x₁ - -2              | x_{1} - \\left(-2\\right)
        2*3                  | 2 \\cdot 3
        1.5e-7*pi            | 1.5 \\cdot 10^{-7} \\, \\pi
        arcsin(x) + asinh(x) | \\arcsin\\left(x\\right) + \\operatorname{arsinh}\\left(x\\right)
        """)
    void latex(String given, String written) {
        assertThat(Formula.parse(given).latex()).isEqualTo(written.replace("\\\\", "\\"));
    }

    @Test
    void latexOfBars() {
        assertThat(Formula.parse("abs(x) + lgamma(x)").latex())
                .isEqualTo("\\left|x\\right| + \\ln\\left|\\Gamma\\left(x\\right)\\right|");
    }

    @Test
    void latexIsBalanced() {
        for (int i = 0; i < 1000; i++) {
            String latex = new Written(Key.of(9).fold(i)).formula(1 + i % 30).latex();
            int open = 0;
            for (char c : latex.toCharArray()) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertThat(open).isNotNegative();
            }
            assertThat(open).as(latex).isZero();
            assertThat(latex.split("\\\\left", -1)).hasSameSizeAs(latex.split("\\\\right", -1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a + 2*b               | a + 2.0 * b
        -a^2*(b - c)          | -Math.pow(a, 2.0) * (b - c)
        int*x₁ + `a b` + π    | int_ * x1 + a_b + Math.PI
        x1*x₁                 | x1 * x1_
        ln(x)/log10(x)        | Math.log(x) / Math.log10(x)
        """)
    void java(String given, String written) {
        assertThat(Formula.parse(given).java()).isEqualTo(written);
    }

    /// The Java source, compiled, gives the numbers of the formula to 2 ulp times its depth.
    @Test
    void javaSourceComputesTheSame(@TempDir Path folder) throws Exception {
        List<String> texts = FormulaLawTest.formulas().toList();
        StringBuilder source = new StringBuilder("public final class Compiled {\n");
        for (int i = 0; i < texts.size(); i++) {
            source.append("    public static double f")
                    .append(i)
                    .append("(double a, double b, double x, double y) {\n        return ")
                    .append(Formula.parse(texts.get(i)).java())
                    .append(";\n    }\n");
        }
        Class<?> compiled = compiled(source.append("}\n").toString(), folder);
        for (int i = 0; i < texts.size(); i++) {
            Formula formula = Formula.parse(texts.get(i));
            double value = formula.value(new TreeMap<>(Map.of("a", 1.25, "b", 0.75, "x", 0.6, "y", 0.9)));
            double java = (double) compiled.getMethod("f" + i, double.class, double.class, double.class, double.class)
                    .invoke(null, 1.25, 0.75, 0.6, 0.9);
            assertThat(java).as(formula.text()).isCloseTo(value, within(2 * depth(formula) * Math.ulp(value)));
        }
    }

    /// Whatever the names are, it compiles.
    @Test
    void javaSourceCompiles(@TempDir Path folder) throws Exception {
        StringBuilder source = new StringBuilder("public final class Compiled {\n");
        for (int i = 0; i < 300; i++) {
            Formula formula = new Written(Key.of(10).fold(i)).formula(1 + i % 20);
            List<String> names = new ArrayList<>();
            formula.names().forEach(name -> names.add("double " + new Formula.Name(name).java()));
            source.append("    static double f" + i + "(" + String.join(", ", names) + ") {\n        return "
                    + formula.java() + ";\n    }\n");
        }
        assertThat(compiled(source.append("}\n").toString(), folder)).hasPublicMethods("hashCode");
    }

    private static Class<?> compiled(String source, Path folder) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///Compiled.java"), javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        assertThat(compiler.getTask(null, null, null, options, null, List.of(file))
                        .call())
                .isTrue();
        URL[] place = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, PrintTest.class.getClassLoader())) {
            return loader.loadClass("Compiled");
        }
    }

    static int depth(Formula formula) {
        return switch (formula) {
            case Formula.Literal _, Formula.Constant _, Formula.Name _ -> 1;
            case Formula.Apply apply -> 1 + depth(apply.x());
            case Formula.Join join -> 1 + Math.max(depth(join.x()), depth(join.y()));
        };
    }
}
