package dev.rapport.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.StartRefused;
import dev.rapport.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What a founder's data must outlive. Each test finds the home of a Rapport that was stopped. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills and signals are POSIX's")
class RestartTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What the next start may take, however the last process ended. */
    /** That it doesn’t wait for something that never comes; how long it takes is measured by the bench. */
    private static final Duration RESTART = Duration.ofMinutes(1);

    @TempDir
    private static Path home;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void startOnce() throws IOException {
        start().close();
    }

    @BeforeEach
    void removeWhatTheOthersWrote() throws IOException, SQLException {
        try (EmbeddedDatabase database = start()) {
            run(database, "DROP TABLE IF EXISTS written");
        }
    }

    @Test
    void dataOutliveARestart() throws IOException, SQLException {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE written AS SELECT 7 AS id");
        }
        assertThat(written()).containsExactly(7);
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void aCopyOfTheHomeIsWhole() throws Exception {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE written AS SELECT 7 AS id");
        }
        Path copy = scratch.resolve("copy");
        FileSystemUtils.copyRecursively(home, copy);
        Files.setPosixFilePermissions(copy.resolve("database"), PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(copy, ServerSettings.durable())) {
            assertThat(written(database)).containsExactly(7);
        }
    }

    @Test
    void everyAcknowledgedWriteOutlivesAKill() throws Exception {
        List<Integer> acknowledged;
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, home.toString(), "200")) {
            program.await(PATIENCE, () -> count(program) >= 100);
            program.kill();
            acknowledged = acknowledged(program);
        }
        assertThat(home.resolve("database/postmaster.pid"))
                .as("the server was left running")
                .exists();

        long begin = System.nanoTime();
        List<Integer> kept = written();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RESTART);
        assertThat(acknowledged).hasSizeBetween(100, 199);
        assertThat(kept).containsAll(acknowledged).hasSizeBetween(acknowledged.size(), acknowledged.size() + 1);
    }

    @Test
    void aKilledServerIsReplayed() throws Exception {
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, home.toString(), "50")) {
            program.await(PATIENCE, () -> count(program) == 50);
            program.kill();
        }
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        server.destroyForcibly();

        long begin = System.nanoTime();
        assertThat(written()).hasSize(50);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RESTART);
    }

    @Test
    void aServerThatDiesMeanwhileIsStartedAgain() throws Exception {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE written AS SELECT 7 AS id");
            ServerWatch watch = new ServerWatch(database);
            watch.start();
            try {
                ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> written(database).equals(List.of(7)));
            } finally {
                watch.stop();
            }
        }
        assertThat(home.resolve("database/postmaster.pid"))
                .as("the new one is stopped too")
                .doesNotExist();
    }

    @Test
    void leavesTheProcessAloneThatGotAnOldServersNumber() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(
                    home.resolve("database/postmaster.pid"),
                    List.of(
                            String.valueOf(stranger.pid()),
                            home.resolve("database").toString(),
                            String.valueOf(Instant.now().getEpochSecond()),
                            "5432"));
            start().close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void leavesTheServerOfAnotherHomeAlone() throws Exception {
        Path other = Files.createDirectory(scratch.resolve("other"));
        try (EmbeddedDatabase neighbour = EmbeddedDatabase.start(other, ServerSettings.durable())) {
            List<String> lines = new ArrayList<>(Files.readAllLines(other.resolve("database/postmaster.pid")));
            lines.set(1, home.resolve("database").toString());
            Files.write(home.resolve("database/postmaster.pid"), lines.subList(0, 4));
            start().close();
            run(neighbour, "SELECT 'still there'");
        }
    }

    @Test
    void anOldLockOfTheLibraryDeletesNothing() throws IOException, SQLException {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE written AS SELECT 7 AS id");
        }
        Path lock = Files.writeString(home.resolve("database/epg-lock"), "");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        // the worst case: the library is told to look for leftovers in our very home
        System.setProperty("ot.epg.working-dir", home.toString());
        try {
            assertThat(written()).containsExactly(7);
        } finally {
            System.clearProperty("ot.epg.working-dir");
        }
    }

    @Test
    void aFirstStartThatWasKilledIsBegunAnew() throws Exception {
        Path young = Files.createDirectory(scratch.resolve("young"));
        // the programs are there already, to come to the cluster at once
        Files.createSymbolicLink(young.resolve("postgresql"), home.resolve("postgresql"));
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, young.toString(), "1")) {
            program.await(PATIENCE, () -> unfinished(young).anyMatch(folder -> Files.exists(folder.resolve("base"))));
            program.kill();
        }
        assertThat(young.resolve("database")).doesNotExist();

        long begin = System.nanoTime();
        EmbeddedDatabase.start(young, ServerSettings.durable()).close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(RESTART);
        assertThat(unfinished(young)).isEmpty();
        assertThat(young.resolve("database/PG_VERSION")).exists();
    }

    @Test
    void programsHalfUnpackedAreUnpackedAnew() throws Exception {
        Path young = Files.createDirectory(scratch.resolve("young"));
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, young.toString(), "1")) {
            program.await(
                    PATIENCE,
                    () -> Files.exists(young.resolve("postgresql"))
                            && !postgres(young).isEmpty());
            program.kill();
        }
        // wherever the kill came, this is a file that it might have cut short
        Path cut = postgres(young).get(0);
        Files.writeString(cut, "half");
        Files.deleteIfExists(cut.getParent().resolveSibling(".exists"));
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, young.toString(), "1")) {
            program.await(PATIENCE, () -> count(program) == 1);
        }
    }

    @Test
    void aLaterStartLeavesTheProgramsClosedToOthers() throws Exception {
        try (ChildJvm program = ChildJvm.ofTests(WritingProgram.class, scratch, home.toString(), "1")) {
            program.await(PATIENCE, () -> count(program) == 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgresql"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void neverOverwritesWhatItDoesNotKnow() throws IOException {
        Path other = Files.createDirectories(scratch.resolve("other/database")).getParent();
        Path precious = Files.writeString(other.resolve("database/precious"), "data");
        assertThatThrownBy(() -> EmbeddedDatabase.start(other, ServerSettings.durable()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(other.resolve("database") + " isn't a whole PostgreSQL database.");
        assertThat(precious).hasContent("data");
    }

    @Test
    void saysThatThePasswordIsMissing() throws IOException {
        Path password = home.resolve("database.password");
        Path away = Files.move(password, scratch.resolve("password"));
        try {
            assertThatThrownBy(RestartTest::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("password")
                    .hasMessageContaining(password.toString());
        } finally {
            Files.move(away, password);
        }
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home, ServerSettings.durable());
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("database/postmaster.pid")).get(0));
    }

    private static int count(ChildJvm program) {
        return acknowledged(program).size();
    }

    private static List<Integer> acknowledged(ChildJvm program) {
        try {
            return program.lines().stream()
                    .filter(line -> line.matches("\\d+"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Stream<Path> unfinished(Path home) {
        return list(home).stream()
                .filter(entry -> entry.getFileName().toString().startsWith("database.new"));
    }

    private static List<Path> postgres(Path home) {
        return list(home.resolve("postgresql")).stream()
                .map(version -> version.resolve("bin/postgres"))
                .filter(Files::exists)
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Integer> written() throws IOException, SQLException {
        try (EmbeddedDatabase database = start()) {
            return written(database);
        }
    }

    private static List<Integer> written(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM written ORDER BY id")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url("rapport"), "rapport", database.password());
    }
}
