package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.data.Nearest;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is to move, as a user says it: a system by name or a Hamiltonian by formula, and where it starts.
public record Subject(
        @Nullable Mechanism system, @Nullable String hamiltonian, List<String> pairs, Map<String, Double> constants) {
    /// What stands against it before a start is known.
    public List<Problem> problems() {
        String names = "kepler, pendulum, double-pendulum, henon-heiles, arenstorf, spring";
        if (system == null && hamiltonian == null) {
            return List.of(new Problem(
                    "system",
                    "nothing that moves",
                    "one of " + names + ", or --hamiltonian FORMULA --pairs x:vx,...",
                    "name one: `follow orbit kepler`"));
        }
        if (system != null && (hamiltonian != null || !pairs.isEmpty() || !constants.isEmpty())) {
            String knob = hamiltonian != null ? "hamiltonian" : pairs.isEmpty() ? "constants" : "pairs";
            return List.of(new Problem(
                    knob,
                    "a system with a name and --" + knob,
                    "a system with a name, or a formula with its pairs",
                    "leave one of them out"));
        }
        if (hamiltonian != null) {
            try {
                Written.of(hamiltonian, pairs, constants);
            } catch (Misuse e) {
                String knob = e.found().contains("pair")
                        ? "pairs"
                        : e.found().startsWith("the constant") ? "constants" : "hamiltonian";
                return List.of(Problem.of(knob, e));
            }
        }
        return List.of();
    }

    private Written written() {
        return Written.of(Objects.requireNonNull(hamiltonian), pairs, constants);
    }

    /// The motion from a start.
    ///
    /// @throws Misuse if its energy is no number there
    public Motion motion(double[] start) {
        Motion motion = system == null ? written().from(start) : system.from(start);
        double energy = motion.energy().at(start);
        if (!Double.isFinite(energy)) {
            throw new Misuse(
                    "an energy of " + energy + " at the start " + said(motion.names(), start),
                    "a start where the energy is a number",
                    "start elsewhere");
        }
        return motion;
    }

    private List<String> names() {
        return system == null ? written().names() : system.names();
    }

    /// Where it starts: as said, or as a row of a table says, or as the system does by itself.
    ///
    /// @throws Misuse for names, numbers or rows that are not there
    public double[] start(List<String> words, @Nullable Data table, int row, Lab lab) {
        if (table != null) {
            if (!words.isEmpty()) {
                throw new Misuse("a start and a table to start from", "one of them", "leave --start or --from out");
            }
            return row(lab.open(table), row);
        }
        if (words.isEmpty()) {
            if (system != null) {
                return system.start();
            }
            throw new Misuse(
                    "no start",
                    "a number for each of " + String.join(", ", names()),
                    "give --start " + String.join("=1,", names()) + "=0, or --from FILE");
        }
        return words.stream().anyMatch(word -> word.contains("=")) ? named(words) : listed(words);
    }

    private double[] listed(List<String> words) {
        if (words.size() != names().size()) {
            throw new Misuse(
                    words.size() + (words.size() == 1 ? " number" : " numbers"),
                    names().size() + ", one for each of " + String.join(", ", names()) + " in this order",
                    words.size() % 2 == 0 ? "give one each" : "places and momenta must pair");
        }
        return words.stream().mapToDouble(Subject::number).toArray();
    }

    /// Names left out keep the system's own start, or are 0 in a formula.
    private double[] named(List<String> words) {
        double[] start = system == null ? new double[names().size()] : system.start();
        List<String> seen = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals).strip();
            int at = names().indexOf(name);
            if (equals < 0 || at < 0 || seen.contains(name)) {
                throw new Misuse(
                        seen.contains(name) ? name + " twice" : "\"" + word + "\"",
                        "NAME=VALUE with names of " + String.join(", ", names()),
                        Nearest.advice(name, names(), "correct it"));
            }
            seen.add(name);
            start[at] = number(word.substring(equals + 1));
        }
        return start;
    }

    private static double number(String word) {
        try {
            double value = Double.parseDouble(word.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Misuse("\"" + word + "\"", "a finite number, like 0.4", "correct it");
    }

    private double[] row(Dataset table, int row) {
        if (row > table.rows()) {
            throw new Misuse("row " + row, "a row from 1 to " + table.rows(), "correct --row");
        }
        double[] start = new double[names().size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = table.numbers(names().get(i))[row - 1];
        }
        if (!Arrays.stream(start).allMatch(Double::isFinite)) {
            throw new Misuse(
                    "row " + row + " with " + said(names(), start), "a number in each column", "choose another row");
        }
        return start;
    }

    private static String said(List<String> names, double[] state) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < state.length; i++) {
            words.append(i == 0 ? "" : ", ").append(names.get(i)).append(" = ").append(OrbitEnd.number(state[i]));
        }
        return words.toString();
    }
}
