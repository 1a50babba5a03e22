package thalweg.array.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tensor;

/// One array in NumPy's format: a magic word, a Python dictionary, the numbers.
final class Npy {
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=][a-z]\\d+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private Npy() {}

    static void write(OutputStream out, Tensor tensor) throws IOException {
        StringBuilder shape = new StringBuilder("(");
        for (int size : tensor.shape().sizes()) {
            shape.append(size).append(shape.length() == 1 && tensor.rank() == 1 ? "," : ", ");
        }
        String kind = tensor.type().isReal() ? "<f8" : "<i8";
        String head = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': "
                + shape.toString().replaceAll(", $", "") + "), }";
        int padded = (10 + head.length() + 1 + 63) / 64 * 64 - 10;
        head = head + " ".repeat(padded - head.length() - 1) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + padded + 8 * tensor.count()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
        bytes.put(head.getBytes(StandardCharsets.ISO_8859_1));
        put(bytes, tensor);
        out.write(bytes.array());
    }

    static void put(ByteBuffer bytes, Tensor tensor) {
        if (tensor.type().isReal()) {
            bytes.asDoubleBuffer().put(tensor.toArray());
        } else {
            bytes.asLongBuffer().put(tensor.toWords());
        }
    }

    static Tensor read(byte[] content, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < 12) {
            throw bad(name, "a file of " + content.length + " bytes");
        }
        for (byte expected : MAGIC) {
            if (bytes.get() != expected) {
                throw bad(name, "other first bytes");
            }
        }
        int version = bytes.get();
        bytes.get();
        int length = version == 1 ? bytes.getShort() & 0xFFFF : bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw bad(name, "a head that is cut off");
        }
        byte[] head = new byte[length];
        bytes.get(head);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher sizes = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !sizes.find()) {
            throw bad(name, "the head " + text.strip());
        }
        String[] parts = sizes.group(1).isBlank()
                ? new String[0]
                : sizes.group(1).strip().split("\\s*,\\s*", -1);
        int rank = parts.length > 0 && parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
        int[] shape = new int[rank];
        boolean fortran = order.group(1).equals("True");
        for (int a = 0; a < rank; a++) {
            shape[fortran ? rank - 1 - a : a] = Integer.parseInt(parts[a]);
        }
        Tensor tensor = numbers(bytes, type.group(1), Shape.of(shape), name);
        int[] reversed = new int[rank];
        Arrays.setAll(reversed, a -> rank - 1 - a);
        return fortran ? tensor.permute(reversed) : tensor;
    }

    private static Tensor numbers(ByteBuffer bytes, String type, Shape shape, String name) {
        bytes.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int width = Integer.parseInt(type.substring(2));
        int n = shape.count();
        if ((long) n * width != bytes.remaining()) {
            throw bad(name, bytes.remaining() + " bytes for " + type + shape);
        }
        String kind = type.substring(1);
        if (kind.startsWith("f")) {
            double[] reals = new double[n];
            for (int i = 0; i < n; i++) {
                reals[i] = switch (kind) {
                    case "f8" -> bytes.getDouble();
                    case "f4" -> bytes.getFloat();
                    case "f2" -> Float.float16ToFloat(bytes.getShort());
                    default -> throw bad(name, "numbers of type " + type);
                };
            }
            return Tensor.wrap(reals, shape);
        }
        long[] words = new long[n];
        for (int i = 0; i < n; i++) {
            words[i] = switch (kind) {
                case "i8", "u8" -> bytes.getLong();
                case "i4" -> bytes.getInt();
                case "u4" -> bytes.getInt() & 0xFFFF_FFFFL;
                case "i2" -> bytes.getShort();
                case "u2" -> bytes.getShort() & 0xFFFF;
                case "i1" -> bytes.get();
                case "u1", "b1" -> bytes.get() & 0xFF;
                default -> throw bad(name, "numbers of type " + type);
            };
        }
        return Tensor.wrap(words, shape);
    }

    private static Misuse bad(String name, String found) {
        return new Misuse(name + " with " + found, "an array of numbers in NumPy's format", "write it with numpy.save");
    }
}
