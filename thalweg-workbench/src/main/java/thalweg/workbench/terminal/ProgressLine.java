package thalweg.workbench.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import thalweg.study.Event;
import thalweg.study.Figure;

/// Where a run stands, on standard error: one line that is drawn again and gone at the end, or, where there is no
/// terminal, a line at most every ten seconds.
public final class ProgressLine implements Consumer<Event> {
    private static final long REDRAW = 100_000_000L;
    private static final long WAIT = 300_000_000L;
    private static final long SELDOM = 10_000_000_000L;

    private final PrintStream error;
    private final Screen screen;
    private final boolean live;
    private final long start = System.nanoTime();
    private long next;
    private boolean drawn;

    /// @param live whether one line is drawn again and again
    public ProgressLine(PrintStream error, Screen screen, boolean live) {
        this.error = error;
        this.screen = screen;
        this.live = live;
        this.next = start + (live ? WAIT : SELDOM);
    }

    @Override
    public synchronized void accept(Event event) {
        long now = System.nanoTime();
        if (event instanceof Event.Progress progress && now - next >= 0) {
            next = now + (live ? REDRAW : SELDOM);
            String text = text(progress, (now - start) / 1e9);
            if (live) {
                error.print("\r\u001b[K" + Safe.cut(text, Math.min(screen.width(), 200) - 1));
                error.flush();
                drawn = true;
            } else {
                error.println(text);
            }
        }
    }

    /// A sentence of its own, not lost under the line.
    public synchronized void say(String sentence) {
        clear();
        error.println(Safe.line(sentence));
        error.flush();
    }

    private static String text(Event.Progress progress, double elapsed) {
        StringBuilder text = new StringBuilder(Safe.line(progress.doing()));
        if (progress.of() > 0) {
            double share = (double) progress.step() / progress.of();
            text.append(String.format(Locale.ROOT, "  %3.0f %%", 100 * share));
            text.append(String.format(Locale.ROOT, "  %,d of %,d", progress.step(), progress.of()));
            if (share > 0 && share < 1) {
                text.append("  ").append(time(elapsed * (1 - share) / share)).append(" left");
            }
        } else {
            text.append(String.format(Locale.ROOT, "  step %,d  %s", progress.step(), time(elapsed)));
        }
        String headline = progress.headline().stream()
                .map(number -> Safe.line(number.name() + " = " + plain(number)))
                .collect(Collectors.joining("  "));
        return headline.isEmpty() ? text.toString() : text + "  " + headline;
    }

    private static String plain(Figure.Quantity number) {
        return ReportText.value(
                new Figure.Quantity(number.name(), number.value(), number.error(), "", number.unit(), null));
    }

    /// `0.4 s`, `25 s`, `12 min`, `3.2 h`.
    public static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 6000
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /// Takes the line away.
    public synchronized void clear() {
        if (drawn) {
            error.print("\r\u001b[K");
            error.flush();
            drawn = false;
        }
    }
}
