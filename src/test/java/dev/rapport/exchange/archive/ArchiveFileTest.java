package dev.rapport.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.exchange.archive.DamagedArchive.Damage;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.DatabaseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What goes into an archive comes out of it, and nothing else does. */
@DatabaseTest
class ArchiveFileTest {
    private static final String PASSPHRASE = "seven quiet otters 七";

    @Autowired
    private ArchiveWriter writer;

    @Autowired
    private RapportHome home;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Passphrase passphrase;

    @BeforeEach
    void someRows() {
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, acquired_on, created_at, company, city)
                VALUES ('Łukasz "Q", 张三' || chr(10) || '2', '\\x01ff', 'PURCHASE', '2026-01-02', now(), '', NULL)""").update();
    }

    @AfterEach
    void emptyFolder() throws IOException {
        passphrase.forget();
        for (Path archive : new BackupFolder(home).archives()) {
            Files.delete(archive);
        }
    }

    @Test
    void holdsEveryTableAndFile() throws IOException, SQLException {
        Path upload = Files.writeString(
                Files.createDirectories(home.files().resolve("imports")).resolve("a"), "x,y\n");
        WrittenArchive written = writer.write(ArchiveReason.DEMAND, new ArchiveProgress());
        Files.delete(upload);

        try (ArchiveFile archive = ArchiveFile.open(written.file(), null, home.backups())) {
            archive.verify();
            Manifest manifest = archive.manifest();
            assertThat(manifest.schemaVersion()).isEqualTo(latestMigration());
            assertThat(Stream.concat(manifest.tables().stream().map(Manifest.Table::name), manifest.leftOut().stream()))
                    .containsExactlyInAnyOrderElementsOf(tables());
            assertThat(manifest.leftOut()).contains("spring_session", "flyway_schema_history");
            assertThat(manifest.rows("account")).isEqualTo(2);
            assertThat(manifest.sequences())
                    .contains(new Manifest.Sequence("account_id_seq", 100, true))
                    .contains(new Manifest.Sequence("task_id_seq", 1, false));
            assertThat(manifest.files()).extracting(Manifest.StoredFile::entry).contains("files/imports/a");
            assertThat(text(archive, "files/imports/a")).isEqualTo("x,y\n");
            // an empty text is quoted, a missing one is not
            assertThat(text(archive, "tables/customer.csv"))
                    .startsWith("id,version,kind,name,")
                    .contains("\"Łukasz \"\"Q\"\", 张三\n2\",\\x01ff,")
                    .contains(",,\"\",,,PURCHASE,");
            assertThat(text(archive, "tables/purchase_day.csv"))
                    .startsWith("customer_id,day,")
                    .doesNotContain("until");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.file())))
                .isEqualTo("rw-------");
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void oneFlippedBitAnywhereIsFound() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(
                writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file());
        Path damaged = home.backups().resolve("damaged.zip");
        Random luck = new Random(7);
        try {
            for (int i = 0; i < 300; i++) {
                // the first and last bytes are the ones that a reader of ZIPs looks at
                int at = i < 40 ? i : i < 180 ? whole.length - 1 - (i - 40) : luck.nextInt(whole.length);
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << luck.nextInt(8));
                Files.write(damaged, flipped);
                assertThatThrownBy(() -> verify(damaged, null))
                        .as("byte %d", at)
                        .isInstanceOf(DamagedArchive.class);
            }
            for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
                Files.write(damaged, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> verify(damaged, null))
                        .as("%d bytes", length)
                        .isInstanceOf(DamagedArchive.class);
            }
        } finally {
            Files.delete(damaged);
        }
    }

    @Test
    void anEncryptedOneOpensWithItsPassphraseOnly() throws Exception {
        passphrase.set(PASSPHRASE);
        Path written =
                writer.write(ArchiveReason.NIGHTLY, new ArchiveProgress()).file();
        assertThat(written.getFileName().toString()).endsWith(".zip.gpg");

        verify(written, PASSPHRASE);
        assertThatThrownBy(() -> verify(written, null))
                .isInstanceOfSatisfying(
                        DamagedArchive.class, e -> assertThat(e.damage()).isEqualTo(Damage.PASSPHRASE_NEEDED));
        assertThatThrownBy(() -> verify(written, "seven loud otters"))
                .isInstanceOfSatisfying(
                        DamagedArchive.class, e -> assertThat(e.damage()).isEqualTo(Damage.WRONG_PASSPHRASE));
        assertThat(unfinished()).isEmpty();

        byte[] whole = Files.readAllBytes(written);
        Path damaged = home.backups().resolve("damaged.gpg");
        try {
            // each guess costs a second of hashing, which is what it is for
            for (int at : List.of(0, whole.length / 2)) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 4;
                Files.write(damaged, flipped);
                assertThatThrownBy(() -> verify(damaged, PASSPHRASE))
                        .as("byte %d", at)
                        .isInstanceOf(DamagedArchive.class);
            }
        } finally {
            Files.delete(damaged);
        }
    }

    @Test
    void gpgOpensAnEncryptedOne() throws Exception {
        assumeTrue(isInstalled("gpg"), "SKIPPED: gpg isn't installed");
        passphrase.set(PASSPHRASE);
        Path written = writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file();
        Path keys = Files.createTempDirectory("gpg");
        Path opened = home.backups().resolve("opened.part");
        try {
            Path secret = Files.writeString(keys.resolve("secret"), PASSPHRASE);
            Process gpg = gpg(
                    keys,
                    List.of("--pinentry-mode", "loopback", "--passphrase-file", secret.toString()),
                    List.of("--output", opened.toString(), "--decrypt", written.toString()));
            assertThat(gpg.waitFor()).isZero();
            verify(opened, null);
        } finally {
            new ProcessBuilder("gpgconf", "--homedir", keys.toString(), "--kill", "all")
                    .start()
                    .waitFor();
            FileSystemUtils.deleteRecursively(keys);
            Files.deleteIfExists(opened);
        }
    }

    private static Process gpg(Path keys, List<String> options, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of("gpg", "--batch", "--quiet", "--homedir", keys.toString()));
        line.addAll(options);
        line.addAll(command);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private void verify(Path file, @Nullable String secret) throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file, secret, home.backups())) {
            archive.verify();
        }
    }

    private static String text(ArchiveFile archive, String entry) throws IOException {
        try (var in = archive.entry(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(home.backups())) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    private String latestMigration() {
        return jdbc.sql("SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private List<String> tables() {
        return jdbc.sql("""
                SELECT tablename FROM pg_tables WHERE schemaname = 'public'""").query(String.class).list();
    }
}
