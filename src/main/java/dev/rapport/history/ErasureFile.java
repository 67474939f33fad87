package dev.rapport.history;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The erased customers by number, beside the database: an archive from before an erasure brings the person back, and this file
 * says whom to erase again. A customer's moment of creation tells them from one of the same number in another database.
 */
@Component
class ErasureFile {
    record Line(long customerId, Instant customerSince) {
        static Line of(String text) {
            String[] parts = text.strip().split(" ");
            return new Line(Long.parseLong(parts[0]), Instant.parse(parts[1]));
        }

        @Override
        public String toString() {
            return customerId + " " + customerSince;
        }
    }

    private final Path file;

    ErasureFile(RapportHome home) {
        this.file = home.path().resolve("erased-customers");
    }

    /** A line that can't be read says nothing of anybody. */
    synchronized Set<Line> lines() {
        Set<Line> lines = new LinkedHashSet<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    add(line, lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    synchronized void add(Collection<Line> more) {
        Set<Line> lines = lines();
        if (!lines.addAll(more)) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        try {
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Set<Line> lines) {
        try {
            lines.add(Line.of(line));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Not ours: an empty last line, a remark of the founder's.
        }
    }
}
