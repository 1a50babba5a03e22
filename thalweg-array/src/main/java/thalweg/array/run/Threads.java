package thalweg.array.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;

/// Independent pieces of work on several threads; the number of threads changes speed, never bits.
///
/// `-Dthalweg.threads=N` sets it; the default is the number of processors.
final class Threads {
    private static final int COUNT =
            Integer.getInteger("thalweg.threads", Runtime.getRuntime().availableProcessors());
    private static final ForkJoinPool POOL = new ForkJoinPool(Math.max(COUNT, 1));

    private Threads() {}

    static void run(int pieces, IntConsumer piece) {
        if (pieces == 1 || COUNT == 1) {
            for (int i = 0; i < pieces; i++) {
                piece.accept(i);
            }
            return;
        }
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
