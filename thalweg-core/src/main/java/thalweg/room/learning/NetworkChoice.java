package thalweg.room.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.landscape.Family;
import thalweg.landscape.Likelihood;
import thalweg.model.Mlp;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.page.Json;

/// The knobs that choose a network and the table it is held to: a network in a file, or one drawn anew.
///
/// @param network `net.npz`, or a JSON file that says data, target, inputs and hidden widths; null for neither
record NetworkChoice(
        @Nullable String network,
        @Nullable Data data,
        @Nullable String target,
        List<String> inputs,
        List<Integer> hidden) {
    /// A network and the likelihood it is held to.
    ///
    /// @param drawn whether the network was drawn anew
    record Held(Mlp net, Likelihood<Mlp> likelihood, boolean drawn, String data) {
        /// What the loss is, in words.
        String loss() {
            return likelihood.family() instanceof Family.Categorical
                    ? "cross-entropy, mean over " + likelihood.count() + " rows"
                    : "squared error of the standardised target, mean over " + likelihood.count()
                            + " rows, without a factor 1/2";
        }
    }

    /// Whether anything says which table.
    boolean given() {
        return data != null || network != null;
    }

    /// Reads all there is to read.
    ///
    /// @throws Misuse for what is missing or does not fit
    Held open(Lab lab) {
        if (network != null && network.endsWith(".json")) {
            return described(network).open(lab);
        }
        if (data == null) {
            throw new Misuse("a network without data", "the table it is held to", "add --data FILE");
        }
        StoredNetwork stored = network == null ? null : StoredNetwork.read(network);
        Dataset table = lab.open(data);
        String wanted = target != null || stored == null ? target : stored.target();
        if (wanted == null) {
            throw new Misuse("no target", "the column to predict", "add --target NAME");
        }
        List<String> from = !inputs.isEmpty() || stored == null ? inputs : stored.inputs();
        TrainNetwork.Task task = TrainNetwork.Task.AUTO;
        TrainNetwork asked = new TrainNetwork(data, wanted, from, hidden, task, 1, 1, 1, 0.5);
        asked.check(lab).stream().findFirst().ifPresent(problem -> {
            throw new Misuse(problem.found(), problem.expected(), problem.todo());
        });
        Examples examples = Examples.whole(asked, table, stored == null ? null : stored.scaling());
        Family family = examples.classes().isEmpty() ? new Family.Gaussian(0.5) : new Family.Categorical();
        Examples.Rows rows = examples.train();
        Mlp net = stored == null
                ? Mlp.draw(
                        lab.key().fold(2), sizes(rows.x().size(1), rows.target().size(1)))
                : fitting(stored.net(), rows);
        return new Held(net, new Likelihood<>(Mlp::at, rows.x(), rows.target(), family), stored == null, data.name());
    }

    private int[] sizes(int in, int out) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(in), hidden.stream().mapToInt(w -> w)), IntStream.of(out))
                .toArray();
    }

    private static Mlp fitting(Mlp net, Examples.Rows rows) {
        int in = net.layers().getFirst().weight().size(0);
        int out = net.layers().getLast().bias().size(0);
        if (in != rows.x().size(1) || out != rows.target().size(1)) {
            throw new Misuse(
                    "a network from " + in + " inputs to " + out + " outputs and a table of "
                            + rows.x().size(1) + " inputs and " + rows.target().size(1) + " outputs",
                    "as many of each",
                    "name the columns it was trained on by --inputs and --target");
        }
        return net;
    }

    /// The choice that a JSON file describes; knobs given beside it come first.
    private NetworkChoice described(String file) {
        Map<String, @Nullable Object> said;
        try {
            said = Json.object(Files.readString(Path.of(file), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new Misuse(
                    "no file " + file + " that can be read",
                    "JSON such as {\"data\": \"train.csv\", \"target\": \"y\", \"hidden\": [64]}",
                    "write it, or leave it out and give --data and --target");
        }
        Object table = said.get("data");
        Object path = table instanceof Map<?, ?> map ? map.get("file") : table;
        return new NetworkChoice(
                said.get("network") instanceof String stored && stored.endsWith(".npz") ? stored : null,
                data != null || !(path instanceof String name) ? data : Data.of(Path.of(name)),
                target != null || !(said.get("target") instanceof String name) ? target : name,
                inputs.isEmpty() && said.get("inputs") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : inputs,
                said.get("hidden") instanceof List<?> widths ? widths(widths, file) : hidden);
    }

    private static List<Integer> widths(List<?> widths, String file) {
        return widths.stream()
                .map(width -> {
                    if (width instanceof Number number && number.intValue() >= 1) {
                        return number.intValue();
                    }
                    throw new Misuse(
                            "the hidden width " + width + " in " + file, "whole numbers of 1 or more", "correct it");
                })
                .toList();
    }
}
