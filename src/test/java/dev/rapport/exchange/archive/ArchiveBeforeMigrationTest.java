package dev.rapport.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.RapportHome;
import dev.rapport.platform.StartRefused;
import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the first released schema on. */
class ArchiveBeforeMigrationTest {
    private static final String RELEASED = "9";

    @TempDir
    private Path folder;

    private RapportHome home;
    private PGSimpleDataSource database;
    private JdbcClient jdbc;
    private ArchiveBeforeMigration strategy;

    @BeforeEach
    void aReleasedDatabase() {
        TestDatabase target = TestDatabase.fresh();
        database = new PGSimpleDataSource();
        database.setUrl(target.url());
        database.setUser(target.username());
        database.setPassword(target.password());
        jdbc = JdbcClient.create(database);
        jdbc.sql("DROP SCHEMA public CASCADE").update();
        jdbc.sql("CREATE SCHEMA public").update();
        home = RapportHome.open(folder, "tests");
        Clock clock = Clock.systemUTC();
        strategy = new ArchiveBeforeMigration(new ArchiveWriter(database, home, clock), new BackupFolder(home), clock);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void archivesWhatIsThereFirst() throws IOException {
        flyway().target(RELEASED).load().migrate();
        jdbc.sql("INSERT INTO business VALUES (1, 0, 'Old & Co', 'zh-CN', 'CN', 'CNY', 'Asia/Shanghai', 60)")
                .update();
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)
                VALUES ('张三 <b>', '\\x01', 'PURCHASE', '2026-01-02', now())""").update();

        strategy.migrate(flyway().load());

        List<Path> archives = new BackupFolder(home).archives();
        assertThat(archives).hasSize(1);
        try (ArchiveFile archive = ArchiveFile.open(archives.get(0), null, home.backups())) {
            archive.verify();
            assertThat(archive.manifest().schemaVersion()).isEqualTo(RELEASED);
            assertThat(archive.manifest().reason()).isEqualTo(ArchiveReason.MIGRATION);
            assertThat(archive.manifest().rows("customer")).isEqualTo(1);
            assertThat(new String(archive.entry("index.html").readAllBytes()))
                    .contains("Old &amp; Co", "张三 &lt;b&gt;", "lang=\"zh-CN\"");
        }
        assertThat(jdbc.sql("SELECT file_name FROM archive").query(String.class).single())
                .isEqualTo(archives.get(0).getFileName().toString());
        assertThat(flyway().load().info().pending()).isEmpty();

        Path leftByAKill = Files.createFile(home.backups().resolve("rapport-123.part"));
        strategy.migrate(flyway().load());
        assertThat(new BackupFolder(home).archives()).hasSize(1);
        assertThat(leftByAKill).doesNotExist();
    }

    @Test
    void changesNothingWithoutAnArchive() throws IOException {
        flyway().target(RELEASED).load().migrate();
        Files.delete(home.backups());
        Files.writeString(home.backups(), "in the way");

        assertThatThrownBy(() -> strategy.migrate(flyway().load())).isInstanceOf(StartRefused.class);
        assertThat(flyway().load().info().current().getVersion().getVersion()).isEqualTo(RELEASED);
    }

    @Test
    void makesNoneOfAnEmptyDatabase() throws IOException {
        strategy.migrate(flyway().target(RELEASED).load());

        assertThat(new BackupFolder(home).archives()).isEmpty();
    }

    @Test
    void makesNoneOfANewerDatabase() throws IOException {
        flyway().load().migrate();
        jdbc.sql("""
                UPDATE flyway_schema_history SET version = '9999' WHERE installed_rank =
                  (SELECT max(installed_rank) FROM flyway_schema_history)""").update();

        assertThatThrownBy(() -> strategy.migrate(flyway().load())).isInstanceOf(FlywayValidateException.class);
        assertThat(new BackupFolder(home).archives()).isEmpty();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database).ignoreMigrationPatterns("");
    }
}
