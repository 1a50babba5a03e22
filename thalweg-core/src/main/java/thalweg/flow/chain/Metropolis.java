package thalweg.flow.chain;

import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.flow.Promise;

/// The chain that proposes a move and takes it with probability `min(1, exp(-(E' - E) / T))`; its long-run law is
/// `exp(-E/T)` exactly. Metropolis, Rosenbluth, Rosenbluth, Teller and Teller, J. Chem. Phys. 21 (1953) 1087.
///
/// @param temperature T, in units of the energy
public record Metropolis(double temperature) {
    /// @throws Misuse if the temperature is not a positive number
    public Metropolis {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new Misuse("a temperature of " + temperature, "a positive number", "descents serve temperature 0");
        }
    }

    /// The chain on a listed space; a place is the number of a state.
    public Flow<Integer, Integer> on(Listed space) {
        return new Walk(this, space);
    }

    /// The probability to take a proposed move.
    public double acceptance(double from, double to) {
        return to <= from ? 1 : StrictMath.exp((from - to) / temperature);
    }

    /// The matrix of probabilities from state `i` to state `j` at `i * n + j`.
    public double[] matrix(Listed space) {
        int n = space.energy().length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            int[] moves = space.moves()[i];
            for (int j : moves) {
                double taken = acceptance(space.energy()[i], space.energy()[j]) / moves.length;
                matrix[i * n + j] += taken;
                matrix[i * n + i] += 1.0 / moves.length - taken;
            }
        }
        return matrix;
    }

    private record Walk(Metropolis method, Listed space) implements Flow<Integer, Integer> {
        @Override
        public Integer begin(Integer at, Key key) {
            if (at < 0 || at >= space.energy().length) {
                throw new Misuse("state " + at, "0 .. " + (space.energy().length - 1), "states count from 0");
            }
            return at;
        }

        @Override
        public Integer step(Integer now, Key key) {
            int[] moves = space.moves()[now];
            int to = moves[(int) key.integer(0, moves.length)];
            return key.uniform(1) < method.acceptance(space.energy()[now], space.energy()[to]) ? to : now;
        }

        @Override
        public Integer place(Integer now) {
            return now;
        }

        @Override
        public Promise promise() {
            return new Promise.Samples(method.temperature(), 0);
        }

        @Override
        public double height(Integer now) {
            return space.energy()[now];
        }
    }
}
