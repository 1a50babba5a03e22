package thalweg.array.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.Tree;

/// The safetensors format: the length of a JSON head, the head, the numbers of all tensors.
///
/// F64, F32 and I64 are read; F64 and I64 written. Files of up to 2 GiB.
public final class Safetensors {
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*\\{([^{}]*)}");
    private static final Pattern TYPE = Pattern.compile("\"dtype\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern SHAPE = Pattern.compile("\"shape\"\\s*:\\s*\\[([\\d,\\s]*)]");
    private static final Pattern PLACE = Pattern.compile("\"data_offsets\"\\s*:\\s*\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*]");

    private Safetensors() {}

    /// Writes the tensors of a tree, each under its path.
    public static void write(Path file, Object tree) throws IOException {
        Tree<Object> flat = Tree.of(tree);
        StringBuilder head = new StringBuilder("{");
        long at = 0;
        for (int i = 0; i < flat.leaves().size(); i++) {
            Tensor tensor = flat.leaves().get(i);
            long end = at + 8L * tensor.count();
            String name = flat.names().get(i).replace("\\", "\\\\").replace("\"", "\\\"");
            head.append(i == 0 ? "\"" : ",\"").append(name).append("\":{\"dtype\":\"");
            head.append(tensor.type().isReal() ? "F64" : "I64");
            head.append("\",\"shape\":").append(tensor.shape());
            head.append(",\"data_offsets\":[")
                    .append(at)
                    .append(',')
                    .append(end)
                    .append("]}");
            at = end;
        }
        head.append('}');
        byte[] text = head.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(8 + padded + at)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(text).put(" ".repeat(padded - text.length).getBytes(StandardCharsets.UTF_8));
        for (Tensor tensor : flat.leaves()) {
            Npy.put(bytes, tensor);
            bytes.position(bytes.position() + 8 * tensor.count());
        }
        Files.write(file, bytes.array());
    }

    /// The named tensors of a file.
    ///
    /// @throws Misuse if the file is not in this format, or holds another type of number
    public static Map<String, Tensor> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.remaining() < 8 ? -1 : bytes.getLong();
        if (length < 2 || length > bytes.remaining()) {
            throw bad(file, "no head");
        }
        byte[] head = new byte[(int) length];
        bytes.get(head);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(new String(head, StandardCharsets.UTF_8));
        while (entry.find()) {
            String name = entry.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
            if (!name.equals("__metadata__")) {
                tensors.put(name, tensor(file, name, entry.group(2), data));
            }
        }
        return tensors;
    }

    /// The tree like `like` whose tensors are those of a file.
    ///
    /// @throws Misuse naming the tensor that is missing or of another shape
    public static <T> T read(Path file, T like) throws IOException {
        return Npz.fill(read(file), Tree.of(like), file);
    }

    private static Tensor tensor(Path file, String name, String text, ByteBuffer data) {
        Matcher type = TYPE.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        Matcher place = PLACE.matcher(text);
        if (!type.find() || !shape.find() || !place.find()) {
            throw bad(file, "the entry " + name + " {" + text + "}");
        }
        int[] sizes = List.of(shape.group(1).split(",", -1)).stream()
                .filter(part -> !part.isBlank())
                .mapToInt(part -> Integer.parseInt(part.strip()))
                .toArray();
        Shape made = Shape.of(sizes);
        int width = type.group(1).equals("F32") ? 4 : 8;
        long from = Long.parseLong(place.group(1));
        long to = Long.parseLong(place.group(2));
        if (to - from != (long) width * made.count() || from < 0 || to > data.limit()) {
            throw bad(file, name + " at bytes " + from + " .. " + to + " for " + type.group(1) + made);
        }
        ByteBuffer part = data.slice((int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        int n = made.count();
        return switch (type.group(1)) {
            case "I64" -> {
                long[] words = new long[n];
                part.asLongBuffer().get(words);
                yield Tensor.wrap(words, made);
            }
            case "F64" -> {
                double[] reals = new double[n];
                part.asDoubleBuffer().get(reals);
                yield Tensor.wrap(reals, made);
            }
            case "F32" -> {
                double[] reals = new double[n];
                for (int i = 0; i < n; i++) {
                    reals[i] = part.getFloat(4 * i);
                }
                yield Tensor.wrap(reals, made);
            }
            default -> throw bad(file, name + " of type " + type.group(1));
        };
    }

    private static Misuse bad(Path file, String found) {
        return new Misuse(
                file + " with " + found, "safetensors of F64, F32 or I64", "convert it with safetensors.numpy");
    }
}
