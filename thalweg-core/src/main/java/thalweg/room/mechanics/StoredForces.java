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
import thalweg.room.mechanics.pair.PairLaw;
import thalweg.study.Experiment;
import thalweg.study.page.Json;
import thalweg.study.page.ReportJson;
import thalweg.study.page.Version;

/// A learned pair law as a report keeps it.
record StoredForces(PairLaw law, List<String> names) {
    /// What the NPZ file holds; `range` is the smallest and largest distance, `drag` one number.
    record Tensors(Tensor range, Tensor coefficients, Tensor mass, Tensor charge, Tensor drag) {}

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npz.write(
                    bytes,
                    new Tensors(
                            Tensor.vector(law.radial().low(), law.radial().high()),
                            Tensor.vector(law.radial().coefficients()),
                            Tensor.vector(law.mass()),
                            Tensor.vector(law.charge()),
                            Tensor.vector(law.drag())));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] meta(Experiment asked) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("model", "thalweg.room.mechanics.pair.PairLaw");
        meta.put("inputs", names);
        meta.put("knobs", ReportJson.experiment(asked, false));
        meta.put("version", Version.TEXT);
        return Json.text(meta).getBytes(StandardCharsets.UTF_8);
    }
}
