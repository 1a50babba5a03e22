package thalweg.study;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Says yes soon, then ever more rarely; looks at the clock rarely where steps are short.
final class Pace implements BooleanSupplier {
    private static final long GRAIN = Duration.ofMillis(10).toNanos();
    private static final int LONGEST = 1 << 20;

    private final long longest;
    private long interval;
    private long last = System.nanoTime();
    private long looked = last;
    private int skip = 1;
    private int left = 1;

    /// @param first after this time it says yes for the first time, then after times that double up to the longest
    Pace(Duration first, Duration longest) {
        this.interval = first.toNanos();
        this.longest = longest.toNanos();
    }

    @Override
    public boolean getAsBoolean() {
        if (--left > 0) {
            return false;
        }
        long now = System.nanoTime();
        skip = now - looked < GRAIN ? Math.min(2 * skip, LONGEST) : Math.max(skip / 2, 1);
        left = skip;
        looked = now;
        if (now - last < interval) {
            return false;
        }
        last = now;
        interval = Math.min(2 * interval, longest);
        return true;
    }
}
