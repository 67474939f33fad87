package dev.rapport.exchange.archive;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.RapportHome;
import dev.rapport.platform.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** A folder of the founder's choice, best on another disk or a synchronised drive, that gets each archive too. */
@Component
class SecondFolder {
    private static final String FIELD = "secondFolder";

    private final RapportHome home;

    SecondFolder(RapportHome home) {
        this.home = home;
    }

    /** Tries it out by writing. */
    Path check(String typed) {
        Path folder;
        try {
            folder = Path.of(typed);
        } catch (InvalidPathException notAPath) {
            throw new Refused(FIELD, "archive.refused.folder");
        }
        if (!folder.isAbsolute()) {
            throw new Refused(FIELD, "archive.refused.relative");
        }
        if (!Files.isDirectory(folder)) {
            throw new Refused(FIELD, "archive.refused.missing");
        }
        try {
            if (folder.toRealPath().startsWith(home.path())) {
                throw new Refused(FIELD, "archive.refused.home");
            }
            Files.delete(Files.createTempFile(folder, "rapport-", ".probe"));
        } catch (IOException denied) {
            throw new Refused(FIELD, "archive.refused.write");
        }
        return folder;
    }

    /** Under another name until it is whole and read back. */
    void copy(Path archive, String sha256, Path folder) throws IOException {
        Path draft = Files.createTempFile(folder, "rapport-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                Files.copy(archive, out);
            }
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (!sha256(draft).equals(sha256)) {
                throw new IOException("The copy in " + folder + " isn't equal to the archive");
            }
            Path copy = folder.resolve(archive.getFileName());
            if (Files.exists(copy) && !sha256(copy).equals(sha256)) {
                throw new NameTaken(copy);
            }
            Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.sync(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static String sha256(Path file) throws IOException {
        Measured measured = new Measured(OutputStream.nullOutputStream());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.transferTo(measured);
        }
        return measured.sha256();
    }

    /** Another Rapport copies to the same folder, maybe. */
    static final class NameTaken extends IOException {
        private NameTaken(Path file) {
            super(file.toString());
        }
    }
}
