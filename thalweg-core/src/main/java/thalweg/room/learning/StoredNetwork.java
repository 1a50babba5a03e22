package thalweg.room.learning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.store.Npz;
import thalweg.model.Mlp;
import thalweg.study.page.Json;

/// A network in a file, as `train network` leaves it in `model/net.npz`, with what `meta.json` beside it says.
///
/// @param scaling null where the file holds none
/// @param inputs names of its inputs; empty where nobody says
/// @param target the column it predicts; null where nobody says
record StoredNetwork(
        Mlp net, Examples.@Nullable Scaling scaling, List<String> inputs, @Nullable String target) {
    /// @throws Misuse for a file that is not there or holds no network
    static StoredNetwork read(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new Misuse("no file " + file, "a network as `train network` writes it", "look for model/net.npz");
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            Map<String, Tensor> tensors = Npz.read(bytes, file);
            Map<String, @Nullable Object> meta = meta(path.resolveSibling("meta.json"));
            Map<String, @Nullable Object> knobs = inner(meta.get("knobs"));
            return new StoredNetwork(
                    net(tensors, file),
                    scaling(tensors),
                    meta.get("inputs") instanceof List<?> names
                            ? names.stream().map(String::valueOf).toList()
                            : List.of(),
                    knobs.get("target") instanceof String target ? target : null);
        } catch (IOException e) {
            throw new Misuse(
                    file + ", which cannot be read (" + e.getMessage() + ")", "an NPZ file", "train the network again");
        }
    }

    private static Mlp net(Map<String, Tensor> tensors, String file) {
        String prefix = tensors.containsKey("net.layers.0.weight") ? "net." : "";
        List<Mlp.Dense> layers = new ArrayList<>();
        int width = -1;
        while (true) {
            String name = prefix + "layers." + layers.size() + ".";
            Tensor weight = tensors.get(name + "weight");
            Tensor bias = tensors.get(name + "bias");
            if (weight == null || bias == null) {
                break;
            }
            if (weight.rank() != 2 || bias.rank() != 1 || bias.size(0) != weight.size(1)
                    || (width >= 0 && weight.size(0) != width)) {
                throw new Misuse(
                        name + "weight " + weight.type() + " and bias " + bias.type() + " in " + file,
                        "a weight [" + (width < 0 ? "inputs" : width) + ", outputs] and a bias [outputs]",
                        "store the layers as `train network` does");
            }
            width = weight.size(1);
            layers.add(new Mlp.Dense(weight, bias));
        }
        if (layers.isEmpty()) {
            throw new Misuse(
                    "no dense layer among " + tensors.keySet() + " in " + file,
                    "net.layers.0.weight, net.layers.0.bias, ..",
                    "give model/net.npz of a run of `train network`");
        }
        return new Mlp(layers);
    }

    private static Examples.@Nullable Scaling scaling(Map<String, Tensor> tensors) {
        Tensor mean = tensors.get("scaling.mean");
        Tensor sd = tensors.get("scaling.sd");
        return mean == null || sd == null ? null : new Examples.Scaling(mean, sd);
    }

    private static Map<String, @Nullable Object> meta(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Json.object(Files.readString(file, StandardCharsets.UTF_8), file.toString())
                : Map.of();
    }

    /// An object inside another; empty where there is none.
    static Map<String, @Nullable Object> inner(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, held) -> map.put(String.valueOf(key), held));
        }
        return map;
    }
}
