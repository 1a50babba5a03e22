package thalweg.stan.text;

/// A piece of a program's text: offsets `start .. end - 1`, and the line and column of its first character, from 1.
public record Span(int start, int end, int line, int column) {
    /// From the first character of this to the last of another that does not end before it.
    public Span to(Span last) {
        return new Span(start, Math.max(end, last.end), line, column);
    }

    /// The empty place behind this, on the same line.
    public Span after() {
        return new Span(end, end, line, column + end - start);
    }

    /// `line:column`.
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
