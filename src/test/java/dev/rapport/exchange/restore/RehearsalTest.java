package dev.rapport.exchange.restore;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.exchange.archive.BackupFolder;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The newest archive restored beside the live tables, and what is said of it. */
@WebTest
class RehearsalTest {
    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private ArchiveWriter writer;

    @Autowired
    private BackupFolder folder;

    @Autowired
    private BusinessSettings business;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester http;

    @BeforeEach
    void business() {
        BusinessOfManyKinds.write(jdbc);
    }

    @AfterEach
    void emptyFolder() throws Exception {
        for (Path archive : folder.archives()) {
            Files.delete(archive);
        }
    }

    @Test
    void findsAnArchiveEqualAndLeavesLiveDataAlone() throws Exception {
        writer.write(ArchiveReason.DEMAND, new ArchiveProgress());
        // live data moved on since
        jdbc.sql("UPDATE customer SET name = 'Zoé' WHERE id = 2").update();
        SchemaContents live = SchemaContents.measure(database);

        rehearsals.rehearse();

        assertThat(rehearsals.last()).hasValueSatisfying(rehearsal -> {
            assertThat(rehearsal.isEqual()).isTrue();
            assertThat(rehearsal.tables()).isGreaterThan(20);
            assertThat(rehearsal.rows()).isGreaterThan(40);
        });
        assertThat(SchemaContents.measure(database)).isEqualTo(live);
        assertThat(jdbc.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'rapport_rehearsal'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(page()).contains("Restored and compared on ", ": equal (");
        assertThat(home()).doesNotContain("could not be restored and compared");
    }

    @Test
    void tellsOfADamagedArchiveThereAndAtHome() throws Exception {
        Path archive = writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file();
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);

        rehearsals.rehearse();

        assertThat(rehearsals.last())
                .hasValueSatisfying(
                        rehearsal -> assertThat(rehearsal.failure()).isEqualTo("exchange.restore.refused.damaged"));
        assertThat(page()).contains("The archive is damaged");
        assertThat(home()).contains("The newest backup could not be restored and compared.");
    }

    @Test
    void namesTheTablesThatDiffer() {
        jdbc.sql("INSERT INTO rehearsal (file_name, started_at, finished_at, tables, rows, differing)"
                        + " VALUES ('a', now(), now(), 30, 100, '{purchase,customer}')")
                .update();
        assertThat(page()).contains("not equal. Tables that differ: purchase, customer.");
        assertThat(home()).contains("The newest backup could not be restored and compared.");
    }

    @Test
    void saysThatThereIsNothingToRehearse() {
        assertThat(page()).contains("No backup was rehearsed yet.");
        rehearsals.rehearse();
        assertThat(page()).contains("There is no backup to rehearse.");
    }

    @Test
    void comesOnTheFirstOfEachMonth() {
        Monthly monthly = new Monthly(5, business);
        // Rome is an hour ahead in winter, two in summer
        assertThat(monthly.getInitialExecutionTime(Instant.parse("2026-11-23T12:00:00Z")))
                .isEqualTo("2026-12-01T04:00:00Z");
        assertThat(monthly.getInitialExecutionTime(Instant.parse("2026-12-01T03:59:00Z")))
                .isEqualTo("2026-12-01T04:00:00Z");
        assertThat(monthly.getInitialExecutionTime(Instant.parse("2026-06-01T03:00:00Z")))
                .isEqualTo("2026-07-01T03:00:00Z");
    }

    private String page() {
        return body("/settings/backups");
    }

    private String home() {
        return body("/numbers");
    }

    private String body(String path) {
        try {
            return http.get().uri(path).with(owner()).exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
