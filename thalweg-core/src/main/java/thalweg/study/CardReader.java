package thalweg.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the knobs off a record, in depth.
final class CardReader {
    /// Cards that were read, one a class.
    static final ClassValue<Card> CARDS = new ClassValue<>() {
        @Override
        protected Card computeValue(Class<?> type) {
            return card(type.asSubclass(Experiment.class));
        }
    };

    private static final Plain PLAIN = new Plain(true);

    private final List<Setting> settings = new ArrayList<>();

    private static Card card(Class<? extends Experiment> type) {
        Experiment.Named named = type.getAnnotation(Experiment.Named.class);
        if (named == null || !type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record with @Experiment.Named");
        }
        CardReader reader = new CardReader();
        reader.record(type, Records.defaults(type), "", List.of());
        return new Card(named.value(), named.says(), List.of(named.examples()), List.copyOf(reader.settings), type);
    }

    private void record(Class<?> type, @Nullable Record defaults, String prefix, List<String> when) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object fallback = defaults == null ? null : Records.get(defaults, component);
            component(component, fallback, prefix, when);
        }
    }

    private void component(RecordComponent component, @Nullable Object fallback, String prefix, List<String> when) {
        String path = prefix + Records.kebab(component.getName());
        Class<?> type = component.getType();
        if (type.isRecord()) {
            record(type, fallback == null ? Records.defaults(type) : (Record) fallback, path + ".", when);
            return;
        }
        if (type.isSealed() && type != Data.class) {
            settings.add(setting(component, path, Setting.Kind.CHOICE, kinds(type), fallback, when));
            for (Class<?> option : type.getPermittedSubclasses()) {
                record(option, Records.defaults(option), path + ".", List.of(Records.kebab(option.getSimpleName())));
            }
            return;
        }
        settings.add(setting(component, path, kind(type), List.of(), fallback, when));
    }

    private static Setting setting(
            RecordComponent component,
            String path,
            Setting.Kind kind,
            List<String> kinds,
            @Nullable Object fallback,
            List<String> when) {
        Knob knob = component.getAnnotation(Knob.class);
        List<String> words = component.getType().isEnum()
                ? Arrays.stream(component.getType().getEnumConstants())
                        .map(c -> Records.kebab(((Enum<?>) c).name()))
                        .toList()
                : kinds;
        Object plain = fallback == null ? null : kind == Setting.Kind.CHOICE ? word(fallback) : PLAIN.value(fallback);
        return knob == null
                ? new Setting(
                        path,
                        kind,
                        plain,
                        "",
                        false,
                        false,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        words,
                        when)
                : new Setting(
                        path,
                        kind,
                        plain,
                        knob.value(),
                        knob.required(),
                        knob.positional(),
                        knob.min(),
                        knob.max(),
                        knob.choices().length > 0 ? List.of(knob.choices()) : words,
                        when);
    }

    private static String word(Object choice) {
        return Records.kebab(choice.getClass().getSimpleName());
    }

    private static List<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(c -> Records.kebab(c.getSimpleName()))
                .toList();
    }

    private static Setting.Kind kind(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return Setting.Kind.NUMBER;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Setting.Kind.INTEGER;
        }
        if (type == boolean.class) {
            return Setting.Kind.SWITCH;
        }
        if (type == String.class) {
            return Setting.Kind.TEXT;
        }
        if (type.isEnum()) {
            return Setting.Kind.WORD;
        }
        if (type == List.class) {
            return Setting.Kind.LIST;
        }
        if (type == Map.class) {
            return Setting.Kind.MAP;
        }
        if (type == Data.class) {
            return Setting.Kind.DATA;
        }
        throw new IllegalArgumentException("no door can show a knob of " + type);
    }
}
