package thalweg.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Local threads that take tasks in turn and leave results in order.
final class Workers {
    private Workers() {}

    static <T> List<T> map(int threads, int count, IntFunction<T> task) {
        @Nullable Object[] results = new @Nullable Object[count];
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                results[i] = task.apply(i);
            }
        };
        List<FutureTask<@Nullable Object>> others = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, count); t++) {
            FutureTask<@Nullable Object> other = new FutureTask<>(work, null);
            others.add(other);
            Thread.ofPlatform().daemon().name("thalweg-worker-" + t).start(other);
        }
        try {
            work.run();
        } finally {
            next.addAndGet(count);
            others.forEach(Workers::join);
        }
        @SuppressWarnings("unchecked")
        List<T> ordered = (List<T>) Arrays.asList(results);
        return List.copyOf(ordered);
    }

    private static void join(FutureTask<@Nullable Object> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a worker");
        }
    }
}
