package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.RapportApplication;
import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, where it must not start. */
class StartTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @TempDir
    private Path scratch;

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ChildJvm program = start("--server.port=" + taken.getLocalPort())) {
            assertEndsWith(
                    program,
                    "Port " + taken.getLocalPort()
                            + " is already in use by another program. Stop that one, or choose another port with SERVER_PORT.");
        }
        assertThat(home.resolve("database")).as("nothing was begun").doesNotExist();
    }

    @Test
    void anAddressOfAnotherMachineIsOneSentence() throws Exception {
        try (ChildJvm program = start("--server.address=192.0.2.1")) {
            assertEndsWith(program, "192.0.2.1 isn't an address of this machine. Choose another with SERVER_ADDRESS.");
        }
    }

    @Test
    void aSecondStartIsOneSentence() throws Exception {
        try (RapportHome first = RapportHome.open(home, "http://127.0.0.1:8080");
                ChildJvm program = start("--server.port=0")) {
            assertEndsWith(
                    program,
                    "Rapport is already running on " + first.path() + " (process "
                            + ProcessHandle.current().pid()
                            + ", http://127.0.0.1:8080). Stop it first, or choose another folder with RAPPORT_HOME.");
        }
    }

    @Test
    void aFullDiskIsOneSentence() throws Exception {
        try (ChildJvm program = startOnDisk(8)) {
            assertEndsWith(
                    program,
                    "The disk that holds " + home.toRealPath()
                            + " is full. Make room, then start again: nothing is lost.");
        }
    }

    @Test
    void aDiskThatFillsUpWhileTheDatabaseIsMadeIsOneSentence() throws Exception {
        try (ChildJvm program = startOnDisk(80)) {
            assertEndsWith(
                    program,
                    "The disk that holds " + home.toRealPath()
                            + " is full. Make room, then start again: nothing is lost.");
        }
    }

    private ChildJvm startOnDisk(int megabytes) throws Exception {
        return ChildJvm.onSmallDisk(
                home, megabytes, RapportApplication.class, scratch, "--rapport.home=" + home, "--server.port=0");
    }

    @Test
    void aDatabaseOfAnotherPostgresqlIsOneSentence() throws Exception {
        Path database = Files.createDirectories(home.resolve("database/global")).getParent();
        Files.createFile(database.resolve("global/pg_control"));
        Files.writeString(database.resolve("PG_VERSION"), "17\n");
        try (ChildJvm program = start("--server.port=0")) {
            assertEndsWith(
                    program,
                    database.toRealPath() + " was made by PostgreSQL 17, this Rapport brings 18."
                            + " Start the Rapport that made it and take a backup for this one.");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsOneSentence() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        try (ChildJvm program = start(
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/crm",
                "--spring.datasource.hikari.connection-timeout=500")) {
            assertEndsWith(
                    program,
                    "The PostgreSQL server named by SPRING_DATASOURCE_URL can't be used (Connection to 127.0.0.1:"
                            + nobody
                            + " refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections).");
        }
    }

    @Test
    void aDatabaseOfANewerRapportIsOneSentence() throws Exception {
        TestDatabase newer = TestDatabase.fresh();
        try (Connection connection = DriverManager.getConnection(newer.url(), newer.username(), newer.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 0, installed_by, installed_on, 1, true FROM flyway_schema_history LIMIT 1");
        }
        try (ChildJvm program = start(
                "--server.port=0",
                "--spring.datasource.url=" + newer.url(),
                "--spring.datasource.username=" + newer.username(),
                "--spring.datasource.password=" + newer.password())) {
            assertEndsWith(
                    program,
                    "The database doesn't fit this version of Rapport (Detected applied migration not resolved locally: 999)."
                            + " Start the version that used it last, or a newer one.");
        }
    }

    private ChildJvm start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--rapport.home=" + home);
        return ChildJvm.ofProduct(RapportApplication.class, scratch, all.toArray(String[]::new));
    }

    private static void assertEndsWith(ChildJvm program, String sentence) throws Exception {
        assertThat(program.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(program.err()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
        assertThat(program.out()).doesNotContain("\tat ", "Exception", "ERROR", "WARN");
    }
}
