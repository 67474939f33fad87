package dev.rapport.exchange.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and digests what passes; closing it leaves the stream below open. */
final class Measured extends FilterOutputStream {
    private final MessageDigest digest = Seal.sha256();
    private long bytes;

    Measured(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
        out.write(data, from, length);
        digest.update(data, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** Once everything has passed. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
