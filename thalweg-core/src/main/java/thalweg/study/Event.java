package thalweg.study;

import java.util.List;

/// What a running experiment says to whoever listens: the progress line, the page and the log are views of these.
public sealed interface Event {
    /// Where the run stands.
    ///
    /// @param step steps done
    /// @param of steps in all, 0 if unknown
    /// @param doing what is being done, in two or three words
    /// @param headline the numbers worth a glance
    record Progress(long step, long of, String doing, List<Figure.Quantity> headline) implements Event {
        public Progress {
            headline = List.copyOf(headline);
        }
    }

    /// Something the reader of the report must know.
    record Warning(String sentence) implements Event {}
}
