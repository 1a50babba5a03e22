package thalweg.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A stored table of numbers from outside: comma separated, quoted or not, one line of names.
record Table(List<String> names, List<List<String>> rows) {
    static Table read(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/thalweg/measure/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"", "")
                    .lines()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            return new Table(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number(int row, String column) {
        return Double.parseDouble(rows.get(row).get(names.indexOf(column)));
    }

    double[] column(String name) {
        double[] x = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = number(i, name);
        }
        return x;
    }
}
