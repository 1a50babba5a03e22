package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// Events with before and after in one row, as `m1, v1_before, v1_after`, turned into one row a body and phase.
final class WideEvents {
    private static final Pattern BODY = Pattern.compile("([A-Za-z]+?)_?([0-9]+)_?([A-Za-z]*)");

    private WideEvents() {}

    /// The two ends that pairs of columns have.
    static Optional<PhaseWords> ends(Dataset table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        for (List<String> pair : PhaseWords.PAIRS) {
            boolean found = names.stream()
                    .anyMatch(n -> n.endsWith("_" + pair.get(0))
                            && names.contains(
                                    n.substring(0, n.length() - pair.get(0).length()) + pair.get(1)));
            if (found) {
                return Optional.of(new PhaseWords("", pair.get(0), pair.get(1)));
            }
        }
        return Optional.empty();
    }

    static Dataset longer(Dataset table, PhaseWords words, @Nullable String event, @Nullable String mass) {
        String id = event != null
                ? table.column(event).name()
                : Recognised.of(Recognised.EVENT, table).orElse("");
        // by body, then by plain name, the column before and the column after
        Map<String, Map<String, String[]>> bodies = new TreeMap<>();
        for (Column column : table.numeric()) {
            String name = column.name();
            if (name.equals(id)) {
                continue;
            }
            for (int late = 0; late < 2; late++) {
                String end = "_" + (late == 0 ? words.before() : words.after());
                if (name.endsWith(end)) {
                    put(bodies, name.substring(0, name.length() - end.length()), late, name);
                }
            }
            boolean plain = !name.endsWith("_" + words.before()) && !name.endsWith("_" + words.after());
            if (plain && (name.equals(mass) || name.matches("m(ass)?_?[0-9]*"))) {
                put(bodies, name, 0, name);
                put(bodies, name, 1, name);
            }
        }
        if (bodies.isEmpty()) {
            throw new Misuse(
                    "no columns that end in _" + words.before() + " and _" + words.after() + " in " + table.name(),
                    "pairs of columns such as vx_" + words.before() + " and vx_" + words.after(),
                    "name the column of the phase: --phase COLUMN:before,after");
        }
        Map<String, String[]> shared = bodies.size() > 1 ? bodies.getOrDefault("", Map.of()) : Map.of();
        if (!shared.isEmpty()) {
            bodies.remove("");
            bodies.values().forEach(b -> shared.forEach(b::putIfAbsent));
        }
        return table(table, words, id, mass, bodies);
    }

    private static void put(Map<String, Map<String, String[]>> bodies, String plain, int late, String column) {
        Matcher body = BODY.matcher(plain);
        boolean numbered = body.matches();
        String key = numbered ? body.group(2) : "";
        String name = numbered ? body.group(1) + body.group(3) : plain;
        bodies.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                .computeIfAbsent(name, _ -> new String[] {"", ""})[late] = column;
    }

    private static Dataset table(
            Dataset table,
            PhaseWords words,
            String id,
            @Nullable String mass,
            Map<String, Map<String, String[]>> bodies) {
        int rows = (int) table.rows();
        List<String> names = new ArrayList<>(bodies.values().iterator().next().keySet());
        List<String> ids = id.isEmpty() ? List.of() : table.texts(id);
        int total = 2 * rows * bodies.size();
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, String[]> texts = new LinkedHashMap<>();
        String[] event = new String[total];
        String[] phase = new String[total];
        for (String name : names) {
            String unit = bodies.values().stream()
                    .map(b -> b.getOrDefault(name, new String[] {"", ""})[0])
                    .filter(c -> !c.isEmpty())
                    .map(c -> table.column(c).unitText())
                    .findFirst()
                    .orElse("");
            String plain = name.equals(mass) ? "mass" : name;
            numbers.put(plain + (unit.isEmpty() ? "" : " [" + unit + "]"), new double[total]);
        }
        List<double[]> out = new ArrayList<>(numbers.values());
        int at = 0;
        for (Map<String, String[]> body : bodies.values()) {
            for (int late = 0; late < 2; late++) {
                for (int n = 0; n < names.size(); n++) {
                    String column = body.getOrDefault(names.get(n), new String[] {"", ""})[late];
                    double[] from = column.isEmpty() ? missing(rows) : table.numbers(column);
                    System.arraycopy(from, 0, out.get(n), at, rows);
                }
                for (int i = 0; i < rows; i++) {
                    event[at + i] = ids.isEmpty() ? Integer.toString(i + 1) : ids.get(i);
                    phase[at + i] = late == 0 ? words.before() : words.after();
                }
                at += rows;
            }
        }
        texts.put("event", event);
        texts.put("phase", phase);
        return Dataset.of(numbers, texts);
    }

    private static double[] missing(int rows) {
        double[] gap = new double[rows];
        java.util.Arrays.fill(gap, Double.NaN);
        return gap;
    }
}
