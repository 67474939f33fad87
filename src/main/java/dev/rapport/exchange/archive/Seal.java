package dev.rapport.exchange.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The ZIP's comment: the SHA-256 of every byte before it, so that one flipped bit anywhere is found. */
final class Seal {
    private static final String PREFIX = "sha256=";
    static final int LENGTH = PREFIX.length() + 64;

    private Seal() {}

    /** As long as a seal: for a ZIP whose bytes aren't known yet. */
    static String blank() {
        return PREFIX + "0".repeat(64);
    }

    static String of(MessageDigest digest) {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    /** The one that the file ends with, if it ends with one. */
    static Optional<String> at(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() <= LENGTH) {
                return Optional.empty();
            }
            channel.position(channel.size() - LENGTH);
            ByteBuffer end = ByteBuffer.allocate(LENGTH);
            Channels.newInputStream(channel).readNBytes(end.array(), 0, LENGTH);
            String text = new String(end.array(), StandardCharsets.ISO_8859_1);
            return text.matches(PREFIX + "[0-9a-f]{64}") ? Optional.of(text) : Optional.empty();
        }
    }

    /** The one that the file should end with. */
    static String expected(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            long left = Files.size(file) - LENGTH;
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return of(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
