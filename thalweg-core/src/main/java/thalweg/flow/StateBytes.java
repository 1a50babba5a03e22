package thalweg.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tensor;

/// States of flows as bytes: tensors, primitive arrays, numbers, words, records and lists.
///
/// A state is read back in the likeness of another of the same flow, which brings the types.
final class StateBytes {
    private StateBytes() {}

    static byte[] write(Object state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(state, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws Misuse if the bytes are not a state like the other
    @SuppressWarnings("unchecked")
    static <X> X read(byte[] bytes, X like) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            X state = (X) read(like, in);
            if (in.available() > 0) {
                throw other("bytes are left over");
            }
            return state;
        } catch (IOException e) {
            throw other(String.valueOf(e.getMessage()));
        }
    }

    private static void write(Object part, DataOutputStream out) throws IOException {
        switch (part) {
            case double[] a -> {
                out.writeInt(a.length);
                for (double v : a) {
                    out.writeDouble(v);
                }
            }
            case double[][] a -> {
                out.writeInt(a.length);
                for (double[] row : a) {
                    write(row, out);
                }
            }
            case long[] a -> {
                out.writeInt(a.length);
                for (long v : a) {
                    out.writeLong(v);
                }
            }
            case int[] a -> {
                out.writeInt(a.length);
                for (int v : a) {
                    out.writeInt(v);
                }
            }
            case byte[] a -> {
                out.writeInt(a.length);
                out.write(a);
            }
            case Tensor tensor -> {
                write(tensor.shape().sizes(), out);
                write(tensor.type().isReal() ? tensor.reals() : tensor.wholes(), out);
            }
            case Double v -> out.writeDouble(v);
            case Long v -> out.writeLong(v);
            case Integer v -> out.writeInt(v);
            case Boolean v -> out.writeBoolean(v);
            case String v -> out.writeUTF(v);
            case Enum<?> v -> out.writeUTF(v.name());
            case List<?> list -> {
                out.writeInt(list.size());
                for (Object item : list) {
                    write(item, out);
                }
            }
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    write(component(record, component), out);
                }
            }
            default -> throw foreign(part);
        }
    }

    private static Object read(Object like, DataInputStream in) throws IOException {
        return switch (like) {
            case double[] _ -> {
                double[] a = new double[in.readInt()];
                for (int i = 0; i < a.length; i++) {
                    a[i] = in.readDouble();
                }
                yield a;
            }
            case double[][] _ -> {
                double[][] a = new double[in.readInt()][];
                for (int i = 0; i < a.length; i++) {
                    a[i] = (double[]) read(new double[0], in);
                }
                yield a;
            }
            case long[] _ -> {
                long[] a = new long[in.readInt()];
                for (int i = 0; i < a.length; i++) {
                    a[i] = in.readLong();
                }
                yield a;
            }
            case int[] _ -> {
                int[] a = new int[in.readInt()];
                for (int i = 0; i < a.length; i++) {
                    a[i] = in.readInt();
                }
                yield a;
            }
            case byte[] _ -> in.readNBytes(in.readInt());
            case Tensor tensor -> {
                int[] sizes = (int[]) read(new int[0], in);
                yield tensor.type().isReal()
                        ? Tensor.wrap((double[]) read(new double[0], in), Shape.of(sizes))
                        : Tensor.wrap((long[]) read(new long[0], in), Shape.of(sizes));
            }
            case Double _ -> in.readDouble();
            case Long _ -> in.readLong();
            case Integer _ -> in.readInt();
            case Boolean _ -> in.readBoolean();
            case String _ -> in.readUTF();
            case Enum<?> v -> constant(v, in.readUTF());
            case List<?> list -> {
                int size = in.readInt();
                if (size > 0 && list.isEmpty()) {
                    throw other("a list has grown from nothing");
                }
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    items.add(read(list.get(Math.min(i, list.size() - 1)), in));
                }
                yield List.copyOf(items);
            }
            case Record record -> {
                RecordComponent[] components = record.getClass().getRecordComponents();
                Class<?>[] types = new Class<?>[components.length];
                Object[] values = new Object[components.length];
                for (int i = 0; i < components.length; i++) {
                    types[i] = components[i].getType();
                    values[i] = read(component(record, components[i]), in);
                }
                yield make(record.getClass(), types, values);
            }
            default -> throw foreign(like);
        };
    }

    private static Object constant(Enum<?> like, String name) {
        for (Object constant : like.getDeclaringClass().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw other("no constant " + name);
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + record.getClass() + " cannot be read", e);
        }
    }

    private static Object make(Class<?> type, Class<?>[] types, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type + " cannot be made", e);
        }
    }

    private static Misuse foreign(Object part) {
        return new Misuse(
                "a state with a " + part.getClass().getTypeName(),
                "tensors, primitive arrays, numbers, words, records and lists",
                "keep everything else in the flow itself");
    }

    private static Misuse other(String why) {
        return new Misuse(
                "a checkpoint of another flow (" + why + ")", "one of this flow", "resume with the flow that was cut");
    }
}
