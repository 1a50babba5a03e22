package thalweg.room.bayes.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.data.Nearest;

/// Reads draws from tables: one column a quantity, one row a draw.
///
/// A column `chain` tells the chains of a file apart, a column `draw` or `iteration` orders them, as in the tables
/// of R's posterior and of CmdStanPy; without the first a file is one chain. Files of CmdStan are known by their
/// column `lp__`: the sampler's columns are gauges, warm-up that was saved is left out, `a.2.1` is `a[2,1]`.
public final class ChainTable {
    private static final Set<String> CHAIN = Set.of("chain", "chainid", "chainindex");
    private static final List<String> ORDER = List.of("iteration", "iter", "draw", "drawid", "sample");

    private final List<Dataset> files;
    private final List<String> wanted;
    private final List<String> remarks = new ArrayList<>();

    /// @param wanted quantities to read; all if empty
    public ChainTable(List<Dataset> files, List<String> wanted) {
        this.files = List.copyOf(files);
        this.wanted = List.copyOf(wanted);
    }

    /// What was left out in reading, in sentences.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// Reads the draws.
    ///
    /// @throws Misuse if the files differ in columns, words stand among numbers, or a chain has less than 4 draws
    public Chains read() {
        remarks.clear();
        List<String> columns = columns(files.getFirst());
        for (Dataset file : files) {
            same(columns, columns(file), file);
        }
        List<Gauge> gauges = new ArrayList<>();
        List<String> quantities = new ArrayList<>();
        for (String column : columns) {
            Optional<Gauge> gauge = Gauge.of(column);
            gauge.ifPresent(gauges::add);
            if (gauge.isEmpty() || gauge.get() == Gauge.HEIGHT) {
                quantities.add(column);
            }
        }
        quantities.sort(Comparator.comparing(name -> name.equals(Gauge.HEIGHT.word())));
        List<String> names = chosen(quantities);
        List<double[][]> chains = new ArrayList<>();
        List<String> read = new ArrayList<>(quantities);
        gauges.forEach(gauge -> read.add(column(columns, gauge)));
        for (Dataset file : files) {
            chains.addAll(chains(file, read));
        }
        int length = length(chains);
        double[][][] values = new double[quantities.size()][chains.size()][];
        Map<Gauge, double[][]> gauged = new EnumMap<>(Gauge.class);
        gauges.forEach(gauge -> gauged.put(gauge, new double[chains.size()][]));
        for (int c = 0; c < chains.size(); c++) {
            for (int k = 0; k < quantities.size(); k++) {
                values[k][c] = Arrays.copyOf(chains.get(c)[k], length);
            }
            for (int g = 0; g < gauges.size(); g++) {
                double[][] gauge = gauged.getOrDefault(gauges.get(g), new double[0][]);
                gauge[c] = Arrays.copyOf(chains.get(c)[quantities.size() + g], length);
            }
        }
        return new Chains(names, values, gauged, setting(files.getFirst(), "max_depth", 0));
    }

