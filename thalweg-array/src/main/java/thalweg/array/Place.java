package thalweg.array;

import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The line of user code that asked for an operation, as `Model.java:17`.
///
/// It costs about a microsecond a step of a trace; `-Dthalweg.lines=false` leaves it out.
public final class Place {
    private static final boolean LINES = !"false".equals(System.getProperty("thalweg.lines"));
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ProtectionDomain OURS = Place.class.getProtectionDomain();
    private static final ThreadLocal<@Nullable Place> CURRENT = new ThreadLocal<>();

    private final Object line;

    private Place(Object line) {
        this.line = line;
    }

    /// A place that was read from a listing.
    public static Place of(String text) {
        return new Place(text);
    }

    /// The place of the step that is being transformed, else the nearest caller outside this floor.
    static @Nullable Place here() {
        Place current = CURRENT.get();
        if (current != null || !LINES) {
            return current;
        }
        Optional<StackWalker.StackFrame> caller = WALKER.walk(frames ->
                frames.filter(frame -> !ours(frame.getDeclaringClass())).findFirst());
        return caller.isPresent() ? new Place(caller.get()) : null;
    }

    /// Does work on behalf of a place: what is recorded meanwhile carries it.
    public static <T> T during(@Nullable Place place, Supplier<T> work) {
        Place before = CURRENT.get();
        CURRENT.set(place == null ? before : place);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    private static boolean ours(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.")
                || (name.startsWith("thalweg.array.") && Objects.equals(type.getProtectionDomain(), OURS));
    }

    @Override
    public String toString() {
        return switch (line) {
            case StackWalker.StackFrame frame -> frame.getFileName() + ":" + frame.getLineNumber();
            default -> line.toString();
        };
    }
}
