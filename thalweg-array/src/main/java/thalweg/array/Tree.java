package thalweg.array;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A value made of records, lists, maps and tensors, seen as its list of tensors and the frame that holds them.
///
/// Tensors are the leaves, those of a map in the order of its keys' text. Numbers, booleans, strings and enum constants
/// are part of the frame: they stay as they are
/// when leaves change.
public final class Tree<T> {
    private final Node frame;
    private final List<Tensor> leaves;
    private final List<String> names;

    private Tree(Node frame, List<Tensor> leaves, List<String> names) {
        this.frame = frame;
        this.leaves = leaves;
        this.names = names;
    }

    /// Takes a value apart.
    ///
    /// @throws Misuse naming the component that is none of these
    public static <T> Tree<T> of(T value) {
        List<Tensor> leaves = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Node frame = frame(value, "", leaves, names);
        return new Tree<>(frame, List.copyOf(leaves), List.copyOf(names));
    }

    /// The tensors, in the order of components, list places and map entries.
    public List<Tensor> leaves() {
        return leaves;
    }

    /// The path of each tensor, as `layers.0.weight`.
    public List<String> names() {
        return names;
    }

    /// What is left without the tensors; equal for two values that differ in their tensors only.
    public Object frame() {
        return frame;
    }

    /// The value again.
    public T value() {
        return with(leaves);
    }

    /// The same frame around other tensors.
    @SuppressWarnings("unchecked")
    public T with(List<Tensor> other) {
        if (other.size() != leaves.size()) {
            throw new Misuse(other.size() + " tensors", leaves.size() + " tensors " + names, "give one for each leaf");
        }
        return (T) build(frame, other.iterator());
    }

    /// A change of every tensor.
    public static <T> T map(T value, UnaryOperator<Tensor> change) {
        Tree<T> tree = of(value);
        return tree.with(tree.leaves.stream().map(change).toList());
    }

    /// Two values of one frame, joined tensor by tensor.
    ///
    /// @throws Misuse if the frames differ
    public static <T> T zip(T left, T right, BinaryOperator<Tensor> join) {
        Tree<T> a = of(left);
        Tree<T> b = of(right);
        if (!a.frame.equals(b.frame)) {
            throw new Misuse("trees " + a.frame + " and " + b.frame, "two trees of one frame", "build both alike");
        }
        List<Tensor> joined = new ArrayList<>();
        for (int i = 0; i < a.leaves.size(); i++) {
            joined.add(join.apply(a.leaves.get(i), b.leaves.get(i)));
        }
        return a.with(joined);
    }

    private sealed interface Node {}

    private record Leaf() implements Node {}

    private record Fixed(Object value) implements Node {}

    private record Items(List<Node> items) implements Node {}

    private record Entries(List<Object> keys, List<Node> values) implements Node {}

    private record Parts(Class<?> type, List<Node> parts) implements Node {}

    private static Node frame(@Nullable Object value, String path, List<Tensor> leaves, List<String> names) {
        if (value == null) {
            throw none("null", path);
        }
        return switch (value) {
            case Tensor tensor -> {
                leaves.add(tensor);
                names.add(path.isEmpty() ? "x" : path);
                yield new Leaf();
            }
            case Number _, Boolean _, String _, Enum<?> _ -> new Fixed(value);
            case List<?> list -> {
                List<Node> items = new ArrayList<>();
                for (Object item : list) {
                    items.add(frame(item, join(path, Integer.toString(items.size())), leaves, names));
                }
                yield new Items(items);
            }
            case Map<?, ?> map -> {
                List<Object> keys = new ArrayList<>();
                List<Node> values = new ArrayList<>();
                map.keySet().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .forEach(keys::add);
                for (Object key : keys) {
                    values.add(frame(map.get(key), join(path, key.toString()), leaves, names));
                }
                yield new Entries(keys, values);
            }
            case Record record -> {
                List<Node> parts = new ArrayList<>();
                for (RecordComponent part : record.getClass().getRecordComponents()) {
                    parts.add(frame(read(record, part), join(path, part.getName()), leaves, names));
                }
                yield new Parts(record.getClass(), parts);
            }
            default -> throw none("a " + value.getClass().getTypeName(), path);
        };
    }

    private static Misuse none(String found, String path) {
        return new Misuse(
                (path.isEmpty() ? "a tree" : "component " + path) + " that is " + found,
                "a tensor, record, list, map, number, boolean, string or enum constant",
                "make arrays tensors (Tensor.vector), and other classes records");
    }

    private static Object build(Node node, Iterator<Tensor> leaves) {
        return switch (node) {
            case Leaf _ -> leaves.next();
            case Fixed(Object value) -> value;
            case Items(List<Node> items) -> {
                List<Object> list = new ArrayList<>();
                items.forEach(item -> list.add(build(item, leaves)));
                yield List.copyOf(list);
            }
            case Entries(List<Object> keys, List<Node> values) -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    map.put(keys.get(i), build(values.get(i), leaves));
                }
                yield map;
            }
            case Parts(Class<?> type, List<Node> parts) -> {
                List<Object> values = new ArrayList<>();
                parts.forEach(part -> values.add(build(part, leaves)));
                yield make(type, values);
            }
        };
    }

    private static @Nullable Object read(Record record, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + record.getClass() + " cannot be read", e);
        }
    }

    private static Object make(Class<?> type, List<Object> values) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("record " + type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + type + " cannot be made", e);
        }
    }

    private static String join(String path, String part) {
        return path.isEmpty() ? part : path + "." + part;
    }
}
