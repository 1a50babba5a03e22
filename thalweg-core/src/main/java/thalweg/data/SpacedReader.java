package thalweg.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// A reader of columns set apart by runs of spaces: each run becomes one tab.
final class SpacedReader extends Reader {
    private final BufferedReader lines;
    private String line = "";
    private int at;

    SpacedReader(Reader in) {
        super(in);
        this.lines = new BufferedReader(in, 1 << 16);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (at == line.length()) {
            String next = lines.readLine();
            if (next == null) {
                return -1;
            }
            line = next.strip().replaceAll("\\s+", "\t") + "\n";
            at = 0;
        }
        int count = Math.min(length, line.length() - at);
        line.getChars(at, at + count, into, from);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
