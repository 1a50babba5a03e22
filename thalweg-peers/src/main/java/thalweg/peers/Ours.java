package thalweg.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.study.page.Json;

/// One process of ours: does one case of one work and prints its samples as a line of JSON, as a peer's script does.
final class Ours {
    private Ours() {}

    public static void main(String[] arguments) {
        Work.Samples samples = Works.named(arguments[0]).run(arguments[1], Integer.parseInt(arguments[2]));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", thalweg.study.page.Version.TEXT);
        line.put("warmup", samples.warmup());
        line.put("samples", samples.values());
        System.out.println(Json.line(line));
    }
}
