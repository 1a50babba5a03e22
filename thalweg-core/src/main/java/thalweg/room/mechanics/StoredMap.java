package thalweg.room.mechanics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;
import thalweg.model.TanhSum;
import thalweg.room.mechanics.field.Hamiltonian;
import thalweg.room.mechanics.map.ShearNet;
import thalweg.study.Experiment;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// A learned map as a report keeps it: parameters of shears, or a generating function.
record StoredMap(@Nullable ShearNet net, Hamiltonian generating, LearnMap.Net kind, List<String> names) {
    /// What the NPZ file of shears holds.
    record Shears(Tensor theta) {}

    /// What the NPZ file of a generating function holds: `energy.weight`, ...
    record Generating(TanhSum energy) {}

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npz.write(
                    bytes, net == null ? new Generating(generating.energy()) : new Shears(Tensor.vector(net.theta())));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] meta(Experiment asked) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.room.mechanics.map." + (net == null ? "GeneratingMap" : "ShearNet"));
        meta.put("net", kind.name().toLowerCase(Locale.ROOT));
        meta.put("inputs", names);
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }
}
