package dev.rapport.exchange.restore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the progress what was read. */
final class Counted extends FilterInputStream {
    private final RestoreProgress progress;

    Counted(InputStream in, RestoreProgress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        progress.add(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        progress.add(Math.max(0, read));
        return read;
    }
}
