package dev.rapport.exchange.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a record that never ends, such as one with an unclosed quote, before it fills the memory. */
final class BoundedReader extends FilterReader {
    private static final int LARGEST_RECORD = 2_000_000;

    private long line = 1;
    private int sinceStart;

    BoundedReader(Reader in) {
        super(in);
    }

    void startRecord(long line) {
        this.line = line;
        this.sinceStart = 0;
    }

    @Override
    public int read() throws IOException {
        count(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        sinceStart += n;
        if (sinceStart > LARGEST_RECORD) {
            throw new UnreadableFile(Reason.of(null, "exchange.file.endless-row", line));
        }
    }
}
