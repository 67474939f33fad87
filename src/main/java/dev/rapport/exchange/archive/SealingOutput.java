package dev.rapport.exchange.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Takes a ZIP that ends with a blank seal and puts the real one in its place. */
final class SealingOutput extends FilterOutputStream {
    private final MessageDigest digest = Seal.sha256();
    /** The last bytes so far: they may be the blank seal. */
    private final byte[] held = new byte[Seal.LENGTH];

    private int count;

    SealingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int fromHeld = Math.min(count, Math.max(0, count + length - held.length));
        pass(held, 0, fromHeld);
        System.arraycopy(held, fromHeld, held, 0, count - fromHeld);
        count -= fromHeld;
        int direct = Math.max(0, count + length - held.length);
        pass(bytes, from, direct);
        System.arraycopy(bytes, from + direct, held, count, length - direct);
        count += length - direct;
    }

    private void pass(byte[] bytes, int from, int length) throws IOException {
        if (length > 0) {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }
    }

    /** Once the ZIP is whole. */
    void seal() throws IOException {
        if (!new String(held, 0, count, StandardCharsets.ISO_8859_1).equals(Seal.blank())) {
            throw new IllegalStateException("The ZIP doesn't end with its comment");
        }
        out.write(Seal.of(digest).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Leaves the stream below to whoever opened it. */
    @Override
    public void close() throws IOException {
        out.flush();
    }
}
