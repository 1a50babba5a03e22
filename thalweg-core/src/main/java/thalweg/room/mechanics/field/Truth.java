package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.flow.Rate;
import thalweg.formula.Formula;
import thalweg.formula.Plan;

/// A Hamiltonian written as a formula of its coordinates, with its slopes: what learned ones are judged by.
///
/// @param names of the coordinates, positions first
/// @param text of the formula
/// @param drag on every momentum, in 1/time
public record Truth(List<String> names, String text, double drag) {
    public Truth {
        names = List.copyOf(names);
        Formula formula = Formula.parse(text);
        for (String name : formula.names()) {
            if (!names.contains(name)) {
                throw new Misuse(
                        "the name " + name + " in " + text,
                        "names among " + String.join(", ", names),
                        "write the Hamiltonian in the columns of --state");
            }
        }
    }

    /// Its height and slopes made ready.
    public Ready ready() {
        Formula formula = Formula.parse(text);
        List<Formula> all = new ArrayList<>();
        all.add(formula);
        names.forEach(name -> all.add(formula.derivative(name)));
        return new Ready(Plan.of(all, names, List.of()), names.size(), drag);
    }

    /// A formula made ready to be computed.
    public record Ready(Plan plan, int size, double drag) {
        private double[][] values(double[] x) {
            double[][] columns = new double[size][1];
            for (int a = 0; a < size; a++) {
                columns[a][0] = x[a];
            }
            double[][] results = new double[size + 1][1];
            plan.on(columns, 1, new double[0], results);
            return results;
        }

        /// H at a state.
        public double height(double[] x) {
            return values(x)[0][0];
        }

        /// Writes `grad H`.
        public Rate.Written slope() {
            return (t, x, out) -> {
                double[][] values = values(x);
                for (int a = 0; a < size; a++) {
                    out[a] = values[a + 1][0];
                }
            };
        }

        /// Hamilton's equations with the drag.
        public Rate.Written velocity() {
            int d = size / 2;
            return (t, x, out) -> {
                double[][] values = values(x);
                for (int i = 0; i < d; i++) {
                    out[i] = values[d + i + 1][0];
                    out[d + i] = -values[i + 1][0] - drag * out[i];
                }
            };
        }
    }
}
