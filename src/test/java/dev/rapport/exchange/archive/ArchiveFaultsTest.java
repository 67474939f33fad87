package dev.rapport.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.RapportHome;
import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a kill and a full disk leave of an archive: nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills and mounts are POSIX's")
class ArchiveFaultsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Takes a good part of a second to compress. */
    private static final int LARGE = 12_000_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path scratch;

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void aLargeFile() throws IOException {
        byte[] noise = new byte[LARGE];
        new Random(3).nextBytes(noise);
        try (RapportHome home = RapportHome.open(folder, "tests")) {
            Files.write(home.files().resolve("large"), noise);
        }
    }

    private String[] arguments() {
        return new String[] {folder.toString(), database.url(), database.username(), database.password()};
    }

    private List<Path> backups(String suffix) {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Test
    void whatBearsAnArchivesNameIsWholeWheneverTheProgramIsKilled() throws Exception {
        try (ChildJvm program = ChildJvm.ofTests(WritesArchives.class, scratch, arguments())) {
            program.await(PATIENCE, () -> !backups(".zip").isEmpty());
            program.await(PATIENCE, () -> !backups(".part").isEmpty());
            program.kill();
        }

        try (RapportHome home = RapportHome.open(folder, "tests")) {
            BackupFolder left = new BackupFolder(home);
            left.removeUnfinished();
            assertThat(backups("")).isNotEmpty().containsExactlyInAnyOrderElementsOf(left.archives());
            for (Path file : left.archives()) {
                try (ArchiveFile archive = ArchiveFile.open(file, null, home.backups())) {
                    archive.verify();
                }
            }
        }
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws Exception {
        Path backups = folder.resolve("backups");
        try (ChildJvm program = ChildJvm.onSmallDisk(backups, 6, WritesArchives.class, scratch, arguments())) {
            assertThat(program.awaitExit(PATIENCE)).isZero();
            assertThat(program.out().lines()).containsExactly("archive.failed.disk", "[]");
        }
    }
}
