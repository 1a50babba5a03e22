package thalweg.array.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells which of two twins of a hot loop to run: the scalar one until the vector one is compiled, then the
/// vector one.
///
/// Vector code that is not compiled yet is about a thousand times slower than compiled. So the first question
/// starts a rehearsal in a background thread, which runs both twins on a tiny case until the vector twin is as
/// fast as compiled code is. Rehearsals take turns, so that one that the compiler is slow with holds up no other. The
/// twins have the same bits: when the gate opens changes speed and nothing else.
///
/// Where the module `jdk.incubator.vector` is absent, or the system property `thalweg.lanes` is `scalar`, gates
/// stay shut.
public final class Gate {
    private static final Logger LOG = System.getLogger("thalweg");
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && !System.getProperty("thalweg.lanes", "auto").equals("scalar");
    private static final ExecutorService REHEARSALS = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "thalweg-rehearsal");
        thread.setDaemon(true);
        return thread;
    });
    private static final int PATIENCE = 4000;
    private static final int ROUNDS = 3;
    /// Nanoseconds until the next rehearsal has its turn.
    private static final long TURN = 2_000_000;
    /// Runs that let the compiler finish with what is called once a run.
    private static final int SETTLING = 1000;

    private final String name;
    private final boolean possible;
    private final Runnable scalar;
    private final Runnable vector;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch rehearsed = new CountDownLatch(1);
    private volatile boolean open;
    /// Rounds in a row in which the vector twin was fast, and rounds in all; known to the rehearsal's thread alone.
    private int fast;

    private int round;

    /// @param name the loop, for the log
    /// @param scalar runs the scalar twin on a tiny case, about 10 microseconds of work
    /// @param vector runs the vector twin on the same case, unusual arguments included
    public Gate(String name, Runnable scalar, Runnable vector) {
        this(name, VECTORS, scalar, vector);
    }

    /// The same for a vector twin that not every processor has.
    ///
    /// @param possible whether it can run here
    public Gate(String name, boolean possible, Runnable scalar, Runnable vector) {
        this.name = name;
        this.possible = possible;
        this.scalar = scalar;
        this.vector = vector;
    }

    /// Whether vector code can run in this process at all.
    public static boolean vectors() {
        return VECTORS;
    }

    /// Whether to run the vector twin now.
    public boolean open() {
        if (!open && possible && asked.compareAndSet(false, true)) {
            REHEARSALS.execute(this::rehearse);
        }
        return open;
    }

    /// Waits for the end of the rehearsal, for measurements and tests.
    ///
    /// @return whether the vector twin is in use; false if it cannot run here or did not get fast
    public boolean await() throws InterruptedException {
        if (!open() && possible) {
            rehearsed.await();
        }
        return open;
    }

    /// Uses the vector twin from now on where it can run, compiled or not; for tests of its bits, which must not hang
    /// on how fast a machine is.
    void admit() {
        open = possible;
    }

    private void rehearse() {
        long end = System.nanoTime() + TURN;
        while (fast < ROUNDS && round < PATIENCE) {
            if (round > 0 && System.nanoTime() - end > 0) {
                REHEARSALS.execute(this::rehearse);
                return;
            }
            double plain = seconds(scalar);
            fast = seconds(vector) < plain * 1.5 ? fast + 1 : 0;
            round++;
        }
        for (int i = 0; fast == ROUNDS && i < SETTLING; i++) {
            vector.run();
        }
        open |= fast == ROUNDS;
        LOG.log(Level.DEBUG, "{0}: the vector twin is {1}", name, open ? "in use" : "not fast here");
        rehearsed.countDown();
    }

    private static double seconds(Runnable task) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            task.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best * 1e-9;
    }
}
