package thalweg.room.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.model.Mlp;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// A trained network with all that new rows need: scaling, the names of its inputs and classes.
record Trained(Mlp net, Examples.Scaling scaling, List<String> inputs, List<String> classes) {
    /// What the NPZ file holds: `net.layers.0.weight`, ..., `scaling.mean`, `scaling.sd`.
    record Stored(Mlp net, Examples.Scaling scaling) {}

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npz.write(bytes, new Stored(net, scaling));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] meta(TrainNetwork asked) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.model.Mlp");
        meta.put("inputs", inputs);
        meta.put("classes", classes);
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }

    static Trained of(Report found) {
        Map<String, @Nullable Object> meta =
                Json.object(new String(found.file("model/meta.json"), StandardCharsets.UTF_8), "model/meta.json");
        try {
            Map<String, Tensor> tensors =
                    Npz.read(new ByteArrayInputStream(found.file("model/net.npz")), "model/net.npz");
            List<Mlp.Dense> layers = new ArrayList<>();
            while (tensors.containsKey("net.layers." + layers.size() + ".weight")) {
                String layer = "net.layers." + layers.size() + ".";
                layers.add(new Mlp.Dense(taken(tensors, layer + "weight"), taken(tensors, layer + "bias")));
            }
            Examples.Scaling scaling =
                    new Examples.Scaling(taken(tensors, "scaling.mean"), taken(tensors, "scaling.sd"));
            return new Trained(new Mlp(layers), scaling, texts(meta.get("inputs")), texts(meta.get("classes")));
        } catch (IOException e) {
            throw new Misuse(
                    "model/net.npz, which cannot be read (" + e.getMessage() + ")",
                    "the file of a finished run",
                    "train again");
        }
    }

    private static Tensor taken(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new Misuse("model/net.npz without " + name, "the file of a finished run", "train again");
        }
        return tensor;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    Report predict(Lab lab, Report found, Data data) {
        Dataset table = lab.open(data);
        double[][] column = table.numbers(inputs);
        int n = Math.toIntExact(table.rows());
        double[] mean = scaling.mean().toArray();
        double[] sd = scaling.sd().toArray();
        double[] x = new double[n * inputs.size()];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < inputs.size(); k++) {
                double value = column[k][i];
                if (!Double.isFinite(value)) {
                    throw new Misuse(
                            "no finite number in row " + (i + 1) + " of \"" + inputs.get(k) + "\"",
                            "numbers in every row",
                            "leave that row out");
                }
                x[i * inputs.size() + k] = (value - mean[k]) / sd[k];
            }
        }
        Tensor output = net.at(Tensor.of(x, n, inputs.size()));
        List<List<@Nullable Object>> rows = classes.isEmpty() ? numbers(output, mean, sd) : chosen(output);
        List<String> headings =
                classes.isEmpty() ? List.of("row", "prediction") : List.of("row", "class", "probability");
        Report.Draft draft = lab.report(found.experiment());
        draft.text("verdict", n + " rows of " + data.name() + " predicted.");
        draft.add(Figure.Table.of("predictions", headings, rows));
        return draft.number("rows", n).ended(new Ending.Converged("applied to " + n + " rows"));
    }

    private static List<List<@Nullable Object>> numbers(Tensor output, double[] mean, double[] sd) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (double value : output.toArray()) {
            rows.add(List.of(rows.size() + 1L, value * sd[sd.length - 1] + mean[mean.length - 1]));
        }
        return rows;
    }

    private List<List<@Nullable Object>> chosen(Tensor output) {
        Tensor probability = output.softmax(1);
        int[] best = new Judge(false).choices(output);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            rows.add(List.of(i + 1L, classes.get(best[i]), probability.at(i, best[i])));
        }
        return rows;
    }
}
