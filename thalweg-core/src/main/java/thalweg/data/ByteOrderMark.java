package thalweg.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A reader that drops a byte order mark from the beginning.
final class ByteOrderMark extends FilterReader {
    private boolean begun;

    ByteOrderMark(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (!begun) {
            begun = true;
            return c == '\uFEFF' ? super.read() : c;
        }
        return c;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (begun || length == 0) {
            return super.read(into, from, length);
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        into[from] = (char) first;
        return 1;
    }
}
