package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;

class ThreadsTest {
    @Test
    void everyPieceIsDoneOnceAndBeforeTheReturn() {
        for (int run = 0; run < 3000; run++) {
            int pieces = run % 9;
            AtomicIntegerArray done = new AtomicIntegerArray(pieces);
            Threads.run(pieces, done::incrementAndGet);
            for (int i = 0; i < pieces; i++) {
                assertThat(done.get(i)).as("piece %d of %d", i, pieces).isEqualTo(1);
            }
        }
    }

    @Test
    void callersDoNotDisturbEachOtherAndPiecesMayCall() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Future<int[]>> results = new ArrayList<>();
            for (int caller = 0; caller < 3; caller++) {
                results.add(pool.submit(() -> {
                    int[] sums = new int[4];
                    for (int run = 0; run < 500; run++) {
                        Threads.run(4, i -> {
                            int[] inside = new int[3];
                            Threads.run(3, k -> inside[k] = k + 1);
                            sums[i] += inside[0] + inside[1] + inside[2];
                        });
                    }
                    return sums;
                }));
            }
            for (Future<int[]> result : results) {
                assertThat(result.get()).containsExactly(3000, 3000, 3000, 3000);
            }
        }
    }

    @Test
    void whatAPieceThrowsReachesTheCallerAndTheCrewGoesOn() {
        for (int run = 0; run < 200; run++) {
            assertThatThrownBy(() -> Threads.run(4, i -> {
                        if (i == 2) {
                            throw new Misuse("a piece", "none", "nothing");
                        }
                    }))
                    .isInstanceOf(Misuse.class);
            int[] sum = new int[4];
            Threads.run(4, i -> sum[i] = i);
            assertThat(sum).containsExactly(0, 1, 2, 3);
        }
    }
}
