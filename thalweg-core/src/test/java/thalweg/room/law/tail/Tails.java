package thalweg.room.law.tail;

import java.util.Arrays;
import thalweg.room.law.Reference;

/// The two samples of the literature, as the tests use them.
public final class Tails {
    private Tails() {}

    /// How often each of the 18855 words of Moby Dick occurs.
    public static double[] words() {
        double[] words = new double[18855];
        int at = 0;
        for (var row : Reference.read("moby_dick_word_counts.csv").rows()) {
            int many = Integer.parseInt(row.get(1));
            Arrays.fill(words, at, at + many, Integer.parseInt(row.get(0)));
            at += many;
        }
        return words;
    }

    /// Customers affected by each of 211 blackouts.
    public static double[] blackouts() {
        return Reference.read("us_blackouts.csv").column(0);
    }
}
