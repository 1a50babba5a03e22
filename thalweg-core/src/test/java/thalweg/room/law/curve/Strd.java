package thalweg.room.law.curve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.data.Dataset;
import thalweg.flow.Reference;

/// The NIST/ITL Statistical Reference Datasets for nonlinear regression, as a user types them.
public final class Strd {
    private static final Reference SETS = Reference.read("nist_strd.json").at("datasets");
    private static final String EXPONENTIALS = "y = b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)";
    private static final String PEAKS = "y = b1*exp(-b2*x) + b3*exp(-(x-b4)**2/b5**2) + b6*exp(-(x-b7)**2/b8**2)";
    private static final String CUBICS = "y = (b1+b2*x+b3*x**2+b4*x**3)/(1+b5*x+b6*x**2+b7*x**3)";

    private static final Map<String, String> FORMULAS = formulas();

    private Strd() {}

    private static Map<String, String> formulas() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Misra1a", "y = b1*(1-exp(-b2*x))");
        all.put("Chwirut2", "y = exp(-b1*x)/(b2+b3*x)");
        all.put("Chwirut1", "y = exp(-b1*x)/(b2+b3*x)");
        all.put("Lanczos3", EXPONENTIALS);
        all.put("Gauss1", PEAKS);
        all.put("Gauss2", PEAKS);
        all.put("DanWood", "y = b1*x**b2");
        all.put("Misra1b", "y = b1*(1-(1+b2*x/2)**(-2))");
        all.put("Kirby2", "y = (b1+b2*x+b3*x**2)/(1+b4*x+b5*x**2)");
        all.put("Hahn1", CUBICS);
        all.put("Nelson", "log(y) = b1 - b2*x*exp(-b3*x2)");
        all.put("MGH17", "y = b1 + b2*exp(-x*b4) + b3*exp(-x*b5)");
        all.put("Lanczos1", EXPONENTIALS);
        all.put("Lanczos2", EXPONENTIALS);
        all.put("Gauss3", PEAKS);
        all.put("Misra1c", "y = b1*(1-(1+2*b2*x)**(-.5))");
        all.put("Misra1d", "y = b1*b2*x*((1+b2*x)**(-1))");
        all.put("Roszman1", "y = b1 - b2*x - arctan(b3/(x-b4))/pi");
        all.put(
                "ENSO",
                "y = b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12) + b5*cos(2*pi*x/b4) + b6*sin(2*pi*x/b4)"
                        + " + b8*cos(2*pi*x/b7) + b9*sin(2*pi*x/b7)");
        all.put("MGH09", "y = b1*(x**2+x*b2)/(x**2+x*b3+b4)");
        all.put("Thurber", CUBICS);
        all.put("Rat42", "y = b1/(1+exp(b2-b3*x))");
        all.put("Rat43", "y = b1/((1+exp(b2-b3*x))**(1/b4))");
        return all;
    }

    public static List<String> names() {
        return List.copyOf(FORMULAS.keySet());
    }

    /// The equation of a set.
    public static String formula(String name) {
        return FORMULAS.getOrDefault(name, "");
    }

    /// Columns y, x and for Nelson x2.
    public static Dataset table(String name) {
        List<Reference> rows = SETS.at(name + "/data").items();
        int columns = rows.getFirst().items().size();
        Map<String, double[]> table = new LinkedHashMap<>();
        for (int c = 0; c < columns; c++) {
            int place = c;
            table.put(
                    List.of("y", "x", "x2").get(c),
                    rows.stream()
                            .mapToDouble(row -> row.items().get(place).number())
                            .toArray());
        }
        return Dataset.of(table);
    }

    /// `start1`, `start2`, `certified` or `certified_sd`.
    public static double[] numbers(String name, String what) {
        return SETS.at(name + "/" + what).numbers();
    }

    /// `rss`, `residual_sd` or `dof`.
    public static double number(String name, String what) {
        return SETS.at(name + "/" + what).number();
    }

    /// Correct digits: the least of `-log10 |found / certified - 1|`, at most 11.
    public static double digits(double[] found, double[] certified) {
        double least = 11;
        for (int j = 0; j < found.length; j++) {
            double error = Math.abs(found[j] / certified[j] - 1);
            least = Double.isNaN(error) ? Double.NEGATIVE_INFINITY : Math.min(least, -Math.log10(error));
        }
        return least;
    }
}
