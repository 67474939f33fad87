package dev.rapport.exchange.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Drops a leading U+FEFF. */
final class WithoutByteOrderMark extends FilterReader {
    private boolean started;

    WithoutByteOrderMark(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (!started) {
            started = true;
            return c == '\uFEFF' ? super.read() : c;
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (started || length == 0) {
            return super.read(buffer, offset, length);
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        buffer[offset] = (char) first;
        return 1;
    }
}
