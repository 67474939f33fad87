package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.ArchiveFile;
import dev.rapport.exchange.archive.DamagedArchive;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.exchange.restore.RestoreProgress.Step;
import dev.rapport.platform.FullDisk;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Brings an archive up again in an empty Rapport: all of it or nothing. The database is filled in a schema beside the
 * live one, by the migrations that the archive knew, brought up to date there, and swapped in.
 */
@Component
public class Restore {
    static final String SCHEMA = "rapport_restore";

    private final JdbcConnectionDetails server;
    private final Flyway live;
    private final RapportHome home;

    Restore(JdbcConnectionDetails server, Flyway live, RapportHome home) {
        this.server = server;
        this.live = live;
        this.home = home;
    }

    /** What was restored, by its own account. */
    public Manifest run(Path file, @Nullable String passphrase, RestoreProgress progress) {
        return told(() -> {
            try (ArchiveFile archive = ArchiveFile.open(file, passphrase, home.backups())) {
                run(archive, progress);
                return archive.manifest();
            }
        });
    }

    /** Work on an archive and on the database. */
    interface Work<T> {
        T run() throws IOException, SQLException;
    }

    /** Whatever goes wrong is told as one reason. */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (DamagedArchive damaged) {
            throw CannotRestore.because(damaged);
        } catch (IOException cause) {
            throw failed(cause, Reason.UNREADABLE);
        } catch (SQLException | FlywayException cause) {
            throw failed(cause, Reason.FAILED);
        }
    }

    private static CannotRestore failed(Exception cause, Reason reason) {
        return new CannotRestore(
                FullDisk.isReason(cause) ? Reason.NO_ROOM : reason,
                String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                cause);
    }

    private void run(ArchiveFile archive, RestoreProgress progress) throws IOException, SQLException {
        progress.begin(Step.CHECKING, 0);
        new ArchiveCheck(archive).requireWhole(live);
        new Room(home).require(archive.manifest());
        try (ScratchSchema scratch = ScratchSchema.open(SCHEMA, server, live)) {
            Swap.requireEmpty(new Sql(scratch.holder()));
            fill(scratch, archive, progress);
            progress.begin(Step.FINISHING, 0);
            scratch.migrateToLatest();
            new Sql(scratch.holder()).execute("ANALYZE");
            SchemaContents restored = SchemaContents.describe(scratch.connections());
            try (StoredFiles files = StoredFiles.unpack(archive, home.files())) {
                new Swap(scratch).run(restored, files::moveIn);
            }
        }
    }

    /** As the archive's database was. */
    static void fill(ScratchSchema scratch, ArchiveFile archive, RestoreProgress progress)
            throws SQLException, IOException {
        scratch.migrateTo(archive.manifest().schemaVersion());
        new ArchiveCheck(archive).requireFits(SchemaContents.describe(scratch.connections()));
        new SchemaLoad(archive, scratch, progress).run();
    }

    /** What a kill left of an earlier one. */
    void sweep() throws SQLException, IOException {
        ScratchSchema.sweep(SCHEMA, server);
        StoredFiles.sweep(home.files());
    }
}
