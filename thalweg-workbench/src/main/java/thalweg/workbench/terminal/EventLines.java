package thalweg.workbench.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import thalweg.study.Event;
import thalweg.study.Figure;
import thalweg.study.page.Json;

/// What a run says as one JSON object a line, at most sixty a second; of two that come together the latest wins.
public final class EventLines implements Consumer<Event> {
    private static final long PAUSE = 1_000_000_000L / 60;

    private final PrintStream error;
    private final long run;
    private final long start = System.nanoTime();
    private long next = start;

    public EventLines(PrintStream error, long run) {
        this.error = error;
        this.run = run;
    }

    public void started(String experiment) {
        write("started", Map.of("experiment", experiment));
    }

    public void ended(String ending, int exit, String folder) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("ending", ending);
        fields.put("exit", exit);
        fields.put("folder", folder);
        write("ended", fields);
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.Warning warning -> write("warning", Map.of("sentence", warning.sentence()));
            case Event.Progress progress -> {
                long now = System.nanoTime();
                if (now - next >= 0 || progress.of() > 0 && progress.step() >= progress.of()) {
                    next = now + PAUSE;
                    write("progress", fields(progress, (now - start) / 1e9));
                }
            }
        }
    }

    private static Map<String, @Nullable Object> fields(Event.Progress progress, double elapsed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("step", progress.step());
        fields.put("of", progress.of());
        fields.put("doing", progress.doing());
        fields.put("rate", elapsed > 0 ? progress.step() / elapsed : null);
        fields.put("elapsed", elapsed);
        if (progress.of() > 0 && progress.step() > 0) {
            fields.put("eta", elapsed * (progress.of() - progress.step()) / progress.step());
        }
        List<Object> headline = new ArrayList<>();
        for (Figure.Quantity number : progress.headline()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", number.name());
            one.put("value", Double.isFinite(number.value()) ? number.value() : null);
            one.put("error", Double.isFinite(number.error()) ? number.error() : null);
            one.put("unit", number.unit());
            headline.add(one);
        }
        fields.put("headline", headline);
        return fields;
    }

    private synchronized void write(String event, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put("run", run);
        line.putAll(fields);
        error.println(Json.line(line));
        error.flush();
    }
}
