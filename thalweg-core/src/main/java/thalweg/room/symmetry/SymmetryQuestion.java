package thalweg.room.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.data.Nearest;
import thalweg.formula.Formula;
import thalweg.room.symmetry.generator.Generators;
import thalweg.room.symmetry.generator.Polynomial;
import thalweg.room.symmetry.sample.Groups;
import thalweg.room.symmetry.sample.Made;
import thalweg.room.symmetry.sample.Recipe;
import thalweg.room.symmetry.sample.TrajectoryTable;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is asked when linear symmetries are sought.
final class SymmetryQuestion {
    private static final Map<String, String> FUNCTIONS = Map.of(
            "circle", "x^2 + y^2",
            "sphere", "x^2 + y^2 + z^2",
            "minkowski", "t^2 - x^2 - y^2 - z^2",
            "kepler-energy", "vx^2/2 + vy^2/2 - 1/sqrt(x^2 + y^2)");

    private final DiscoverSymmetry asked;
    private @Nullable Answer answer;

    SymmetryQuestion(DiscoverSymmetry asked) {
        this.asked = asked;
    }

    /// What was found.
    ///
    /// @param names of the coordinates
    /// @param residual what the fitted polynomials leave, over the deviation
    /// @param angle to the generators that are known, NaN where none are
    record Answer(List<String> names, Generators generators, double residual, double angle) {}

