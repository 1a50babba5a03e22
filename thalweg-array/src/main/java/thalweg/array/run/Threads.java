package thalweg.array.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;

/// Independent pieces of work on several threads; the number of threads changes speed, never bits.
///
/// `-Dthalweg.threads=N` sets it; the default is the number of processors.
final class Threads {
    static final int COUNT = Math.max(
            1, Integer.getInteger("thalweg.threads", Runtime.getRuntime().availableProcessors()));
    private static final ForkJoinPool POOL = new ForkJoinPool(COUNT);

    private Threads() {}

    static void run(int pieces, IntConsumer piece) {
        ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[pieces - 1];
        for (int i = 1; i < pieces; i++) {
            int number = i;
            tasks[i - 1] = POOL.submit(() -> piece.accept(number));
        }
        piece.accept(0);
        for (ForkJoinTask<?> task : tasks) {
            task.join();
        }
    }
}
