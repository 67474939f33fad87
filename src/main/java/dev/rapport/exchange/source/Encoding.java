package dev.rapport.exchange.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells in which encoding a text file was written, and opens it. */
public final class Encoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;

    private Encoding() {}

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFile(Reason.of("encoding", "exchange.file.encoding", name));
        }
    }

    /** A byte order mark decides; else NULs in every other byte; else the bytes of the whole file, since an accent may come late. */
    public static Charset detect(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                return StandardCharsets.UTF_8;
            }
            if (startsWith(head, 0xFF, 0xFE) || nulsAt(head, 1)) {
                return StandardCharsets.UTF_16LE;
            }
            if (startsWith(head, 0xFE, 0xFF) || nulsAt(head, 0)) {
                return StandardCharsets.UTF_16BE;
            }
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return detectByBytes(in);
        }
    }

    public static Reader open(Path file, Charset charset) throws IOException {
        Reader reader = new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16), charset);
        return new WithoutByteOrderMark(reader);
    }

    private static Charset detectByBytes(InputStream in) throws IOException {
        var utf8 = new Utf8Count();
        var gb = new GbCount();
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                utf8.accept(buffer[i] & 0xFF);
                gb.accept(buffer[i] & 0xFF);
            }
        }
        if (utf8.isLikely()) {
            return StandardCharsets.UTF_8;
        }
        return gb.isLikely() ? GB18030 : WINDOWS_1252;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in UTF-16 has line ends, figures and separators, whose upper byte is 0; no other encoding has any. */
    private static boolean nulsAt(byte[] head, int offset) {
        int nuls = 0;
        int others = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            nuls += head[i + offset] == 0 ? 1 : 0;
            others += head[i + 1 - offset] == 0 ? 1 : 0;
        }
        return nuls > 1 && nuls > others && nuls > head.length / 200;
    }
}
