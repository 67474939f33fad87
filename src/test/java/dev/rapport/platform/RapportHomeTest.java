package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes and owners are POSIX's")
class RapportHomeTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final Path USER = Path.of(System.getProperty("user.home"));

    @TempDir
    private Path folder;

    @Test
    void standsInTheFoldersOfItsUser() {
        assertThat(RapportHome.choose(new MockEnvironment())).isEqualTo(USER.resolve(".rapport"));
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        assertThat(RapportHome.choose(demo)).isEqualTo(USER.resolve(".rapport-demo"));
        demo.setProperty("rapport.home", "/srv/rapport");
        assertThat(RapportHome.choose(demo)).isEqualTo(Path.of("/srv/rapport"));
        assertThat(RapportHome.choose(new MockEnvironment().withProperty("rapport.home", "~/work/rapport")))
                .isEqualTo(USER.resolve("work/rapport"));
    }

    @Test
    void isClosedToOtherUsers() throws IOException {
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        for (Path path : new Path[] {open, folder.resolve("made/by/rapport")}) {
            try (RapportHome home = RapportHome.open(path, ADDRESS)) {
                assertThat(modeOf(home.path())).isEqualTo("rwx------");
                assertThat(modeOf(home.files())).isEqualTo("rwx------");
                assertThat(modeOf(home.backups())).isEqualTo("rwx------");
            }
        }
    }

    @Test
    void opensAgainOnceItWasClosed() {
        RapportHome.open(folder, ADDRESS).close();
        RapportHome.open(folder, ADDRESS).close();
    }

    @Test
    void staysOneAlsoWithinAProcess() {
        try (RapportHome home = RapportHome.open(folder, ADDRESS)) {
            assertThatThrownBy(() -> RapportHome.open(folder.resolve("../" + folder.getFileName()), ADDRESS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Rapport is already running on " + home.path());
        }
    }

    @Test
    void tellsASecondProcessWhereTheFirstAnswers(@TempDir Path scratch) throws Exception {
        try (RapportHome home = RapportHome.open(folder, ADDRESS)) {
            home.answersAt("http://127.0.0.1:9090");
            try (ChildJvm second = ChildJvm.ofTests(SecondStart.class, scratch, folder.toString())) {
                assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
                assertThat(second.out())
                        .hasLineCount(1)
                        .isEqualToIgnoringNewLines(
                                "Rapport is already running on " + home.path() + " (process "
                                        + ProcessHandle.current().pid()
                                        + ", http://127.0.0.1:9090). Stop it first, or choose another folder with RAPPORT_HOME.");
            }
            // and the first still holds it
            try (ChildJvm third = ChildJvm.ofTests(SecondStart.class, scratch, folder.toString())) {
                assertThat(third.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
            }
        }
        try (ChildJvm after = ChildJvm.ofTests(SecondStart.class, scratch, folder.toString())) {
            assertThat(after.awaitExit(Duration.ofSeconds(30))).isZero();
        }
    }

    static class SecondStart {
        public static void main(String[] arguments) {
            try (RapportHome home = RapportHome.open(Path.of(arguments[0]), ADDRESS)) {
                System.out.println(home.path());
            } catch (StartRefused refused) {
                System.out.println(refused.getMessage());
                System.exit(1);
            }
        }
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(file, file + " is a file, not a folder.");
        assertRefused(file.resolve("below"), "Rapport can't keep its data in " + file.resolve("below"));
    }

    @Test
    void refusesAFolderThatOthersUse() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(folder.resolve("index.html"));
        assertRefused(folder, folder + " holds other files and other users can read it.");
        assertThat(modeOf(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void refusesTheFolderOfAnotherUser() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        try {
            Files.setOwner(
                    theirs,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (FileSystemException notRoot) {
            assumeTrue(false, "SKIPPED: only an administrator can give a folder away");
        }
        assertRefused(theirs, theirs + " belongs to the user nobody, not to ");
        assertThat(theirs).isEmptyDirectory();
    }

    @Test
    void refusesAFolderThatCannotBeMade() {
        Path system = Path.of("/proc/rapport");
        assumeTrue(Files.isDirectory(system.getParent()), "SKIPPED: no /proc here");
        assertRefused(system, "Rapport can't keep its data in /proc/rapport");
    }

    @Test
    void refusesANameThatPostgresqlsShellWouldRead() {
        assertRefused(folder.resolve("a$b"), "PostgreSQL can't work in a folder with");
    }

    private static void assertRefused(Path path, String sentence) {
        assertThatThrownBy(() -> RapportHome.open(path, ADDRESS))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith("Choose another folder with RAPPORT_HOME.")
                .hasMessageNotContaining("\n");
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
