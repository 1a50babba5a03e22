package thalweg.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns knobs into plain values: numbers, booleans, texts, lists and maps. [Binder] is the way back.
///
/// @param paths whether data keep the path they were given by
record Plain(boolean paths) {
    Map<String, @Nullable Object> record(Object record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Records.get((Record) record, component);
            boolean choice = component.getType().isSealed() && component.getType() != Data.class;
            map.put(Records.kebab(component.getName()), choice && value != null ? choice(value) : value(value));
        }
        return map;
    }

    private Map<String, @Nullable Object> choice(Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", Records.kebab(value.getClass().getSimpleName()));
        map.putAll(record(value));
        return map;
    }

    @Nullable
    Object value(@Nullable Object value) {
        return switch (value) {
            case Data.File file -> file(file);
            case Data.Table table -> Map.of("table", table.table().sha256());
            case Record nested -> record(nested);
            case Enum<?> word -> Records.kebab(word.name());
            case List<?> list -> {
                List<@Nullable Object> plain = new ArrayList<>();
                list.forEach(item -> plain.add(value(item)));
                yield plain;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((name, item) -> plain.put(String.valueOf(name), value(item)));
                yield plain;
            }
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> file(Data.File file) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", paths ? file.path() : file.name());
        if (!file.sha256().isEmpty()) {
            map.put("sha256", file.sha256());
            map.put("columns", file.columns());
            map.put("rows", file.rows());
        }
        return map;
    }
}
