package dev.rapport.exchange.restore;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.account.BusinessChanged;
import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.migration.Migrations;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.WebTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An archive of each released version, brought up by this one: everything is there and every page works. */
@WebTest
@BeforeSetUp
class ReleasedArchiveTest {
    private static final List<String> PAGES = List.of(
            "/customers",
            "/customers/1",
            "/customers/2",
            "/customers/1/history",
            "/customers/1/timeline",
            "/numbers",
            "/numbers/nps",
            "/tasks",
            "/products",
            "/imports",
            "/imports/1",
            "/changes",
            "/bin",
            "/settings",
            "/settings/people",
            "/settings/tokens",
            "/settings/backups");

    @Autowired
    private Restore restore;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester http;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @MethodSource("dev.rapport.migration.Migrations#released")
    void isMigratedAndWorks(String version) throws Exception {
        Path archive;
        try (RapportHome old = RapportHome.open(elsewhere.resolve("home"), "tests")) {
            archive = new ArchiveWriter(Migrations.asReleased(version), old, Clock.systemUTC())
                    .write(ArchiveReason.DEMAND, new ArchiveProgress())
                    .file();
        }

        restore.run(archive, null, new RestoreProgress());
        events.publishEvent(new BusinessChanged());

        assertThat(jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single())
                .isEqualTo(40);
        assertThat(jdbc.sql("SELECT count(*) FROM purchase").query(Long.class).single())
                .isEqualTo(123);
        for (String page : PAGES) {
            assertThat(http.get().uri(page).with(owner())).as(page).hasStatusOk();
        }
        assertThat(http.get().uri("/customers/1").with(owner()))
                .hasStatusOk()
                .bodyText()
                .contains("Zoë O&#39;Neill");
        assertThat(http.get().uri("/customers?query=小明").with(owner()))
                .bodyText()
                .contains("王小明");
    }
}
