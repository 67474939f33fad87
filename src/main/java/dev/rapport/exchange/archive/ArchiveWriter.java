package dev.rapport.exchange.archive;

import dev.rapport.platform.RapportHome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Writes archives. Needs no table to be there, for it runs before migrations too. */
@Component
public class ArchiveWriter {
    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final RapportHome home;
    private final Clock clock;
    private final BackupFolder folder;
    private final Passphrase passphrase;

    public ArchiveWriter(DataSource database, RapportHome home, Clock clock) {
        this.database = database;
        this.home = home;
        this.clock = clock;
        this.folder = new BackupFolder(home);
        this.passphrase = new Passphrase(home);
    }

    /**
     * Whatever goes wrong, nothing half remains.
     *
     * @throws IOException also when the disk is full
     */
    public WrittenArchive write(ArchiveReason reason, ArchiveProgress progress) throws IOException, SQLException {
        Optional<String> secret = passphrase.get();
        Path draft = folder.draft();
        try {
            Instant madeAt = clock.instant();
            Manifest manifest;
            String sha256;
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER)) {
                Measured measured = new Measured(file);
                manifest = secret.isPresent()
                        ? locked(measured, secret.get(), reason, madeAt, progress)
                        : sealed(measured, reason, madeAt, progress);
                sha256 = measured.sha256();
            }
            if (!SecondFolder.sha256(draft).equals(sha256)) {
                throw new IOException("The disk gives back other bytes than were written to " + draft);
            }
            Path archive = folder.publish(draft, madeAt, secret.isPresent());
            return new WrittenArchive(archive, Files.size(archive), sha256, secret.isPresent(), manifest);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest locked(
            OutputStream file, String secret, ArchiveReason reason, Instant madeAt, ArchiveProgress progress)
            throws IOException, SQLException {
        try (OutputStream message = OpenPgp.encrypting(file, secret, "rapport.zip", Date.from(madeAt))) {
            return sealed(message, reason, madeAt, progress);
        }
    }

    private Manifest sealed(OutputStream out, ArchiveReason reason, Instant madeAt, ArchiveProgress progress)
            throws IOException, SQLException {
        SealingOutput sealing = new SealingOutput(out);
        try (Snapshot snapshot = Snapshot.open(database);
                ArchiveContent content = new ArchiveContent(sealing, madeAt)) {
            Manifest manifest = content.write(snapshot, home.files(), reason, progress);
            content.finish();
            sealing.seal();
            return manifest;
        }
    }
}
