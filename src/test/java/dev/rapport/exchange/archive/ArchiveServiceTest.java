package dev.rapport.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.RapportHome;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ArchiveServiceTest {
    @Autowired
    private ArchiveService service;

    @Autowired
    private ArchiveRuns runs;

    @Autowired
    private BackupFolder folder;

    @Autowired
    private RapportHome home;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Backups backups;

    @TempDir
    private Path elsewhere;

    @AfterEach
    void emptyFolder() throws IOException {
        Files.createDirectories(home.backups());
        for (Path archive : folder.archives()) {
            Files.delete(archive);
        }
    }

    @Test
    void writesDownHowItWent() throws IOException {
        WrittenArchive written = service.make(ArchiveReason.NIGHTLY);

        ArchiveRun run = runs.last().orElseThrow();
        assertThat(run.fileName()).isEqualTo(written.file().getFileName().toString());
        assertThat(run.bytes()).isEqualTo(Files.size(written.file()));
        assertThat(run.customers()).isZero();
        assertThat(run.hasFailed()).isFalse();
        assertThat(service.running()).isEmpty();
        assertThat(run.folder()).isEqualTo(home.backups().toString());
        assertThat(backups.elsewhere()).isEmpty();
    }

    @Test
    void saysWhereTheNewestLiesIfNotHere() throws IOException {
        Files.delete(service.make(ArchiveReason.NIGHTLY).file());
        assertThat(backups.elsewhere().orElseThrow().host()).isNotBlank();
    }

    @Test
    void copiesToTheSecondFolderAndTellsWhereItCannot() throws IOException {
        runs.change(new ArchiveSettings(3, elsewhere.toString()));
        WrittenArchive written = service.make(ArchiveReason.NIGHTLY);

        Path copy = elsewhere.resolve(written.file().getFileName());
        assertThat(copy).hasSameBinaryContentAs(written.file());
        assertThat(runs.last().orElseThrow().copiedTo()).isEqualTo(elsewhere.toString());

        Files.delete(copy);
        Files.delete(elsewhere);
        WrittenArchive second = service.make(ArchiveReason.NIGHTLY);
        assertThat(second.file()).exists();
        assertThat(runs.last().orElseThrow().copyFailure()).startsWith("archive.failed.");
    }

    @Test
    void removesWhatIsTooOldButNothingOfOthers() throws IOException {
        runs.change(new ArchiveSettings(3, elsewhere.toString()));
        Path laidThere = Files.createFile(home.backups().resolve("rapport-20200101-030000.zip"));
        Path another = Files.createFile(elsewhere.resolve("rapport-20200101-030000.zip"));
        for (int i = 0; i < 6; i++) {
            service.make(ArchiveReason.DEMAND);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(folder.archives()).hasSize(6).contains(laidThere);
        assertThat(BackupFolder.archives(elsewhere)).hasSize(6).contains(another);
    }

    @Test
    void tellsWhyThereIsNone() throws IOException {
        Path aside = home.path().resolve("aside");
        Files.move(home.backups(), aside);
        Files.writeString(home.backups(), "in the way");
        try {
            assertThatThrownBy(() -> service.make(ArchiveReason.DEMAND)).isInstanceOf(ArchiveFailed.class);
            assertThat(runs.last().orElseThrow().failure()).isEqualTo("archive.failed.other");
        } finally {
            Files.delete(home.backups());
            Files.move(aside, home.backups());
        }
    }

    /** Contact points are read before customers: without one snapshot the later ones would have none. */
    @Test
    void readsOneMomentWhileWritingGoesOn() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> customers = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                transaction.executeWithoutResult(status -> register());
            }
        });
        try {
            for (int i = 0; i < 3; i++) {
                WrittenArchive written = service.make(ArchiveReason.DEMAND);
                try (ArchiveFile archive = ArchiveFile.open(written.file(), null, home.backups())) {
                    archive.verify();
                    Manifest manifest = archive.manifest();
                    assertThat(manifest.rows("customer"))
                            .isEqualTo(manifest.rows("contact_point"))
                            .isEqualTo(manifest.rows("task"));
                }
            }
        } finally {
            enough.set(true);
            customers.get();
        }
        assertThat(runs.last().orElseThrow().customers()).isPositive();
    }

    @Test
    void makesUpForAMissedNightOnce() throws IOException {
        service.make(ArchiveReason.DEMAND);
        service.makeUpForANight();
        assertThat(folder.archives()).hasSize(1);

        clock.advance(Duration.ofHours(25));
        service.makeUpForANight();
        service.nightly();
        assertThat(folder.archives()).hasSize(2);

        clock.advance(Duration.ofHours(23));
        service.nightly();
        assertThat(folder.archives()).hasSize(3);
    }

    @Test
    void endsRunsThatAKillCutOff() {
        runs.begin(ArchiveReason.NIGHTLY);
        runs.endCutOff();

        assertThat(runs.last().orElseThrow().failure()).isEqualTo("archive.failed.cut-off");
    }

    private void register() {
        jdbc.sql("""
                WITH c AS (
                  INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)
                  VALUES ('Someone', '\\x01', 'AWARENESS', '2026-01-01', now()) RETURNING id
                ), p AS (
                  INSERT INTO contact_point (customer_id, kind, value, normalized) SELECT id, 'EMAIL', 'a@b.c', 'a@b.c' FROM c
                ) INSERT INTO task (customer_id, title, due_on, created_at) SELECT id, 'Call', '2026-01-01', now() FROM c""").update();
    }
}
