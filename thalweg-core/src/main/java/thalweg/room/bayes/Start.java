package thalweg.room.bayes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.landscape.Flat;

/// Where chains begin: free coordinates drawn evenly from a cube about 0, with quantities that were given put in.
///
/// @param radius half the side of the cube
/// @param given quantities by name, one map a chain, the last for all further chains; empty for none
record Start(double radius, List<Map<String, Double>> given) {
    private static final int TRIES = 100;

    /// A start that came to a finite energy and slope, or else why none did.
    record Found(double[] place, String failure) {}

    /// Reads a radius, `NAME=VALUE,NAME=VALUE`, or the path of a table with a column a quantity and a row a chain.
    ///
    /// @throws Misuse for anything else
    static Start parse(String text) {
        if (text.isEmpty()) {
            return new Start(2, List.of());
        }
        try {
            double radius = Double.parseDouble(text);
            if (radius >= 0 && radius < 1e6) {
                return new Start(radius, List.of());
            }
        } catch (NumberFormatException e) {
            if (!text.contains("=")) {
                return new Start(2, rows(Dataset.of(Path.of(text))));
            }
            Map<String, Double> given = new LinkedHashMap<>();
            for (String pair : text.split(",")) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw unfit(text);
                }
                given.put(pair.substring(0, equals).strip(), number(text, pair.substring(equals + 1)));
            }
            return new Start(2, List.of(given));
        }
        throw unfit(text);
    }

    private static double number(String text, String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            throw unfit(text);
        }
    }

    private static Misuse unfit(String text) {
        return new Misuse(
                "\"" + text + "\"", "a radius, NAME=VALUE,NAME=VALUE, or a table", "0 starts every chain at 0");
    }

    private static List<Map<String, Double>> rows(Dataset table) {
        List<Map<String, Double>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            rows.add(new LinkedHashMap<>());
        }
        for (Column column : table.columns()) {
            double[] values = table.numbers(table.number(column.name()).name());
            for (int i = 0; i < values.length; i++) {
                rows.get(i).put(column.name(), values[i]);
            }
        }
        return rows;
    }

    /// @throws Misuse if a given quantity is unknown or outside its bounds
    double[] at(Posterior posterior, int chain, Key key) {
        int d = posterior.flat().size();
        double[] u = key.uniforms(d);
        for (int i = 0; i < d; i++) {
            u[i] = radius * (2 * u[i] - 1);
        }
        return given.isEmpty() ? u : posterior.free(given.get(Math.min(chain, given.size() - 1)), u);
    }

    /// The first of a hundred starts with a finite energy and slope.
    Found find(Posterior posterior, int chain, Key key) {
        Flat<Tensor> flat = posterior.flat();
        double[] slope = new double[flat.size()];
        String why = "";
        for (int n = 0; n < TRIES; n++) {
            double[] u = at(posterior, chain, key.fold(n));
            double height = flat.at(u, slope);
            int odd = Double.isFinite(height) ? odd(slope) : -1;
            if (Double.isFinite(height) && odd < 0) {
                return new Found(u, "");
            }
            if (why.isEmpty()) {
                String blame = posterior.blame(u);
                why = !blame.isEmpty()
                        ? blame
                        : odd >= 0
                                ? "the slope along free coordinate " + (odd + 1) + " is " + slope[odd]
                                : "the energy is " + height;
            }
        }
        return new Found(new double[0], why);
    }

    private static int odd(double[] slope) {
        for (int i = 0; i < slope.length; i++) {
            if (!Double.isFinite(slope[i])) {
                return i;
            }
        }
        return -1;
    }
}
