package dev.rapport.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks a running server, started as a founder's is. */
class EmbeddedDatabaseTest {
    @TempDir
    private static Path home;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(home, ServerSettings.durable());
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "max_connections, 30",
        "shared_buffers, 48MB",
        "jit, off",
        "server_encoding, UTF8",
        "data_checksums, on"
    })
    void runsForDataThatMatter(String setting, String value) throws SQLException {
        assertThat(ask("SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void isPostgres18WithItsOwnLocale() throws SQLException {
        assertThat(ask("SHOW server_version")).startsWith("18.");
        assertThat(
                        ask(
                                "SELECT concat_ws(' ', datlocprovider, datlocale, datcollate) FROM pg_database WHERE datname = 'rapport'"))
                .isEqualTo("b C.UTF-8 C");
    }

    @Test
    void findsTrigramsInEveryScript() throws SQLException {
        ask("CREATE EXTENSION IF NOT EXISTS pg_trgm; SELECT 'made by the role of the application'");
        assertThat(ask("SELECT cardinality(show_trgm('张三客户'))")).isEqualTo("5");
        assertThat(ask("SELECT cardinality(show_trgm('Zoë'))")).isEqualTo("4");
    }

    @Test
    void givesTheApplicationNoPowerOverTheServer() throws SQLException {
        assertThat(
                        ask(
                                "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(ask("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("rapport");
        assertThatThrownBy(() -> ask("SELECT pg_read_file('PG_VERSION')")).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource({"postgres, ''", "postgres, postgres", "rapport, ''", "rapport, rapport"})
    void refusesWhoHasNoPassword(String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url("rapport"), user, password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void leavesNoSocketForOthers() throws SQLException {
        assertThat(askAsSuperuser("SHOW unix_socket_directories")).isEmpty();
        assertThat(Path.of("/tmp/.s.PGSQL." + askAsSuperuser("SHOW port"))).doesNotExist();
    }

    @Test
    void letsNoOtherUserRead() throws IOException {
        assertThat(modeOf(home.resolve("database"))).isEqualTo("rwx------");
        assertThat(modeOf(home.resolve("database.password"))).isEqualTo("rw-------");
        assertThat(modeOf(home.resolve("database.log"))).isEqualTo("rw-------");
    }

    @Test
    void letsNoOtherUserSwapThePrograms() throws IOException {
        // the library unpacks once a process: where it did, the folder must be closed
        Path programs = Path.of(
                ProcessHandle.of(postmaster()).orElseThrow().info().command().orElseThrow());
        Path unpacked = programs.getParent().getParent().getParent();
        assertThat(unpacked.getFileName()).hasToString("postgresql");
        assertThat(modeOf(unpacked)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(unpacked)) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file)).filter(EmbeddedDatabaseTest::isWritableByAll))
                    .isEmpty();
        }
    }

    @Test
    void keepsItsSecretsOutOfTheLogAndTheProcessList() throws IOException {
        String command = ProcessHandle.of(postmaster())
                .orElseThrow()
                .info()
                .commandLine()
                .orElse("");
        assertThat(List.of(database.password(), database.superuser().text()))
                .noneMatch(command::contains)
                .noneMatch(Files.readString(home.resolve("database.log"))::contains);
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("database/postmaster.pid")).get(0));
    }

    private static boolean isWritableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String askAsSuperuser(String sql) throws SQLException {
        return ask(sql, "postgres", database.superuser().text());
    }

    private static String ask(String sql) throws SQLException {
        return ask(sql, "rapport", database.password());
    }

    private static String ask(String sql, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url("rapport"), user, password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
