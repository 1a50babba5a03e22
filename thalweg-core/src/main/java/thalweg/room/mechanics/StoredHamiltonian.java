package thalweg.room.mechanics;

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
import thalweg.model.TanhSlope;
import thalweg.model.TanhSum;
import thalweg.room.mechanics.field.Hamiltonian;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// A learned Hamiltonian as a report keeps it, with the names of its coordinates.
record StoredHamiltonian(Hamiltonian law, List<String> names) {
    /// What the NPZ file holds: `energy.weight`, ..., and `drag`, of length 0 without.
    record Tensors(TanhSum energy, Tensor drag) {}

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            double[] drag = law.drag().length == 0 ? new double[law.half()] : law.drag();
            Npz.write(bytes, new Tensors(law.energy(), Tensor.vector(drag)));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] meta(Experiment asked) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.model.TanhSum");
        meta.put("inputs", names);
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }

    static StoredHamiltonian of(Report found) {
        Map<String, @Nullable Object> meta =
                Json.object(new String(found.file("model/meta.json"), StandardCharsets.UTF_8), "model/meta.json");
        if (!"thalweg.model.TanhSum".equals(meta.get("model"))) {
            throw new Misuse(
                    "a model of kind " + meta.get("model"),
                    "ridges, as --by features and gauss-newton learn them",
                    "learn again with --by features to apply it");
        }
        try {
            Map<String, Tensor> t = Npz.read(new ByteArrayInputStream(found.file("model/net.npz")), "model/net.npz");
            TanhSum energy = new TanhSum(
                    taken(t, "energy.weight"),
                    taken(t, "energy.bias"),
                    taken(t, "energy.coefficient"),
                    taken(t, "energy.centre"),
                    taken(t, "energy.linear"),
                    taken(t, "energy.quadratic"));
            List<String> names = meta.get("inputs") instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
            return new StoredHamiltonian(
                    new Hamiltonian(energy, taken(t, "drag").toArray(), new double[0]), names);
        } catch (IOException e) {
            throw new Misuse(
                    "model/net.npz, which cannot be read (" + e.getMessage() + ")",
                    "the file of a finished run",
                    "learn again");
        }
    }

    private static Tensor taken(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new Misuse("model/net.npz without " + name, "the file of a finished run", "learn again");
        }
        return tensor;
    }

    /// The energy and slopes at every row of a table.
    Report on(Lab lab, Report found, Data data) {
        Dataset table = lab.open(data);
        names.forEach(table::number);
        double[][] column = table.numbers(names);
        int n = names.size();
        TanhSlope slopes = law.energy().slopes();
        var velocity = law.velocity();
        List<String> headings = new ArrayList<>(List.of("row", "energy"));
        names.forEach(name -> headings.add("d" + name));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double[] x = new double[n];
        double[] out = new double[n];
        for (int i = 0; i < table.rows(); i++) {
            for (int a = 0; a < n; a++) {
                x[a] = column[a][i];
                if (!Double.isFinite(x[a])) {
                    throw new Misuse(
                            "no finite number in row " + (i + 1) + " of \"" + names.get(a) + "\"",
                            "numbers in every row",
                            "leave that row out");
                }
            }
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i + 1L);
            row.add(slopes.at(x, out));
            velocity.at(0, x, out);
            for (double v : out) {
                row.add(v);
            }
            rows.add(row);
        }
        Report.Draft draft = lab.report(found.experiment());
        draft.text("verdict", "Energy and slopes at " + table.rows() + " rows of " + data.name() + ".");
        draft.add(Figure.Table.of("predictions", headings, rows));
        return draft.number("rows", (double) table.rows())
                .ended(new Ending.Converged("applied to " + table.rows() + " rows"));
    }
}
