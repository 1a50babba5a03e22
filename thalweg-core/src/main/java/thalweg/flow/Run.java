package thalweg.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// A flow held to a length: it owns looping, recording, stopping, checkpoints, progress and threads.
///
/// `Run.of(method.on(law), start, key).every(100).steps(100_000)`. Step `n` draws from `key.fold(n)`, so a run cut
/// anywhere and resumed is bit-identical to one that was not. A run is a value: each setting gives a new one.
public final class Run<S, X> {
    private final Flow<S, X> flow;
    private final S start;
    private final Key key;
    private final Plan<S, X> plan;

    /// What is recorded and who listens; never changed once a run holds it.
    private static final class Plan<S, X> {
        private long every;
        private boolean places = true;
        private final Map<String, ToDoubleFunction<S>> observers = new LinkedHashMap<>();
        private final Map<String, ToDoubleFunction<X>> meters = new LinkedHashMap<>();
        private long glances;
        private Consumer<Glance> listener = _ -> {};
        private @Nullable BooleanSupplier due;
        private Consumer<Checkpoint> keeper = _ -> {};
        private BooleanSupplier interrupted = () -> false;
        private @Nullable Checkpoint from;

        Plan<S, X> copy() {
            Plan<S, X> copy = new Plan<>();
            copy.every = every;
            copy.places = places;
            copy.observers.putAll(observers);
            copy.meters.putAll(meters);
            copy.glances = glances;
            copy.listener = listener;
            copy.due = due;
            copy.keeper = keeper;
            copy.interrupted = interrupted;
            copy.from = from;
            return copy;
        }
    }

    private Run(Flow<S, X> flow, S start, Key key, Plan<S, X> plan) {
        this.flow = flow;
        this.start = start;
        this.key = key;
        this.plan = plan;
    }

    /// A run that records only its end.
    public static <S, X> Run<S, X> of(Flow<S, X> flow, S start, Key key) {
        return new Run<>(flow, start, key, new Plan<>());
    }

    /// Records the start and every `k`th step.
    public Run<S, X> every(long k) {
        return with(plan -> plan.every = positive(k));
    }

    /// Keeps what observers see and not the places themselves.
    public Run<S, X> withoutPlaces() {
        return with(plan -> plan.places = false);
    }

    /// Evaluates a number at each recorded place.
    public Run<S, X> observe(String name, ToDoubleFunction<S> observer) {
        return with(plan -> plan.observers.put(name, observer));
    }

    /// Reads a number off the state of the flow at each recorded step, with the observers.
    public Run<S, X> meter(String name, ToDoubleFunction<X> meter) {
        return with(plan -> plan.meters.put(name, meter));
    }

    /// Tells a listener every `k` steps where the run stands.
    public Run<S, X> watch(long k, Consumer<Glance> listener) {
        return with(plan -> {
            plan.glances = positive(k);
            plan.listener = listener;
        });
    }

    /// Hands out a checkpoint, with what was recorded so far, after each step where one is due.
    public Run<S, X> checkpoints(BooleanSupplier due, Consumer<Checkpoint> keeper) {
        return with(plan -> {
            plan.due = due;
            plan.keeper = keeper;
        });
    }

    /// Ends as stopped at the next step once this says so.
    public Run<S, X> unless(BooleanSupplier interrupted) {
        return with(plan -> plan.interrupted = interrupted);
    }

    /// Goes on from a checkpoint of the same flow, start and key.
    public Run<S, X> from(Checkpoint checkpoint) {
        return with(plan -> plan.from = checkpoint);
    }

    private Run<S, X> with(Consumer<Plan<S, X>> change) {
        Plan<S, X> copy = plan.copy();
        change.accept(copy);
        return new Run<>(flow, start, key, copy);
    }

    private static long positive(long k) {
        if (k < 1) {
            throw new Misuse("every " + k + " steps", "1 or more", "leave the setting out for never");
        }
        return k;
    }

    /// Runs until `count` steps are done in all.
    public Trajectory<S> steps(long count) {
        if (count < 0) {
            throw new Misuse("a run of " + count + " steps", "0 or more", "give the steps it lasts");
        }
        return loop(flow, _ -> null, count);
    }

    /// Runs until a rule is met.
    public Trajectory<S> until(Stop stop) {
        return loop(Double.isInfinite(stop.time()) ? flow : flow.until(stop.time()), stop, Long.MAX_VALUE);
    }

    private Trajectory<S> loop(Flow<S, X> moving, Stop stop, long count) {
        TracedSteps<X> traced = moving.traced() && !moving.draws() ? new TracedSteps<>(x -> moving.step(x, key)) : null;
        X now = moving.begin(start, key.split(1)[0]);
        long n = 0;
        if (plan.from != null) {
            now = StateBytes.read(plan.from.state(), now);
            n = plan.from.step();
        }
        Recording<S, X> recording = new Recording<>(plan.places, plan.observers, plan.meters);
        if (plan.from != null && plan.from.past().length > 0) {
            recording.resume(plan.from.past(), start);
        }
        if (plan.every > 0 && n == 0) {
            recording.add(n, moving, now);
        }
        Ending ending = moving.ending(now, n);
        while (ending == null) {
            if (count < Long.MAX_VALUE) {
                ending = n >= count ? new Ending.Converged(count + " steps, as asked") : null;
            } else {
                ending = stop.at(glance(moving, now, n));
            }
            if (ending == null && plan.interrupted.getAsBoolean()) {
                ending = new Ending.Stopped("interrupted after " + n + " steps");
            }
            if (ending != null) {
                break;
            }
            now = traced == null ? moving.step(now, moving.draws(now) ? key.fold(n) : key) : traced.step(now);
            n++;
            ending = moving.ending(now, n);
            if (plan.every > 0 && n % plan.every == 0) {
                recording.add(n, moving, now);
            }
            if (plan.glances > 0 && n % plan.glances == 0) {
                plan.listener.accept(glance(moving, now, n));
            }
            if (plan.due != null && plan.due.getAsBoolean()) {
                plan.keeper.accept(new Checkpoint(n, StateBytes.write(now), recording.bytes()));
            }
        }
        byte[] past = plan.due == null ? new byte[0] : recording.bytes();
        return recording.trajectory(moving.place(now), new Checkpoint(n, StateBytes.write(now), past), ending);
    }

    private static <S, X> Glance glance(Flow<S, X> flow, X now, long n) {
        return new Glance(n, flow.time(now), flow.height(now), flow.slope(now));
    }

    /// The same flow from many starts, on some threads; trajectory `i` has a key of its own, so the threads
    /// change no bit.
    ///
    /// @param how what to do with each run: settings and length
    public static <S, X, R> List<R> each(
            Flow<S, X> flow, List<S> starts, Key key, int threads, Function<Run<S, X>, R> how) {
        Key[] keys = key.split(starts.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            List<Future<R>> futures = new ArrayList<>();
            for (int i = 0; i < keys.length; i++) {
                Run<S, X> run = Run.of(flow, starts.get(i), keys[i]);
                futures.add(pool.submit(() -> how.apply(run)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were under way", e);
        }
    }
}
