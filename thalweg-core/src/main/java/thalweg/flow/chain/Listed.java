package thalweg.flow.chain;

import thalweg.array.Misuse;

/// A space whose states are listed, with the energy of each and the moves from it.
///
/// @param energy of state `i`
/// @param moves the states that can be reached from state `i`, as many from each, and `j` from `i` as often as `i`
///     from `j`
public record Listed(double[] energy, int[][] moves) {
    /// @throws Misuse if moves do not fit the states, or cannot be taken back
    public Listed {
        if (energy.length == 0 || moves.length != energy.length) {
            throw new Misuse(
                    energy.length + " energies and moves from " + moves.length + " states",
                    "one list of moves a state",
                    "list every state once");
        }
        for (int i = 0; i < moves.length; i++) {
            if (moves[i].length != moves[0].length || moves[i].length == 0) {
                throw new Misuse(
                        moves[i].length + " moves from state " + i,
                        moves[0].length + " as from state 0",
                        "let states stay");
            }
            for (int j : moves[i]) {
                if (j < 0 || j >= moves.length || count(moves[j], i) != count(moves[i], j)) {
                    throw new Misuse(
                            "a move from state " + i + " to " + j + " that cannot be taken back",
                            "symmetric moves",
                            "list each move in both directions");
                }
            }
        }
    }

    /// All spins of `sites` sites, state `s` with spin `i` up where bit `i` is set, moved by flipping one.
    public static Listed flips(int sites, java.util.function.IntToDoubleFunction energy) {
        int states = 1 << sites;
        double[] energies = new double[states];
        int[][] moves = new int[states][sites];
        for (int s = 0; s < states; s++) {
            energies[s] = energy.applyAsDouble(s);
            for (int i = 0; i < sites; i++) {
                moves[s][i] = s ^ (1 << i);
            }
        }
        return new Listed(energies, moves);
    }

    private static int count(int[] list, int value) {
        int count = 0;
        for (int v : list) {
            count += v == value ? 1 : 0;
        }
        return count;
    }
}
