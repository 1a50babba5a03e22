package thalweg.stan.trace;

import java.util.Arrays;

/// A subscript with its numbers, counted from 0.
sealed interface Subscript {
    /// One element, which takes its axis away.
    record One(Value number) implements Subscript {}

    /// Several, which keep it.
    record Many(int[] index) implements Subscript {
        static Many range(int from, int to) {
            int[] index = new int[Math.max(0, to - from)];
            Arrays.setAll(index, i -> from + i);
            return new Many(index);
        }

        boolean isAll(int size) {
            for (int i = 0; i < index.length; i++) {
                if (index[i] != i) {
                    return false;
                }
            }
            return index.length == size;
        }
    }
}
