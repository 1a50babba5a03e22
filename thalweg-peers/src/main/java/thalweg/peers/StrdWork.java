package thalweg.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.formula.Equation;
import thalweg.landscape.Box;
import thalweg.room.law.curve.Curve;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Rows;
import thalweg.study.Lab;
import thalweg.study.page.Json;

/// The 23 nonlinear regressions of NIST/ITL StRD, each from the text of its formula to parameters with covariance.
record StrdWork() implements Work {
    /// One regression.
    private record Problem(String equation, double[][] columns, double[] target, double[] start) {
        CurveFit fit() {
            Equation parsed = Equation.parse(equation);
            List<String> inputs = new ArrayList<>(parsed.right().names());
            List<String> parameters = new ArrayList<>(inputs);
            inputs.removeIf(name -> name.startsWith("b"));
            parameters.removeIf(name -> !name.startsWith("b"));
            double[] ones = new double[target.length];
            Arrays.fill(ones, 1);
            Rows rows = new Rows(Arrays.copyOf(columns, inputs.size()), target, ones);
            Curve curve = Curve.of(parsed.right(), inputs, parameters);
            return CurveFit.of(Lab.quiet(), curve, rows, start, Box.everywhere(start.length), 1);
        }
    }

    @Override
    public String name() {
        return "strd";
    }

    @Override
    public String says() {
        return "the 23 nonlinear regressions of NIST StRD, by their first and their second starts";
    }

    @Override
    public List<String> cases() {
        return List.of("start1", "start2");
    }

    @Override
    public String unit() {
        return "s for all";
    }

    @Override
    public List<Integer> threads() {
        return List.of(1);
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer("lmfit", "classic", "strd.py"));
    }

    @Override
    public Samples run(String variant, int threads) {
        List<Problem> problems = problems(variant);
        return Timing.of(() -> problems.forEach(Problem::fit), 5, 1, seconds -> seconds);
    }

    private static List<Problem> problems(String start) {
        Path home = Path.of(System.getProperty("thalweg.peers", "thalweg-peers"));
        Path reference = home.resolve("../thalweg-core/src/test/resources/thalweg/flow/nist_strd.json");
        try {
            Map<?, ?> sets = map(
                    Json.object(Files.readString(reference), "nist_strd.json").get("datasets"));
            List<Problem> problems = new ArrayList<>();
            for (String line : Files.readAllLines(home.resolve("peers/strd.txt"))) {
                int space = line.indexOf(' ');
                Map<?, ?> set = map(sets.get(line.substring(0, space)));
                problems.add(problem(line.substring(space + 1), set, numbers(set.get(start))));
            }
            return problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(String equation, Map<?, ?> set, double[] start) {
        double[][] data = list(set.get("data")).stream().map(StrdWork::numbers).toArray(double[][]::new);
        double[][] columns = new double[data[0].length][data.length];
        for (int i = 0; i < data.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = data[i][c];
            }
        }
        double[] target = equation.startsWith("log")
                ? Arrays.stream(columns[0]).map(StrictMath::log).toArray()
                : columns[0];
        return new Problem(equation, Arrays.copyOfRange(columns, 1, columns.length), target, start);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static double[] numbers(@Nullable Object value) {
        return list(value).stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }
}
