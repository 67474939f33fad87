package dev.rapport.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.StartFailures;
import dev.rapport.platform.StartRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What the disk and the machine can do to a database while Rapport is away. Each test finds a copy of a stopped home. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the data folder's modes are POSIX's")
class StartFaultsTest {
    /** Far below what the server is given to come up, far above what a busy machine needs to see that it won't. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @TempDir
    private static Path whole;

    private static String table;

    @TempDir
    private Path scratch;

    private Path home;

    @BeforeAll
    static void writeOnce() throws IOException, SQLException {
        try (EmbeddedDatabase database = start(whole)) {
            table = ask(
                    database,
                    "CREATE TABLE written AS SELECT 7 AS id, repeat('x', 1000) AS text FROM generate_series(1, 100);"
                            + "SELECT pg_relation_filepath('written')");
        }
    }

    @BeforeEach
    void copy() throws IOException {
        home = Files.createDirectory(scratch.resolve("home")).toRealPath();
        FileSystemUtils.copyRecursively(whole.resolve("database"), home.resolve("database"));
        Files.copy(whole.resolve("database.password"), home.resolve("database.password"));
        Files.createSymbolicLink(home.resolve("postgresql"), whole.resolve("postgresql"));
    }

    @Test
    void aBitFlippedInTheControlFileIsSaidAtOnceWithTheWayOut() throws IOException {
        Files.createDirectory(home.resolve("backups"));
        Files.createFile(home.resolve("backups/rapport-20261121-030000.zip"));
        Path newest = Files.createFile(home.resolve("backups/rapport-20261122-030000.zip"));
        flip(home.resolve("database/global/pg_control"), 20);
        assertRefused(
                "The database in " + home.resolve("database") + " is damaged (",
                ". Move that folder away and start once with --restore=" + newest + ".");
    }

    @Test
    void aMissingFileIsDamageToo() throws IOException {
        FileSystemUtils.deleteRecursively(home.resolve("database/pg_wal"));
        assertRefused("The database in " + home.resolve("database") + " is damaged (", "put your copy of it back.");
    }

    @Test
    void aSettingThatPostgresqlRefusesIsQuoted() throws IOException {
        Files.writeString(home.resolve("database/postgresql.conf"), "no_such_setting = 1\n");
        assertRefused(
                "The database in " + home.resolve("database") + " doesn't start",
                "The reason is at the end of " + home.resolve("database.log") + ".");
    }

    @Test
    void aBitFlippedInATableIsNoticedAndSaid() throws IOException, SQLException {
        flip(home.resolve("database").resolve(table), 8192 + 4000);
        try (EmbeddedDatabase database = start(home)) {
            assertThatThrownBy(() -> ask(database, "SELECT sum(length(text)) FROM written"))
                    .satisfies(failure -> assertThat(StartFailures.sentence(failure))
                            .hasValueSatisfying(sentence -> assertThat(sentence)
                                    .startsWith("The database is damaged (ERROR: invalid page in block 1 of relation")
                                    .contains("--restore=")
                                    .doesNotContain("\n")));
        }
    }

    @Test
    void aPortTakenInTheLastMomentIsExchanged() throws IOException, SQLException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), Launcher.Ports.free()).iterator();
            Launcher launcher = new Launcher(home, ServerSettings.durable(), ports::next);
            try (EmbeddedDatabase database = EmbeddedDatabase.start(home, launcher)) {
                assertThat(ask(database, "SELECT count(*) FROM written")).isEqualTo("100");
                assertThat(ports).isExhausted();
            }
        }
    }

    private void assertRefused(String begin, String end) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> start(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(begin)
                .hasMessageEndingWith(end)
                .hasMessageNotContaining("\n");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
    }

    private static void flip(Path file, long position) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            int old = bytes.read();
            bytes.seek(position);
            bytes.write(old ^ 4);
        }
    }

    private static EmbeddedDatabase start(Path home) {
        return EmbeddedDatabase.start(home, ServerSettings.durable());
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url("rapport"), "rapport", database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
