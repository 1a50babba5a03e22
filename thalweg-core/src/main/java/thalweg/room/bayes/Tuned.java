package thalweg.room.bayes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;
import thalweg.flow.chain.Metric;
import thalweg.flow.chain.Swing;

/// Where a warm-up has led a chain: its place, step size and metric. Saved, it spares another run its warm-up.
///
/// @param place free coordinates
record Tuned(double[] place, double step, Metric metric) {
    static Tuned of(Swing swing) {
        return new Tuned(swing.place(), swing.step(), swing.metric());
    }

    /// The states of all chains as NPZ: `chain1.place`, `chain1.step`, `chain1.scale`, ...
    static byte[] bytes(List<Tuned> chains) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int c = 0; c < chains.size(); c++) {
            Tuned tuned = chains.get(c);
            String name = "chain" + (c + 1) + ".";
            put(named, name + "place", tuned.place);
            put(named, name + "step", new double[] {tuned.step});
            put(named, name + "scale", tuned.metric.scale());
            put(named, name + "directions", tuned.metric.directions());
            put(named, name + "stretch", tuned.metric.stretch());
            put(named, name + "factor", tuned.metric.factor());
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Npz.write(out, named);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Tensor> named, String name, double[] values) {
        if (values.length > 0) {
            named.put(name, Tensor.vector(values));
        }
    }

    /// @param d free coordinates of the posterior
    /// @throws Misuse if the file cannot be read or is that of another posterior
    static List<Tuned> read(Path file, int d) {
        try {
            Map<String, Tensor> named = Npz.read(new ByteArrayInputStream(Files.readAllBytes(file)), file.toString());
            List<Tuned> chains = new ArrayList<>();
            while (named.containsKey("chain" + (chains.size() + 1) + ".place")) {
                chains.add(read(named, "chain" + (chains.size() + 1) + ".", d, file));
            }
            if (chains.isEmpty()) {
                throw new Misuse("no chain in " + file, "warmup.npz of a run of sample posterior", "name that file");
            }
            return chains;
        } catch (IOException e) {
            throw new Misuse(
                    file + ", which cannot be read (" + e.getMessage() + ")",
                    "warmup.npz of a run of sample posterior",
                    "check the path");
        }
    }

    private static Tuned read(Map<String, Tensor> named, String name, int d, Path file) {
        double[] place = array(named, name + "place");
        double[] step = array(named, name + "step");
        double[] scale = array(named, name + "scale");
        if (place.length != d || scale.length != d || step.length != 1) {
            throw new Misuse(
                    place.length + " coordinates in " + file, d + " of this posterior", "use the file of a run of it");
        }
        return new Tuned(
                place,
                step[0],
                new Metric(
                        scale,
                        array(named, name + "directions"),
                        array(named, name + "stretch"),
                        array(named, name + "factor")));
    }

    private static double[] array(Map<String, Tensor> named, String name) {
        Tensor tensor = named.get(name);
        return tensor == null ? new double[0] : tensor.toArray();
    }
}
