package dev.rapport.exchange.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.RapportApplication;
import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program started with {@code --restore}, killed in the middle, and started so again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills are POSIX's")
class RestoreAtStartTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final TestDatabase target = TestDatabase.fresh();
    private final DataSource there = connectionsOf(target);
    private final JdbcClient jdbc = JdbcClient.create(there);

    @Test
    void isAsIfNeverBegunAfterAKillAndWholeAfterTheNextStart() throws Exception {
        TestDatabase source = TestDatabase.fresh();
        BusinessOfManyKinds.write(JdbcClient.create(connectionsOf(source)));
        Accounts.seed(JdbcClient.create(connectionsOf(source)), event -> {});
        SchemaContents wanted = SchemaContents.measure(connectionsOf(source));
        SchemaContents empty = SchemaContents.measure(there);
        Path archive = archive(source);

        try (Connection reader = there.getConnection()) {
            // who reads a table holds up the last step, the swap
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE customer IN ACCESS SHARE MODE");
            try (ChildJvm program = start(archive)) {
                program.await(PATIENCE, this::waitsForTheLock);
                program.kill();
            }
        }
        awaitTheEndOfItsConnections();
        assertThat(SchemaContents.measure(there)).isEqualTo(empty);

        try (ChildJvm program = start(archive)) {
            program.await(PATIENCE, () -> says(program, "Rapport is ready"));
            assertThat(program.out()).contains("Restored as of ", "3 customers");
        }
        SchemaContents restored = SchemaContents.measure(there);
        assertThat(restored.tables()).isEqualTo(wanted.tables());
        assertThat(jdbc.sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rapport%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Path archive(TestDatabase source) throws Exception {
        try (RapportHome home = RapportHome.open(folder.resolve("first"), "tests")) {
            return new ArchiveWriter(connectionsOf(source), home, Clock.systemUTC())
                    .write(ArchiveReason.DEMAND, new ArchiveProgress())
                    .file();
        }
    }

    private ChildJvm start(Path archive) throws IOException {
        return ChildJvm.ofProduct(
                RapportApplication.class,
                folder,
                "--rapport.home=" + folder.resolve("second"),
                "--server.port=0",
                "--spring.datasource.url=" + target.url(),
                "--spring.datasource.username=" + target.username(),
                "--spring.datasource.password=" + target.password(),
                "--restore=" + archive);
    }

    private boolean waitsForTheLock() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'customer'::regclass)")
                .query(Boolean.class)
                .single();
    }

    private void awaitTheEndOfItsConnections() throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()
                && jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND application_name = 'Rapport restore')")
                        .query(Boolean.class)
                        .single()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static DataSource connectionsOf(TestDatabase database) {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }

    private static boolean says(ChildJvm program, String text) {
        try {
            return program.out().contains(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
