package thalweg.room.mechanics;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import thalweg.study.Data;

/// The system that a word names where data are asked: `double-pendulum` for `DOUBLE_PENDULUM`.
final class SystemWord {
    private SystemWord() {}

    /// The one of `systems` that `data` names; null where data are a table or name none of them.
    static <E extends Enum<E>> @Nullable E of(@Nullable Data data, E[] systems) {
        return data instanceof Data.File file && file.isWord()
                ? Arrays.stream(systems)
                        .filter(system -> system.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(file.path()))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
