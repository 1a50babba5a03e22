package thalweg.measure;

import java.util.List;
import java.util.stream.Stream;

/// What other tools say: peers.csv, made by peers.py beside it.
final class Peers {
    private static final Table ALL = Table.read("peers.csv");

    private Peers() {}

    /// The cases of a topic, in order.
    static List<String> cases(String topic) {
        return rows(topic).map(row -> row.get(1)).distinct().toList();
    }

    static double number(String topic, String of, String quantity) {
        return rows(topic)
                .filter(row -> row.get(1).equals(of) && row.get(2).equals(quantity))
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<List<String>> rows(String topic) {
        return ALL.rows().stream().filter(row -> row.getFirst().equals(topic));
    }
}
