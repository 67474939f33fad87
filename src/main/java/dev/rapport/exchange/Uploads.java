package dev.rapport.exchange;

import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files sent for import, kept while their import can be looked at or undone. */
@Component
class Uploads {
    private static final int LONGEST_NAME = 500;

    private final Path folder;

    Uploads(RapportHome home) {
        this.folder = home.files().resolve("imports");
    }

    Upload keep(String fileName, InputStream content) {
        String storedAs = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(storedAs);
            try {
                long size = Files.copy(content, file);
                return new Upload(shown(fileName), storedAs, size);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** The last part of what the browser called it, without what the database can't hold. */
    private static String shown(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
