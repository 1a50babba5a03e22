package thalweg.room.mechanics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;
import thalweg.model.Mlp;
import thalweg.room.mechanics.field.Samples;
import thalweg.study.Experiment;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// A learned energy network as a report keeps it: weights, and the scaling of states.
record StoredNetwork(Mlp net, Samples train, List<String> names) {
    /// What the NPZ file holds: `net.layers.0.weight`, ..., `scaling.mean`, `scaling.sd`.
    record Tensors(Mlp net, Scaling scaling) {}

    /// `(x - mean) / sd`.
    record Scaling(Tensor mean, Tensor sd) {}

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Scaling scaling = new Scaling(Tensor.vector(train.mean()), Tensor.vector(train.deviation()));
            Npz.write(bytes, new Tensors(net, scaling));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] meta(Experiment asked) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.model.Mlp");
        meta.put("inputs", names);
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }
}
