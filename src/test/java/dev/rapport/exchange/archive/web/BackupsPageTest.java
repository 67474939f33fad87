package dev.rapport.exchange.archive.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveService;
import dev.rapport.exchange.archive.BackupFolder;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class BackupsPageTest {
    private static final String PAGE = "/settings/backups";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private ArchiveService archives;

    @Autowired
    private BackupFolder folder;

    @Autowired
    private RapportHome home;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @TempDir
    private Path elsewhere;

    @AfterEach
    void tidy() throws IOException {
        Files.deleteIfExists(home.path().resolve("archive.passphrase"));
        for (Path archive : folder.archives()) {
            Files.delete(archive);
        }
    }

    private String name() throws IOException {
        return folder.archives().get(0).getFileName().toString();
    }

    private String text(String path) throws IOException {
        return http.get().uri(path).with(owner()).exchange().getResponse().getContentAsString();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = http.post().uri(PAGE + path).with(owner()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void listsWhatTheFolderHoldsAlsoWhenAFileWasRemovedByHand() throws IOException {
        assertThat(text(PAGE)).contains("No backup yet");

        archives.make(ArchiveReason.NIGHTLY);
        Path second = archives.make(ArchiveReason.DEMAND).file();
        assertThat(text(PAGE)).contains("Nightly", "Asked for", "data-label=\"customers\">0</td>");

        Files.delete(second);
        assertThat(text(PAGE)).contains("Nightly").doesNotContain("Asked for");
        assertThat(http.get().uri(PAGE + "/" + second.getFileName()).with(owner()))
                .hasStatus(404);
        assertThat(http.get().uri(PAGE + "/..%2Fdatabase.password").with(owner()))
                .hasStatus4xxClientError();
    }

    @Test
    void givesTheFileForThePasswordOnly() throws IOException {
        Path archive = archives.make(ArchiveReason.DEMAND).file();

        assertThat(post("/" + name() + "/download", "password", "a guess"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("PK\u0003\u0004");
        MvcTestResult answer = post("/" + name() + "/download", "password", Accounts.PASSWORD);
        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue("Content-Disposition", "attachment; filename=\"" + name() + "\"");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(Files.readAllBytes(archive));
    }

    @Test
    void deletesAllButTheOnlyOne() throws IOException {
        archives.make(ArchiveReason.DEMAND);
        assertThat(post("/" + name() + "/removal")).hasStatus(422).bodyText().contains("only backup");

        archives.make(ArchiveReason.DEMAND);
        String newest = name();
        assertThat(post("/" + newest + "/removal")).hasStatus3xxRedirection();
        assertThat(name()).isNotEqualTo(newest);
    }

    @Test
    void keepsHourAndSecondFolderWhereItCanWrite() throws IOException {
        assertThat(post("/options", "hour", "5", "secondFolder", "relative/folder"))
                .hasStatus(422);
        assertThat(post("/options", "hour", "5", "secondFolder", elsewhere + "/missing"))
                .hasStatus(422);
        assertThat(post("/options", "hour", "5", "secondFolder", home.files().toString()))
                .hasStatus(422);
        assertThat(post("/options", "hour", "24", "secondFolder", "")).hasStatus(422);
        assertThat(post("/options", "hour", "x", "secondFolder", "a\0b")).hasStatus(422);

        assertThat(post("/options", "hour", "5", "secondFolder", " " + elsewhere + " "))
                .hasStatus3xxRedirection();
        assertThat(text(PAGE)).contains("05:00", elsewhere.toString());
    }

    @Test
    void encryptsFromWhenThePassphraseIsSet() throws IOException {
        assertThat(post(
                        "/passphrase",
                        "passphrase",
                        "quiet otters 7",
                        "repeated",
                        "quiet otters 8",
                        "password",
                        Accounts.PASSWORD))
                .hasStatus(422);
        assertThat(post("/passphrase", "passphrase", "short", "repeated", "short", "password", Accounts.PASSWORD))
                .hasStatus(422);
        assertThat(post(
                        "/passphrase",
                        "passphrase",
                        "quiet otters 7",
                        "repeated",
                        "quiet otters 7",
                        "password",
                        "a guess"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("quiet otters 7");
        assertThat(post(
                        "/passphrase",
                        "passphrase",
                        "quiet otters 7",
                        "repeated",
                        "quiet otters 7",
                        "password",
                        Accounts.PASSWORD))
                .hasStatus3xxRedirection();

        archives.make(ArchiveReason.DEMAND);
        assertThat(name()).endsWith(".zip.gpg");
        assertThat(text(PAGE)).contains("Encrypted");

        assertThat(post("/passphrase/removal", "password", Accounts.PASSWORD)).hasStatus3xxRedirection();
        archives.make(ArchiveReason.DEMAND);
        assertThat(name()).endsWith(".zip");
    }

    @Test
    void theHomePageTellsWhatWentWrong() throws IOException {
        archives.make(ArchiveReason.NIGHTLY);
        assertThat(text("/numbers")).doesNotContain("backup");

        clock.advance(Duration.ofHours(37));
        assertThat(text("/numbers")).contains("no backup for more than a day and a half");

        jdbc.sql("UPDATE archive SET copy_failure = 'archive.failed.access'").update();
        assertThat(text("/numbers")).contains("not copied to the second folder");

        jdbc.sql(
                        "INSERT INTO archive (reason, started_at, finished_at, failure) VALUES ('NIGHTLY', now(), now() + interval '1 year', 'archive.failed.disk')")
                .update();
        assertThat(text("/numbers")).contains("The last backup failed");
        assertThat(text(PAGE)).contains("The disk is full");
        assertThat(http.get().uri("/numbers").with(Accounts.helper()))
                .bodyText()
                .doesNotContain("backup");
    }
}