    private static String column(List<String> columns, Gauge gauge) {
        return columns.stream()
                .filter(name -> Gauge.of(name).filter(gauge::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// Keeps in `quantities` what is wanted, and says how they are called.
    private List<String> chosen(List<String> quantities) {
        boolean stan = quantities.contains(Gauge.HEIGHT.word());
        List<String> names =
                quantities.stream().map(name -> stan ? indexed(name) : name).toList();
        if (quantities.isEmpty()) {
            throw new Misuse(
                    "no column of draws in " + files.getFirst().name(),
                    "a column of numbers for each quantity",
                    "choose another file");
        }
        if (wanted.isEmpty()) {
            return names;
        }
        List<String> kept = new ArrayList<>();
        for (String want : wanted) {
            int at = Math.max(names.indexOf(want), quantities.indexOf(want));
            if (at < 0) {
                throw new Misuse(
                        "no quantity \"" + want + "\" in " + files.getFirst().name(),
                        "one of " + String.join(", ", names),
                        Nearest.advice(want, names, "choose one of these"));
            }
            kept.add(quantities.get(at));
        }
        quantities.retainAll(kept);
        return quantities.stream().map(name -> stan ? indexed(name) : name).toList();
    }

    /// `a.2.1` as `a[2,1]`.
    public static String indexed(String name) {
        Matcher matcher = Pattern.compile("(.+?)((?:\\.[0-9]+)+)").matcher(name);
        return matcher.matches()
                ? matcher.group(1) + "[" + matcher.group(2).substring(1).replace('.', ',') + "]"
                : name;
    }

    private List<String> columns(Dataset file) {
        String order = orderColumn(file).orElse("");
        String chain = chainColumn(file).orElse("");
        List<String> names = new ArrayList<>();
        for (Column column : file.columns()) {
            String name = column.name();
            boolean counter = name.equals(order) || name.equals(chain) || ORDER.contains(key(name));
            if (column.kind() == Column.Kind.TEXT && !counter) {
                remarks.add("The column " + name + " of " + file.name() + " holds words and was left out.");
            } else if (!counter) {
                names.add(file.number(name).name());
            }
        }
        return names;
    }

    private static void same(List<String> first, List<String> other, Dataset file) {
        if (!other.equals(first)) {
            List<String> odd =
                    other.stream().filter(name -> !first.contains(name)).toList();
            List<String> gone =
                    first.stream().filter(name -> !other.contains(name)).toList();
            String what = !gone.isEmpty()
                    ? "no column \"" + gone.getFirst() + "\""
                    : !odd.isEmpty() ? "a column \"" + odd.getFirst() + "\"" : "columns in another order";
            throw new Misuse(what + " in " + file.name(), "the columns of the first file", "name files of one run");
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._ ]", "");
    }

    private static Optional<String> chainColumn(Dataset file) {
        return file.columns().stream()
                .map(Column::name)
                .filter(name -> CHAIN.contains(key(name)))
                .findFirst();
    }

    private static Optional<String> orderColumn(Dataset file) {
        return file.columns().stream()
                .map(Column::name)
                .filter(name -> ORDER.contains(key(name)))
                .min(Comparator.comparingInt(name -> ORDER.indexOf(key(name))));
    }

    /// The chains of one file: columns by rows, in the order of their draws.
    private static List<double[][]> chains(Dataset file, List<String> read) {
        double[][] columns = file.numbers(read);
        int n = Math.toIntExact(file.rows());
        List<String> label = chainColumn(file).map(file::texts).orElse(java.util.Collections.nCopies(n, ""));
        double[] order = orderColumn(file)
                .map(name -> file.numbers(file.number(name).name()))
                .orElse(new double[0]);
        boolean chains = chainColumn(file).isPresent();
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = warmup(file); i < n; i++) {
            String chain = label.get(i).strip();
            if (chains && chain.isEmpty()) {
                throw new Misuse(
                        "no chain in row " + (i + 1) + " of " + file.name(), "a chain for every row", "complete it");
            }
            rows.computeIfAbsent(chain, _ -> new ArrayList<>()).add(i);
        }
        List<double[][]> split = new ArrayList<>();
        rows.forEach((chain, places) -> {
            if (order.length > 0) {
                places.sort(Comparator.comparingDouble(i -> order[i]));
                once(file, chain, places, order);
            }
            double[][] part = new double[columns.length][places.size()];
            for (int c = 0; c < columns.length; c++) {
                for (int i = 0; i < places.size(); i++) {
                    part[c][i] = columns[c][places.get(i)];
                }
            }
            split.add(part);
        });
        return split;
    }

    private static void once(Dataset file, String chain, List<Integer> places, double[] order) {
        for (int i = 1; i < places.size(); i++) {
            if (order[places.get(i)] == order[places.get(i - 1)]) {
                throw new Misuse(
                        "two rows for draw " + (long) order[places.get(i)]
                                + (chain.isEmpty() ? "" : " of chain " + chain) + " in " + file.name(),
                        "one row a draw",
                        chain.isEmpty() ? "add a column `chain` if the file holds several" : "take one away");
            }
        }
    }

    /// How many rows of a CmdStan file are warm-up.
    private static int warmup(Dataset file) {
        if (setting(file, "save_warmup", 0) == 0) {
            return 0;
        }
        int thin = Math.max(1, setting(file, "thin", 1));
        return (setting(file, "num_warmup", 0) + thin - 1) / thin;
    }

    /// `name = 10 (Default)` among the notes of a file.
    private static int setting(Dataset file, String name, int fallback) {
        for (String note : file.notes()) {
            Matcher matcher =
                    Pattern.compile(Pattern.quote(name) + " = (\\w+).*").matcher(note.strip());
            if (matcher.matches()) {
                String value = matcher.group(1);
                return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : value.equals("true") ? 1 : 0;
            }
        }
        return fallback;
    }

    private int length(List<double[][]> chains) {
        int shortest = chains.stream().mapToInt(chain -> chain[0].length).min().orElse(0);
        int longest = chains.stream().mapToInt(chain -> chain[0].length).max().orElse(0);
        if (shortest < 4) {
            throw new Misuse(
                    shortest + " draws in "
                            + (chains.size() == 1 ? "the chain" : "the shortest of " + chains.size() + " chains"),
                    "at least 4 draws a chain",
                    "run longer chains, or leave that chain out");
        }
        if (shortest < longest) {
            remarks.add("Chains of " + shortest + " to " + longest + " draws were cut to the first " + shortest + ".");
        }
        return shortest;
    }
}
