package thalweg.study.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thalweg.data.Dataset;
import thalweg.study.Layer;

/// Reads the layers of a picture back, from the report or from the series beside it; a kind it does not know is left
/// out.
final class LayerReader {
    private final Path folder;
    private final Map<String, ? extends @Nullable Object> states;

    LayerReader(Path folder, Map<String, ? extends @Nullable Object> states) {
        this.folder = folder;
        this.states = states;
    }

    List<Layer> read(List<?> layers) {
        List<Layer> read = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Map<?, ?> map) {
                layer(map, "layers/" + i + "/").ifPresent(read::add);
            }
        }
        return read;
    }

    private interface Numbers {
        double[] of(String name);
    }

    private Optional<Layer> layer(Map<?, ?> map, String at) {
        Numbers n = map.get("series") instanceof String series ? series(folder.resolve(series)) : inside(map, at);
        String label = map.get("label") instanceof String text ? text : "";
        Layer.Ink ink = Layer.Ink.valueOf(String.valueOf(map.get("ink")).toUpperCase(Locale.ROOT));
        double[] x = n.of("x");
        double[] y = n.of("y");
        return Optional.ofNullable(
                switch (String.valueOf(map.get("kind"))) {
                    case "points" -> new Layer.Points(label, ink, x, y, n.of("xError"), n.of("yError"));
                    case "line" -> new Layer.Line(label, ink, x, y);
                    case "band" -> new Layer.Band(label, ink, x, n.of("lower"), n.of("upper"));
                    case "bars" -> new Layer.Bars(label, ink, x, n.of("height"), first(n.of("width")));
                    case "contours" ->
                        new Layer.Contours(label, ink, whole(x), whole(y), n.of("height"), whole(n.of("levels")));
                    case "arrows" -> new Layer.Arrows(label, ink, x, y, n.of("dx"), n.of("dy"));
                    case "cells" -> new Layer.Cells(label, ink, whole(x), whole(y), n.of("value"));
                    case "words" ->
                        map.get("words") instanceof List<?> words
                                ? new Layer.Words(
                                        label,
                                        ink,
                                        x,
                                        y,
                                        words.stream().map(String::valueOf).toArray(String[]::new))
                                : null;
                    default -> null;
                });
    }

    private static double first(double[] numbers) {
        return numbers.length == 0 ? Double.NaN : numbers[0];
    }

    /// Without the empty cells at the end of a column that is shorter than its table.
    private static double[] whole(double[] numbers) {
        int end = numbers.length;
        while (end > 0 && Double.isNaN(numbers[end - 1])) {
            end--;
        }
        return Arrays.copyOf(numbers, end);
    }

    private static Numbers series(Path file) {
        if (!Files.exists(file)) {
            return name -> new double[0];
        }
        Dataset table = Dataset.of(file);
        return name -> table.find(name).isPresent() ? table.numbers(name) : new double[0];
    }

    private Numbers inside(Map<?, ?> map, String at) {
        return name -> {
            if (!(map.get(name) instanceof List<?> list)) {
                return new double[0];
            }
            double[] numbers = new double[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ReportReader.state(list.get(i), states.get(at + name + "/" + i));
            }
            return numbers;
        };
    }
}
