package thalweg.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.study.folder.Atomic;
import thalweg.study.page.Json;
import thalweg.study.page.Version;

/// `./compare [WORK ...|--all]`: rounds of fresh processes, ours and each peer's in turn; a table and
/// `results/WORK.json`.
///
/// Every ratio is taken within a round and says, above 1, that ours is better; its spread is over the rounds.
public final class Compare {
    private static final int ROUNDS = Integer.getInteger("thalweg.rounds", 5);

    private Compare() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("thalweg.peers", "."));
        try {
            List<Work> works = List.of(arguments).contains("--all")
                    ? Works.all()
                    : Arrays.stream(arguments).map(Works::named).toList();
            if (works.isEmpty()) {
                Works.all().forEach(work -> System.out.printf(Locale.ROOT, "%-16s %s%n", work.name(), work.says()));
            }
            works.forEach(work -> compare(home, work));
        } catch (Misuse e) {
            System.err.println(e.found() + "\n  expected " + e.expected() + "\n  " + e.todo());
            System.exit(2);
        }
    }

    private static void compare(Path home, Work work) {
        System.out.println(work.name() + ": " + work.says() + " [" + work.unit() + "]");
        List<Object> rows = new ArrayList<>();
        for (int threads : work.threads()) {
            for (String variant : work.cases()) {
                Contestant ours = Contestant.ours(work, variant, threads);
                List<Contestant> peers = work.peers().stream()
                        .filter(peer -> peer.takes(variant))
                        .map(peer -> Contestant.peer(home, work, peer, variant, threads))
                        .toList();
                for (int round = 0; round < ROUNDS; round++) {
                    ours.round(threads);
                    for (Contestant peer : peers) {
                        peer.round(threads);
                    }
                }
                rows.add(row(work, variant, threads, ours, peers));
            }
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("work", work.name());
        result.put("machine", machine());
        result.put("version", Version.TEXT);
        result.put("date", LocalDate.now(java.time.ZoneOffset.UTC).toString());
        result.put("rows", rows);
        Atomic.write(home.resolve("results").resolve(work.name() + ".json"), Json.text(result));
    }

    private static Map<String, @Nullable Object> row(
            Work work, String variant, int threads, Contestant ours, List<Contestant> peers) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("case", variant);
        row.put("threads", (long) threads);
        row.put("unit", work.unit());
        row.put("ours", figures(ours));
        System.out.printf(
                Locale.ROOT,
                "  %-24s %d thread%s  thalweg %s%n",
                variant,
                threads,
                threads == 1 ? " " : "s",
                text(ours));
        List<Object> others = new ArrayList<>();
        for (Contestant peer : peers) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", peer.name);
            one.put("version", peer.version());
            one.putAll(figures(peer));
            double[] ratios = ratios(work, ours.values(), peer.values());
            if (ratios.length > 0) {
                one.put("ratio", Contestant.median(ratios));
                one.put("ratioMin", Arrays.stream(ratios).min().orElse(Double.NaN));
                one.put("ratioMax", Arrays.stream(ratios).max().orElse(Double.NaN));
                System.out.printf(
                        Locale.ROOT,
                        "  %-24s            %s %s  ratio %.2f (%.2f to %.2f)%n",
                        "",
                        peer.name,
                        text(peer),
                        Contestant.median(ratios),
                        Arrays.stream(ratios).min().orElse(Double.NaN),
                        Arrays.stream(ratios).max().orElse(Double.NaN));
            } else {
                System.out.printf(Locale.ROOT, "  %-24s            %s: %s%n", "", peer.name, peer.failure());
            }
            others.add(one);
        }
        row.put("peers", others);
        return row;
    }

    static double[] ratios(Work work, double[] ours, double[] peer) {
        double[] ratios = new double[Math.min(ours.length, peer.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = work.isRate() ? ours[i] / peer[i] : peer[i] / ours[i];
        }
        return ratios;
    }

    private static Map<String, @Nullable Object> figures(Contestant contestant) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (contestant.failed() || contestant.values().length == 0) {
            map.put("failure", contestant.failure());
            return map;
        }
        map.put("median", contestant.median());
        map.put("min", Arrays.stream(contestant.values()).min().orElse(Double.NaN));
        map.put("max", Arrays.stream(contestant.values()).max().orElse(Double.NaN));
        map.put("warmup", Double.isNaN(contestant.warmup()) ? null : contestant.warmup());
        return map;
    }

    private static String text(Contestant contestant) {
        return contestant.failed()
                ? contestant.failure()
                : String.format(
                        Locale.ROOT,
                        "%.4g (%.4g to %.4g), warm-up %.2f s",
                        contestant.median(),
                        Arrays.stream(contestant.values()).min().orElse(Double.NaN),
                        Arrays.stream(contestant.values()).max().orElse(Double.NaN),
                        contestant.warmup());
    }

    private static String machine() {
        String model = System.getProperty("os.arch");
        try {
            model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(model);
        } catch (java.io.IOException e) {
            model = System.getProperty("os.arch");
        }
        return model + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("java.vm.name") + " " + Runtime.version();
    }
}
