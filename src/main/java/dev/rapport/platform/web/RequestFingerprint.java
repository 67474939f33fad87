package dev.rapport.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Tells one request from another: by address and body; a body that is no JSON, or long, counts by its length. */
final class RequestFingerprint extends HttpServletRequestWrapper {
    private static final int LONGEST = 1_000_000;
    private final byte[] start;
    private final byte[] hash;

    RequestFingerprint(HttpServletRequest request) throws IOException {
        super(request);
        boolean json = mediaType(request).endsWith("json");
        start = json ? request.getInputStream().readNBytes(LONGEST + 1) : new byte[0];
        hash = hash(request, json && start.length <= LONGEST);
    }

    byte[] hash() {
        return hash.clone();
    }

    private byte[] hash(HttpServletRequest request, boolean byContent) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getRequestURI() + "\n" + request.getQueryString() + "\n" + mediaType(request) + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            if (byContent) {
                return digest.digest(start);
            }
            return digest.digest(Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without its parameters: the boundary of a form differs each time. */
    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (start.length == 0) {
            return super.getInputStream();
        }
        return new Replayed(new SequenceInputStream(new ByteArrayInputStream(start), super.getInputStream()));
    }

    private static final class Replayed extends ServletInputStream {
        private final InputStream body;
        private boolean finished;

        private Replayed(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            finished = next < 0;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = body.read(target, offset, length);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read at once");
        }
    }
}
