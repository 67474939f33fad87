package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What PostgreSQL says; begun anew when it has grown long. */
record ServerLog(Path file) {
    private static final long LIMIT = 1_000_000;
    private static final int TAIL = 8_000;

    /** To be written on from its end. */
    Path opened() throws IOException {
        if (!Files.exists(file) || Files.size(file) > LIMIT) {
            OwnerOnly.write(file, "");
        }
        return file;
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            return 0;
        }
    }

    /** The failures said since the log had that size, the last first. */
    Deque<String> failuresSince(long size) {
        Deque<String> failures = new ArrayDeque<>();
        for (String line : tail(size).split("\n")) {
            int at = Math.max(line.indexOf("FATAL:"), Math.max(line.indexOf("PANIC:"), line.indexOf("could not ")));
            if (at >= 0 && !line.contains("could not start server")) {
                failures.addFirst(line.substring(at)
                        .replaceFirst("^(FATAL|PANIC):\\s*", "")
                        .strip());
            }
        }
        return failures;
    }

    private String tail(long from) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long begin = Math.max(Math.min(from, log.length()), log.length() - TAIL);
            byte[] text = new byte[(int) (log.length() - begin)];
            log.seek(begin);
            log.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
