package dev.rapport.exchange.archive;

import dev.rapport.platform.StartRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings no database with data up to date before all of it is in an archive: a migration has no other way back. */
@Component
class ArchiveBeforeMigration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveBeforeMigration.class);

    private final ArchiveWriter writer;
    private final BackupFolder folder;
    private final Clock clock;

    ArchiveBeforeMigration(ArchiveWriter writer, BackupFolder folder, Clock clock) {
        this.writer = writer;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            folder.removeUnfinished();
        } catch (IOException cause) {
            throw new StartRefused("Rapport can't work in " + folder.path() + ": " + cause.getMessage() + ".", cause);
        }
        MigrationInfoService known = flyway.info();
        if (known.applied().length == 0 || known.pending().length == 0) {
            flyway.migrate();
            return;
        }
        requireFit(flyway);
        LOG.info("Writing an archive before the database is brought up to date …");
        Instant startedAt = clock.instant();
        WrittenArchive archive = archive();
        flyway.migrate();
        ArchiveRuns runs =
                new ArchiveRuns(JdbcClient.create(flyway.getConfiguration().getDataSource()), clock);
        runs.done(runs.begin(ArchiveReason.MIGRATION, startedAt), archive);
    }

    /** Refuses a database that migrating would refuse, before an archive is made of it at every try. */
    private static void requireFit(Flyway flyway) {
        Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validate();
    }

    private WrittenArchive archive() {
        try {
            WrittenArchive archive = writer.write(ArchiveReason.MIGRATION, new ArchiveProgress());
            LOG.info("Archive written: {}", archive.file());
            return archive;
        } catch (IOException | SQLException | RuntimeException cause) {
            throw new StartRefused(
                    "Rapport changed nothing: no archive could be written to " + folder.path()
                            + " before bringing the database up to date ("
                            + ArchiveFailed.because(cause).detail() + "). Mend that, then start again.",
                    cause);
        }
    }
}
