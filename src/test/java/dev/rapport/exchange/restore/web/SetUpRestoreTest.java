package dev.rapport.exchange.restore.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.account.BusinessChanged;
import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.EmptyTables;
import dev.rapport.testing.WebTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The set-up page takes an archive instead of answers. */
@WebTest
@BeforeSetUp
class SetUpRestoreTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private ArchiveWriter writer;

    @Autowired
    private RapportHome home;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    private byte[] archive = {};

    @BeforeEach
    void archiveOfABusiness() throws Exception {
        Accounts.seed(jdbc, events);
        Path written = writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file();
        archive = Files.readAllBytes(written);
        Files.delete(written);
        EmptyTables.empty(database);
        events.publishEvent(new BusinessChanged());
    }

    @AfterEach
    void nothingOfTheUploadRemains() throws Exception {
        try (var files = Files.list(home.backups())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void restoresAndLeadsToSigningIn() throws Exception {
        assertThat(http.get().uri("/setup")).bodyText().contains("href=\"/setup/restore\"");
        String page = redirectOf(http.get().uri("/setup/restore").exchange());
        assertThat(page).startsWith("/setup/restore/");
        assertThat(http.get().uri(page)).hasStatusOk().bodyText().contains("Restore a backup", "multipart/form-data");

        assertThat(redirectOf(send(page, archive))).isEqualTo(page);
        assertThat(redirectOf(afterwards(page))).isEqualTo("/login?restored");

        assertThat(http.get().uri("/login?restored")).bodyText().contains("Your backup is restored.");
        assertThat(redirectOf(http.post()
                        .uri("/login")
                        .with(csrf())
                        .param("email", Accounts.OWNER_EMAIL)
                        .param("password", Accounts.PASSWORD)
                        .exchange()))
                .isEqualTo("/");
        assertThat(send(page, archive)).as("set up now").hasStatus(404);
        assertThat(http.get().uri("/setup/restore")).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithADamagedOneAndTakesAnother() throws Exception {
        String page = redirectOf(http.get().uri("/setup/restore").exchange());
        byte[] damaged = archive.clone();
        damaged[damaged.length / 3] ^= 16;
        send(page, damaged);
        assertThat(afterwards(page)).hasStatusOk().bodyText().contains("The archive is damaged", "multipart/form-data");
        send(page, "name\nZoë\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(afterwards(page)).hasStatusOk().bodyText().contains("isn’t an archive of Rapport");
        assertThat(jdbc.sql("SELECT count(*) FROM account").query(Long.class).single())
                .isZero();

        send(page, archive);
        assertThat(redirectOf(afterwards(page))).isEqualTo("/login?restored");
    }

    @Test
    void asksForTheFile() {
        String page = redirectOf(http.get().uri("/setup/restore").exchange());
        assertThat(http.post().uri(page).with(csrf())).hasStatus(422).bodyText().contains("Choose the backup.");
    }

    @Test
    void asksWhoComesFromElsewhereForTheCodeBeforeItTakesAFile() {
        assertThat(http.get().uri("/setup/restore").header("X-Forwarded-For", "203.0.113.5"))
                .hasStatusOk()
                .bodyText()
                .contains("Set-up code");
        assertThat(http.post()
                        .uri("/setup/restore")
                        .with(csrf())
                        .header("X-Forwarded-For", "203.0.113.5")
                        .param("code", "AAAA-BBBB"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not the code on the console.");
        assertThat(http.get().uri("/setup/restore/guessed")).hasStatus(404);
        assertThat(http.post()
                        .uri("/setup/restore/guessed")
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x"))
                .as("unread")
                .hasStatus3xxRedirection();
    }

    private MvcTestResult send(String page, byte[] content) {
        return http.post()
                .uri(page)
                .multipart()
                .file(new MockMultipartFile("file", "rapport-20261123-030000.zip", "application/zip", content))
                .with(csrf())
                .exchange();
    }

    /** What the page says once it no longer shows progress. */
    private MvcTestResult afterwards(String page) throws Exception {
        long begin = System.nanoTime();
        MvcTestResult answer = http.get().uri(page).exchange();
        while (answer.getResponse().getContentAsString().contains("<progress")
                && System.nanoTime() - begin < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = http.get().uri(page).exchange();
        }
        return answer;
    }

    private static String redirectOf(MvcTestResult answer) {
        @Nullable String to = answer.getResponse().getRedirectedUrl();
        return Objects.requireNonNull(
                to, () -> "no redirect: " + answer.getResponse().getStatus());
    }
}
