package dev.rapport.exchange.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.archive.ArchiveOptions;
import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.EmptyTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** An archive made here, and what becomes of it in an empty Rapport. */
@DatabaseTest
class RestoreTest {
    @Autowired
    private Restore restore;

    @Autowired
    private ArchiveWriter writer;

    @Autowired
    private ArchiveOptions options;

    @Autowired
    private RapportHome home;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path elsewhere;

    private Path upload;

    @BeforeEach
    void business() throws Exception {
        upload = Files.createDirectories(home.files().resolve("imports")).resolve("a");
        Files.writeString(upload, "name\nZoë\n");
        BusinessOfManyKinds.write(jdbc);
    }

    @AfterEach
    void removeFiles() throws Exception {
        Files.deleteIfExists(upload);
        try (var files = Files.newDirectoryStream(home.backups())) {
            for (Path file : files) {
                FileSystemUtils.deleteRecursively(file);
            }
        }
    }

    @Test
    void bringsEveryRowNumberAndFileBack() throws Exception {
        List<String> structure = structure();
        SchemaContents before = SchemaContents.measure(database);
        Path archive = archive();
        loseEverything();
        jdbc.sql("INSERT INTO spring_session VALUES (repeat('p', 36), repeat('s', 36), 1, 1, 1, 1, NULL)")
                .update();

        RestoreProgress progress = new RestoreProgress();
        restore.run(archive, null, progress);

        assertThat(SchemaContents.measure(database)).isEqualTo(before);
        assertThat(structure()).isEqualTo(structure);
        assertThat(upload).hasContent("name\nZoë\n");
        assertThat(progress.step()).isEqualTo(RestoreProgress.Step.FINISHING);
        assertThat(count("spring_session")).as("of the running program").isEqualTo(1);
        assertThat(jdbc.sql("INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)"
                                + " VALUES ('next', '', 'LOST', '2026-01-01', now()) RETURNING id")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertNothingRemains();
    }

    @Test
    void triggersAndKeysWorkAsBefore() throws Exception {
        Path archive = archive();
        loseEverything();
        restore.run(archive, null, new RestoreProgress());

        jdbc.sql("INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)"
                        + " VALUES (2, '2026-05-05', 10, 'USD', 1, 10, now())")
                .update();
        assertThat(jdbc.sql("SELECT count(*) FROM purchase_day WHERE customer_id = 2 AND day = '2026-05-05'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("DELETE FROM customer WHERE id = 1").update()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM purchase WHERE customer_id = 1")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesARapportWithDataAlone() throws Exception {
        Path archive = archive();
        SchemaContents before = SchemaContents.measure(database);
        assertRefused(archive, Reason.NOT_EMPTY);
        assertThat(SchemaContents.measure(database)).isEqualTo(before);
    }

    @Test
    void opensAnEncryptedOneWithItsPassphraseOnly() throws Exception {
        options.encrypt("seven quiet otters 七");
        Path archive;
        try {
            archive = archive();
        } finally {
            options.stopEncrypting();
        }
        loseEverything();
        assertRefused(archive, Reason.PASSPHRASE_NEEDED);
        assertThatThrownBy(() -> restore.run(archive, "seven loud otters", new RestoreProgress()))
                .isInstanceOfSatisfying(
                        CannotRestore.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_PASSPHRASE));
        restore.run(archive, "seven quiet otters 七", new RestoreProgress());
        assertThat(count("customer")).isEqualTo(3);
    }

    @Test
    void oneFlippedBitAnywhereIsRefusedWhole() throws Exception {
        byte[] whole = Files.readAllBytes(archive());
        loseEverything();
        SchemaContents empty = SchemaContents.measure(database);
        Random luck = new Random(11);
        for (int i = 0; i < 100; i++) {
            byte[] flipped = whole.clone();
            int at = luck.nextInt(whole.length);
            flipped[at] ^= (byte) (1 << luck.nextInt(8));
            Path damaged = Files.write(elsewhere.resolve("damaged.zip"), flipped);
            assertThatThrownBy(() -> restore.run(damaged, null, new RestoreProgress()))
                    .as("byte %d", at)
                    .isInstanceOf(CannotRestore.class);
        }
        assertThat(SchemaContents.measure(database)).isEqualTo(empty);
        assertNothingRemains();
    }

    @Test
    void theHandOfAnotherProcessIsWaitedForByNobody() throws Exception {
        Path archive = archive();
        loseEverything();
        try (Connection other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('rapport'), hashtext('" + Restore.SCHEMA + "'))");
            assertRefused(archive, Reason.BUSY);
            restore.sweep();
            statement.execute("SELECT pg_advisory_unlock_all()");
        }
        restore.run(archive, null, new RestoreProgress());
    }

    @Test
    void whatAKillLeftIsSweptAway() throws Exception {
        jdbc.sql("CREATE SCHEMA " + Restore.SCHEMA).update();
        jdbc.sql("CREATE TABLE " + Restore.SCHEMA + ".half AS SELECT 1 AS id").update();
        Path half = Files.createDirectories(home.files().resolve(".restore-1/imports"));
        restore.sweep();
        assertNothingRemains();
        assertThat(half).doesNotExist();
    }

    private void assertRefused(Path archive, Reason reason) {
        assertThatThrownBy(() -> restore.run(archive, null, new RestoreProgress()))
                .isInstanceOfSatisfying(
                        CannotRestore.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertNothingRemains() throws Exception {
        assertThat(jdbc.sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rapport%'")
                        .query(String.class)
                        .list())
                .isEmpty();
        try (var files = Files.list(home.files())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
        assertThat(jdbc.sql("SHOW search_path").query(String.class).single()).isEqualTo("\"$user\", public");
    }

    private Path archive() throws Exception {
        Path written = writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file();
        return Files.copy(written, elsewhere.resolve("archive.zip"));
    }

    private void loseEverything() throws Exception {
        EmptyTables.empty(database);
        Files.delete(upload);
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Everything that the migrations made, as they made it. */
    private List<String> structure() {
        return jdbc.sql("""
                SELECT 'index ' || pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text !~ '^pg_'
                UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
                UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) || tgenabled::text FROM pg_trigger t WHERE NOT tgisinternal
                UNION ALL SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                UNION ALL SELECT 'sequence ' || c.relname || ' of ' || coalesce(d.refobjid::regclass::text, '')
                FROM pg_class c LEFT JOIN pg_depend d ON d.objid = c.oid AND d.deptype IN ('a', 'i')
                WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
                UNION ALL SELECT 'column ' || attrelid::regclass || ' ' || attname || ' ' || format_type(atttypid, atttypmod)
                  || attnotnull::text || attidentity::text || coalesce(pg_get_expr(adbin, adrelid), '')
                FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid AND relkind = 'r' AND relnamespace = 'public'::regnamespace
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attnum > 0 AND NOT attisdropped
                ORDER BY 1""").query(String.class).list();
    }
}
