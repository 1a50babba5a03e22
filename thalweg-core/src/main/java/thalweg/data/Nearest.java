package thalweg.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Suggestions for a mistyped word: the known words within a small edit distance, nearest first.
///
/// Distance: Damerau-Levenshtein with adjacent transpositions (optimal string alignment), case ignored.
public final class Nearest {
    private Nearest() {}

    /// At most three words of `known` that `word` may have meant, nearest first; empty if none is near.
    public static List<String> to(String word, Collection<String> known) {
        int reach = Math.max(1, Math.min(3, word.length() / 2));
        String lower = word.toLowerCase(Locale.ROOT);
        record Scored(String word, int distance) {}
        return known.stream()
                .map(k -> new Scored(k, distance(lower, k.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance <= reach)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::word))
                .limit(3)
                .map(Scored::word)
                .toList();
    }

    /// The end of a message: `did you mean "period"?`, or `instead` where nothing is near.
    public static String advice(String word, Collection<String> known, String instead) {
        List<String> near = to(word, known);
        return near.isEmpty() ? instead : "did you mean " + String.join(" or ", near) + "?";
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