    List<Problem> check(Lab lab) {
        try {
            answer = asked.of() == DiscoverSymmetry.Of.FUNCTION ? function(lab) : motion(lab);
            return List.of();
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
    }

    Answer answer() {
        return java.util.Objects.requireNonNull(answer);
    }

    private Data data() {
        Data data = asked.data();
        if (data == null) {
            throw new Misuse("no data", "a file or a name", "name one: `discover symmetry minkowski`");
        }
        return data;
    }

    private Answer function(Lab lab) {
        if (data() instanceof Data.File file && file.isWord()) {
            return named(file.path(), lab.key().fold(2));
        }
        Dataset table = lab.open(data());
        String target =
                table.number(asked.target() == null ? "f" : asked.target()).name();
        List<String> names = asked.columns().coordinates().isEmpty()
                ? table.numeric().stream()
                        .map(Column::name)
                        .filter(n -> !n.equals(target))
                        .toList()
                : asked.columns().coordinates();
        names.forEach(table::number);
        return fitted(names, table.numbers(names), table.numbers(target), Double.NaN);
    }

    private Answer named(String name, Key key) {
        String text = FUNCTIONS.get(name);
        if (text == null) {
            throw new Misuse(
                    "no file and no function \"" + name + "\"",
                    "a file, or one of "
                            + String.join(
                                    ", ", FUNCTIONS.keySet().stream().sorted().toList()),
                    Nearest.advice(name, FUNCTIONS.keySet(), "for a system say --of motion"));
        }
        Formula f = Formula.parse(text);
        List<String> names = List.copyOf(f.names());
        int n = asked.points();
        double[][] place = new double[names.size()][];
        for (int c = 0; c < place.length; c++) {
            place[c] = key.fold(c).normals(n);
        }
        if (name.equals("kepler-energy")) {
            return new Answer(
                    names, Generators.ofFunction(place, Polynomial.slopes(f, names, place), 0), 0, Double.NaN);
        }
        double[][] value = new double[1][n];
        thalweg.formula.Plan.of(List.of(f), names, List.of()).on(place, n, new double[0], value);
        double size = asked.noise() * Groups.deviation(value[0]);
        for (int c = 0; c < place.length && asked.noise() > 0; c++) {
            double[] error = key.fold(100 + c).normals(n);
            for (int i = 0; i < n; i++) {
                place[c][i] += asked.noise() * error[i];
            }
        }
        double[] error = key.fold(200).normals(n);
        for (int i = 0; i < n && size > 0; i++) {
            value[0][i] += size * error[i];
        }
        Answer found = fitted(names, place, value[0], Double.NaN);
        return new Answer(
                names, found.generators(), found.residual(), found.generators().angle(rotations(f, names)));
    }

    /// The generators that keep a diagonal form: `s_b E_ab - s_a E_ba`.
    private static double[][] rotations(Formula f, List<String> names) {
        int d = names.size();
        double[] sign = names.stream()
                .mapToDouble(n -> f.derivative(n).derivative(n).value(zero(names)))
                .toArray();
        List<double[]> all = new ArrayList<>();
        for (int a = 0; a < d; a++) {
            for (int b = a + 1; b < d; b++) {
                double[] one = new double[d * d];
                one[a * d + b] = sign[b];
                one[b * d + a] = -sign[a];
                all.add(one);
            }
        }
        return all.toArray(double[][]::new);
    }

    private static Map<String, Double> zero(List<String> names) {
        Map<String, Double> zero = new java.util.HashMap<>();
        names.forEach(n -> zero.put(n, 0.0));
        return zero;
    }

    private Answer fitted(List<String> names, double[][] place, double[] value, double angle) {
        Polynomial fit = Polynomial.fit(names, place, value, asked.degree());
        double[][] slope = Polynomial.slopes(fit.formula(), names, place);
        return new Answer(names, Generators.ofFunction(place, slope, fit.residual()), fit.residual(), angle);
    }

    private Answer motion(Lab lab) {
        Groups groups = groups(lab);
        double[] time = groups.time();
        if (time == null) {
            throw new Misuse("trajectories without a time", "a column of the time", "name it with --time");
        }
        List<String> names = groups.noisy();
        int d = names.size();
        List<Integer> rows = new ArrayList<>();
        for (int g = 0; g < groups.count(); g++) {
            for (int i = groups.start()[g] + 3; i < groups.start()[g + 1] - 3; i++) {
                rows.add(i);
            }
        }
        double[][] place = new double[d][rows.size()];
        double[][] rate = new double[d][rows.size()];
        for (int c = 0; c < d; c++) {
            double[] x = groups.column(names.get(c));
            for (int k = 0; k < rows.size(); k++) {
                int i = rows.get(k);
                place[c][k] = x[i];
                rate[c][k] = 1.5 * (x[i + 1] - x[i - 1]) / (time[i + 1] - time[i - 1])
                        - 0.6 * (x[i + 2] - x[i - 2]) / (time[i + 2] - time[i - 2])
                        + 0.1 * (x[i + 3] - x[i - 3]) / (time[i + 3] - time[i - 3]);
            }
        }
        double[][] jacobian = new double[d * d][];
        double[][] smooth = new double[d][rows.size()];
        double residual = 0;
        for (int c = 0; c < d; c++) {
            Polynomial fit = Polynomial.fit(names, place, rate[c], asked.degree());
            residual = Math.max(residual, fit.residual());
            double[][] slopes = Polynomial.slopes(fit.formula(), names, place);
            System.arraycopy(slopes, 0, jacobian, c * d, d);
            thalweg.formula.Plan.of(List.of(fit.formula()), names, List.of())
                    .on(place, rows.size(), new double[0], new double[][] {smooth[c]});
        }
        return new Answer(names, Generators.ofMotion(place, smooth, jacobian, residual), residual, Double.NaN);
    }

    private Groups groups(Lab lab) {
        if (data() instanceof Data.File file && file.isWord()) {
            List<String> names = Recipe.all().stream().map(Recipe::name).toList();
            Recipe recipe = Recipe.all().stream()
                    .filter(r -> r.name().equals(file.path()))
                    .findFirst()
                    .orElseThrow(() -> new Misuse(
                            "no file and no system \"" + file.path() + "\"",
                            "a file, or one of " + String.join(", ", names),
                            Nearest.advice(file.path(), names, "for a function leave --of out")));
            return Made.of(
                    recipe,
                    20,
                    Math.max(20, asked.points() / 20),
                    asked.noise(),
                    lab,
                    lab.key().fold(1));
        }
        InvariantColumns columns = asked.columns();
        return new TrajectoryTable(
                        lab.open(data()), columns.trajectory(), columns.time(), columns.coordinates(), Map.of())
                .read()
                .groups();
    }
}
