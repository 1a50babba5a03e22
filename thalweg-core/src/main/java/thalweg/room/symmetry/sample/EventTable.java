package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// Events as rows: a body before or after an event (long), or a body with both velocities, or a whole event (wide).
///
/// @param event the column that tells events apart, null to recognise it
/// @param phase the column of the phase, perhaps with its two words as `phase:before,after`, or the two words alone;
///     null to recognise them
/// @param mass the column of the mass, null to recognise it
/// @param velocity the components, empty to recognise them
/// @param units that replace those of the header
public record EventTable(
        Dataset table,
        @Nullable String event,
        @Nullable String phase,
        @Nullable String mass,
        List<String> velocity,
        Map<String, String> units) {
    private static final List<List<String>> AXES =
            List.of(List.of("vx", "vy", "vz"), List.of("vx", "vy"), List.of("v"), List.of("vx"));

    /// Whether a table looks like one of events.
    public static boolean fits(Dataset table) {
        return Recognised.of(Recognised.PHASE, table).isPresent()
                || WideEvents.ends(table).isPresent();
    }

    /// Reads the table.
    ///
    /// @throws Misuse if columns are missing or hold no numbers
    public Reading read() {
        PhaseWords words = PhaseWords.of(phase, table);
        if (words.column().isEmpty()) {
            Dataset longer = WideEvents.longer(table, words, event, mass);
            List<String> axes =
                    velocity.stream().filter(v -> longer.find(v).isPresent()).toList();
            return new EventTable(longer, "event", "phase:" + words.before() + "," + words.after(), null, axes, units)
                    .read();
        }
        List<String> axes = axes();
        String weight = mass != null
                ? table.number(mass).name()
                : Recognised.of(Recognised.MASS, table).orElse("");
        String id = event != null
                ? table.column(event).name()
                : Recognised.of(Recognised.EVENT, table).orElse("");
        List<String> warnings = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (!weight.isEmpty()) {
            names.add(weight);
        }
        names.addAll(axes);
        for (Column column : table.numeric()) {
            String name = column.name();
            if (!names.contains(name)
                    && !name.equals(id)
                    && !name.equals(words.column())
                    && column.firstText() == null
                    && !Recognised.is(Recognised.COUNT, name)) {
                names.add(name);
            }
        }
        names.forEach(table::number);
        List<String> phases =
                table.texts(words.column()).stream().map(String::strip).toList();
        List<String> events = id.isEmpty() ? phases.stream().map(_ -> "").toList() : table.texts(id);
        double[][] all = table.numbers(names);
        List<String> extra = names.subList(axes.size() + (weight.isEmpty() ? 0 : 1), names.size());
        int[] whole = IntStream.range(0, events.size())
                .filter(i ->
                        (phases.get(i).equals(words.before()) || phases.get(i).equals(words.after())))
                .filter(i -> IntStream.range(0, names.size() - extra.size()).allMatch(c -> Double.isFinite(all[c][i])))
                .toArray();
        if (whole.length < events.size()) {
            warnings.add((events.size() - whole.length) + " of " + events.size()
                    + " rows have gaps or another phase and were left out.");
        }
        double[][] columns =
                Arrays.stream(all).map(c -> GroupOrder.pick(c, whole)).toArray(double[][]::new);
        Map<String, String> known = SameUnits.convert(table, names, columns, units, warnings);
        List<String> group = IntStream.of(whole).mapToObj(events::get).toList();
        double[] late = IntStream.of(whole)
                .mapToDouble(i -> phases.get(i).equals(words.after()) ? 1 : 0)
                .toArray();
        return new EventSums(names, group, late, columns, whole).reading(known, warnings, weight, axes, id.isEmpty());
    }

    private List<String> axes() {
        if (!velocity.isEmpty()) {
            velocity.forEach(table::number);
            return velocity;
        }
        for (List<String> axes : AXES) {
            if (axes.stream().allMatch(a -> table.find(a).isPresent())) {
                return axes;
            }
        }
        Optional<String> word = Recognised.of(List.of("velocity", "u"), table);
        return List.of(word.orElseThrow(() -> new Misuse(
                "no column of velocities in " + table.name() + ": "
                        + String.join(
                                ", ", table.columns().stream().map(Column::name).toList()),
                "v, or vx, vy, vz",
                "name them with --velocity")));
    }
}
