package thalweg.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Checkpoint;
import thalweg.flow.Ending;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;

/// Where an experiment runs: its key, its workers, who listens, and when to stop.
///
/// A lab prints nothing, ends no process and leaves no thread behind. What it is set to never changes; only the wish to
/// stop does.
public final class Lab {
    private static final System.Logger LOG = System.getLogger(Lab.class.getName());

    /// The most that a kill can lose.
    private static final Duration LOSS = Duration.ofSeconds(4);

    private static final Duration FIRST = Duration.ofMillis(250);

    private final long seed;
    private final int threads;
    private final long deadline;
    private final Consumer<Event> listener;
    private final AtomicBoolean stopped;
    private final Shelf shelf;
    private final Map<String, Dataset> opened = new ConcurrentHashMap<>();

    private Lab(long seed, int threads, long deadline, Consumer<Event> listener, AtomicBoolean stopped, Shelf shelf) {
        this.seed = seed;
        this.threads = threads;
        this.deadline = deadline;
        this.listener = listener;
        this.stopped = stopped;
        this.shelf = shelf;
    }

    /// A lab with seed 0, one thread, no time limit and nobody listening.
    public static Lab quiet() {
        return new Lab(0, 1, Long.MAX_VALUE, event -> {}, new AtomicBoolean(), Shelf.none());
    }

    public Lab seed(long newSeed) {
        return new Lab(newSeed, threads, deadline, listener, stopped, shelf);
    }

    /// @param count at least 1; no result depends on it
    public Lab threads(int count) {
        if (count < 1) {
            throw new Misuse(count + " threads", "at least 1", "give a positive number");
        }
        return new Lab(seed, count, deadline, listener, stopped, shelf);
    }

    /// Ends as `Stopped` at the first step boundary after this time, counted from now.
    public Lab within(Duration time) {
        return new Lab(seed, threads, System.nanoTime() + time.toNanos(), listener, stopped, shelf);
    }

    /// @param newListener called from any thread; what it throws is logged and forgotten
    public Lab listen(Consumer<Event> newListener) {
        return new Lab(seed, threads, deadline, newListener, stopped, shelf);
    }

    /// A lab whose runs keep checkpoints on this shelf, and go on from those they find there.
    public Lab keeping(Shelf newShelf) {
        return new Lab(seed, threads, deadline, listener, stopped, newShelf);
    }

    public long seed() {
        return seed;
    }

    /// The root of all randomness of a run.
    public Key key() {
        return Key.of(seed);
    }

    public int threads() {
        return threads;
    }

    /// Asks the experiment to end at its next step boundary; from any thread.
    public void stop() {
        stopped.set(true);
    }

    /// Whether a flow should end now; asked at every step boundary.
    public boolean stopping() {
        return stopped.get() || deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0;
    }

    /// Why it stopped, for [Ending.Stopped].
    public String reason() {
        return stopped.get() ? "stopped on request" : "stopped by the time limit";
    }

    /// Runs a flow for `count` steps in all: it stops when the lab does, keeps checkpoints, and goes on where an
    /// earlier attempt was cut, bit for bit.
    ///
    /// @param name of this run among those of the experiment
    public <S, X> Trajectory<S> steps(String name, Run<S, X> run, long count) {
        return kept(name, run, resumable -> resumable.steps(count));
    }

    /// Runs a flow until a rule is met, as [#steps].
    public <S, X> Trajectory<S> until(String name, Run<S, X> run, Stop stop) {
        return kept(name, run, resumable -> resumable.until(stop));
    }

    private <S, X> Trajectory<S> kept(String name, Run<S, X> run, Function<Run<S, X>, Trajectory<S>> length) {
        Run<S, X> stoppable = run.unless(this::stopping);
        if (!shelf.keeps()) {
            return length.apply(stoppable);
        }
        Run<S, X> fresh = stoppable.checkpoints(new Pace(FIRST, LOSS), cut -> shelf.put(name, cut.bytes()));
        Trajectory<S> path = length.apply(
                shelf.get(name).map(Checkpoint::of).map(fresh::from).orElse(fresh));
        shelf.put(name, path.checkpoint().bytes());
        return path;
    }

    /// Opens data once for this lab.
    ///
    /// @throws Misuse if it cannot be read, or is not the data whose fingerprint was given
    public Dataset open(Data data) {
        return switch (data) {
            case Data.Table(Dataset table) -> table;
            case Data.File file -> {
                Dataset dataset = opened.computeIfAbsent(file.path(), path -> Dataset.of(Path.of(path)));
                if (!file.sha256().isEmpty() && !file.sha256().equals(dataset.sha256())) {
                    throw new Misuse(
                            file.path() + " with SHA-256 " + dataset.sha256(),
                            "the file with SHA-256 " + file.sha256() + " that the experiment was made for",
                            "restore it, or leave the fingerprint out to use the file as it is");
                }
                yield dataset;
            }
        };
    }

    /// Begins a report of `experiment`, its data known by their fingerprints.
    public Report.Draft report(Experiment experiment) {
        return new Report.Draft(this, Card.of(experiment.getClass()).complete(experiment, this));
    }

    /// Says where the run stands.
    public void progress(long step, long of, String doing, Figure.Quantity... headline) {
        say(new Event.Progress(step, of, doing, List.of(headline)));
    }

    void say(Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener failed and was ignored", e);
        }
    }

    /// Runs `task` for 0 to `count - 1` on this lab's threads.
    ///
    /// @return results in the order of the tasks, whatever the number of threads
    public <T> List<T> map(int count, IntFunction<T> task) {
        return Workers.map(threads, count, task);
    }

    /// Copies `table` to a CSV file.
    public static void write(Dataset table, Path file) {
        try {
            java.nio.file.Files.writeString(file, thalweg.data.CsvText.of(table));
        } catch (IOException e) {
            throw new Misuse(
                    file + " cannot be written (" + e.getMessage() + ")", "a place to write to", "choose another path");
        }
    }
}
