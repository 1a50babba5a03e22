package thalweg.room.bayes.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;

/// Draws as NPZ: one array a quantity, by chain, draw and the quantity's own indices; gauges by chain and draw.
public final class ChainArchive {
    private ChainArchive() {}

    /// @param names of the quantities as CmdStan writes them, `a.2.1`, those of one array one after another by columns
    public static byte[] bytes(Chains chains, List<String> names) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
            members.computeIfAbsent(base(names.get(k)), _ -> new ArrayList<>()).add(k);
        }
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        members.forEach((name, places) -> arrays.put(name, array(chains, names, places)));
        for (Gauge gauge : Gauge.values()) {
            double[][] rows = chains.gauge(gauge);
            if (rows.length > 0) {
                arrays.put(gauge.word(), Tensor.matrix(rows));
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Npz.write(out, arrays);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base(String name) {
        return name.replaceAll("(\\.[0-9]+)+$", "");
    }

    private static int[] index(String name) {
        String rest = name.substring(base(name).length());
        return rest.isEmpty()
                ? new int[0]
                : java.util.Arrays.stream(rest.substring(1).split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }

    private static Tensor array(Chains chains, List<String> names, List<Integer> places) {
        int[] last = index(names.get(places.getLast()));
        int[] sizes = new int[2 + last.length];
        sizes[0] = chains.count();
        sizes[1] = chains.length();
        System.arraycopy(last, 0, sizes, 2, last.length);
        double[] values = new double[chains.count() * chains.length() * places.size()];
        for (int place : places) {
            int[] index = index(names.get(place));
            int at = 0;
            for (int i = 0; i < index.length; i++) {
                at = at * last[i] + index[i] - 1;
            }
            for (int c = 0; c < chains.count(); c++) {
                for (int i = 0; i < chains.length(); i++) {
                    values[(c * chains.length() + i) * places.size() + at] = chains.values()[place][c][i];
                }
            }
        }
        return Tensor.wrap(values, Shape.of(sizes));
    }
}
