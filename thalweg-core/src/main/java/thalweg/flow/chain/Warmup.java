package thalweg.flow.chain;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;

/// How a Hamiltonian chain finds its step size and metric before its draws count.
///
/// @param steps how many transitions it lasts
/// @param mass what the metric is learned from
/// @param target mean acceptance that the step size is led to
public record Warmup(int steps, Mass mass, double target) {
    /// @throws Misuse for a negative length or a target outside (0, 1)
    public Warmup {
        if (steps < 0) {
            throw new Misuse("a warm-up of " + steps + " steps", "0 or more", "400 is usual");
        }
        if (!(target > 0 && target < 1)) {
            throw new Misuse("a target acceptance of " + target, "a number between 0 and 1", "0.8 is usual");
        }
    }

    /// Slopes, acceptance 0.8.
    public Warmup(int steps) {
        this(steps, Mass.SLOPES, 0.8);
    }

    /// None: the step and the metric stay as they are.
    public static Warmup none() {
        return new Warmup(0, Mass.FIXED, 0.8);
    }

    /// Whether windows end after fixed numbers of draws (Stan's plan), else foreground and background (nutpie's).
    boolean windowed() {
        return mass == Mass.DRAWS || mass == Mass.DENSE;
    }

    /// Stan's plan: 75 steps at first, windows of 25, 50, 100, .., 50 at last, all for the step size alone; fewer in
    /// proportion where there is no room for them.
    ///
    /// @return for each window of the metric the number of its last step, counted from 0
    public int[] windows() {
        int first = 75;
        int last = 50;
        int base = 25;
        if (steps < 20) {
            return new int[0];
        }
        if (first + base + last > steps) {
            first = (int) (0.15 * steps);
            last = (int) (0.1 * steps);
            base = steps - first - last;
        }
        List<Integer> ends = new ArrayList<>();
        int latest = steps - last - 1;
        int size = base;
        int end = first + base - 1;
        ends.add(end);
        while (end < latest) {
            size *= 2;
            end = end + 3 * size >= steps - last ? latest : end + size;
            ends.add(end);
        }
        return ends.stream().mapToInt(i -> i).toArray();
    }
}
