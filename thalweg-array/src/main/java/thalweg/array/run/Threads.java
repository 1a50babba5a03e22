package thalweg.array.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Independent pieces of work on several threads; the number of threads changes speed, never bits.
///
/// `-Dthalweg.threads=N` sets it; the default is the number of processors. A step of a small network takes less time
/// than waking a thread does, so an idle thread looks for work for a moment before it sleeps, and handing out work
/// allocates nothing. One caller at a time has the crew; another's pieces run where they were asked for.
final class Threads {
    static final int COUNT = Math.max(
            1, Integer.getInteger("thalweg.threads", Runtime.getRuntime().availableProcessors()));
    private static final Threads CREW = new Threads(COUNT - 1);
    private static final long LOOKING = 60_000;
    private static final int BITS = 20;
    private static final int MOST = (1 << BITS) - 1;

    private final AtomicBoolean taken = new AtomicBoolean();
    /// A count of the runs, the pieces of this one, and the next piece to be taken.
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private final Member[] members;
    private volatile IntConsumer piece = i -> {};
    private volatile @Nullable Throwable failure;

    private Threads(int count) {
        members = new Member[count];
        for (int i = 0; i < count; i++) {
            members[i] = new Member(this);
        }
        for (Member member : members) {
            member.thread.start();
        }
    }

    /// Runs pieces `0 .. pieces - 1` and returns when all are done.
    static void run(int pieces, IntConsumer piece) {
        if (COUNT == 1 || pieces < 2 || pieces > MOST || !CREW.taken.compareAndSet(false, true)) {
            for (int i = 0; i < pieces; i++) {
                piece.accept(i);
            }
            return;
        }
        try {
            CREW.share(pieces, piece);
        } finally {
            CREW.taken.set(false);
        }
    }

    private void share(int pieces, IntConsumer task) {
        piece = task;
        done.set(0);
        failure = null;
        long run = (ticket.get() >>> 2 * BITS) + 1;
        ticket.set(run << 2 * BITS | (long) pieces << BITS);
        for (int m = 0; m < members.length && m < pieces - 1; m++) {
            members[m].wake();
        }
        while (take()) {
            Thread.onSpinWait();
        }
        for (int turn = 0; done.get() < pieces; turn++) {
            if (turn < 10_000) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, 2_000);
            }
        }
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException misuse) {
            throw misuse;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    /// Takes the next piece and does it, if there is one.
    private boolean take() {
        long now = ticket.get();
        int next = (int) (now & MOST);
        if (next >= (int) (now >>> BITS & MOST)) {
            return false;
        }
        if (ticket.compareAndSet(now, now + 1)) {
            try {
                piece.accept(next);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done.incrementAndGet();
        }
        return true;
    }

    /// A thread of the crew.
    private static final class Member implements Runnable {
        final Thread thread = new Thread(this, "thalweg-worker");
        private final Threads crew;
        private volatile boolean asleep;

        Member(Threads crew) {
            this.crew = crew;
            thread.setDaemon(true);
        }

        void wake() {
            if (asleep) {
                asleep = false;
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            long since = System.nanoTime();
            while (true) {
                long before = crew.ticket.get();
                if (crew.take()) {
                    since = System.nanoTime();
                } else if (System.nanoTime() - since < LOOKING) {
                    for (int i = 0; i < 20 && crew.ticket.get() == before; i++) {
                        Thread.onSpinWait();
                    }
                } else {
                    asleep = true;
                    if (crew.ticket.get() == before) {
                        LockSupport.park(this);
                    }
                    asleep = false;
                    since = System.nanoTime();
                }
            }
        }
    }
}
