package dev.rapport.exchange;

import dev.rapport.exchange.convert.Conversion;
import dev.rapport.exchange.source.Inspection;
import dev.rapport.exchange.source.UnreadableFile;
import dev.rapport.platform.ClockTrust;
import dev.rapport.platform.RapportHome;
import dev.rapport.platform.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files sent for import, kept while their import can be looked at or undone. */
@Component
class Uploads {
    private static final int LONGEST_NAME = 500;

    /** As long as what was done can be undone. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;
    private final ClockTrust trust;

    Uploads(RapportHome home, Clock clock, ClockTrust trust) {
        this.trust = trust;
        this.folder = home.files().resolve("imports");
        this.clock = clock;
    }

    /** @throws Refused when it is a workbook that can't be opened */
    Upload keep(String fileName, InputStream content) {
        String storedAs = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            if (trust.isTrusted()) {
                discardOld();
            }
            Path file = folder.resolve(storedAs);
            try {
                long size = Files.copy(content, file);
                Conversion conversion = Conversion.of(file);
                return conversion == Conversion.NONE
                        ? new Upload(shown(fileName), storedAs, size)
                        : converted(file, conversion, shown(fileName));
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            } catch (UnreadableFile e) {
                Files.deleteIfExists(file);
                throw new Refused(
                        e.reason().field(),
                        e.reason().key(),
                        e.reason().arguments().toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Workbooks and cards become a table once, so that everything after reads one kind of file only. */
    private static Upload converted(Path file, Conversion conversion, String fileName) throws IOException {
        Path table = file.resolveSibling(file.getFileName() + Inspection.CONVERTED);
        try {
            conversion.toTable(file, table);
            Files.delete(file);
            return new Upload(fileName, table.getFileName().toString(), Files.size(table));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(table);
            throw e;
        }
    }

    void discard(String storedAs) {
        try {
            Files.deleteIfExists(path(storedAs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String storedAs) {
        return folder.resolve(storedAs);
    }

    boolean isHere(String storedAs) {
        return Files.exists(path(storedAs));
    }

    void discardOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(KEPT);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The last part of what the browser called it, without what the database can't hold. */
    private static String shown(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
