package dev.rapport.exchange.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.EmptyTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archives with a right seal and a wrong mind: each is refused, and the empty Rapport stays as empty as it was. */
@DatabaseTest
class HostileArchiveTest {
    @Autowired
    private Restore restore;

    @Autowired
    private ArchiveWriter writer;

    @Autowired
    private RapportHome home;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path elsewhere;

    /** The same for all. */
    private static byte[] original = {};

    private ForgedArchive archive;

    @BeforeEach
    void archiveOfABusiness() throws Exception {
        if (original.length == 0) {
            BusinessOfManyKinds.write(jdbc);
            Path written =
                    writer.write(ArchiveReason.DEMAND, new ArchiveProgress()).file();
            original = Files.readAllBytes(written);
            Files.delete(written);
        }
        archive = new ForgedArchive(Files.write(elsewhere.resolve("original.zip"), original));
        EmptyTables.empty(database);
    }

    @Test
    void anUnchangedOneIsRestored() throws Exception {
        restore.run(archive.write(elsewhere.resolve("a.zip")), null, new RestoreProgress());
        assertThat(jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_authid", "flyway_schema_history", "customer; DROP TABLE account"})
    void loadsNoTableThatMigrationsDidNotMake(String name) throws Exception {
        assertRefused(json -> json.replace("\"name\" : \"customer\"", "\"name\" : \"" + name + "\""), Reason.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sort_key\"|\"sort_key\", \"sort_key\"",
                "\"sort_key\"|\"sort_key\\\") FROM PROGRAM 'id' --\"",
                "\"sort_key\",|",
                "\"name\" : \"customer_id_seq\"|\"name\" : \"pg_class\"",
                "\"name\" : \"customer_id_seq\"|\"name\" : \"x'); DROP TABLE account; --\"",
                "\"name\" : \"customer_id_seq\"|\"name\" : null",
                "\"entry\" : \"tables/customer.csv\"|\"entry\" : \"tables/account.csv\"",
                "\"entry\" : \"tables/customer.csv\"|\"entry\" : null",
                "\"tables\" : [|\"tables\" : null, \"not\" : [",
                "\"leftOut\" : [|\"leftOut\" : [ null, ",
                "\"rows\" : 3,|\"rows\" : 4,",
                "{|[",
            })
    void refusesAManifestThatIsNotOurs(String was, String is) throws Exception {
        assertRefused(
                json -> json.replaceFirst(Pattern.quote(was), is == null ? "" : Matcher.quoteReplacement(is)),
                Reason.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({"999, NEWER", "1.5, DAMAGED", "x, DAMAGED", "0, DAMAGED", "'9; DROP TABLE account', DAMAGED"})
    void refusesASchemaThatItDoesNotKnow(String version, Reason reason) throws Exception {
        assertRefused(
                json -> json.replaceFirst("\"schemaVersion\" : \"\\d+\"", "\"schemaVersion\" : \"" + version + "\""),
                reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/../../evil",
                "files/../evil",
                "files//evil/../../../evil",
                "/tmp/evil",
                "evil",
                "files/",
                "files/a/../b",
                "../files/evil"
            })
    void writesNoFileOutsideItsFolder(String name) throws Exception {
        assertRefused(archive.file(name, "evil"), Reason.DAMAGED);
        assertThat(home.path().resolve("evil")).doesNotExist();
    }

    @Test
    void refusesRowsThatBreakAKey() throws Exception {
        assertRefused(
                archive.entry("tables/contact_point.csv", csv -> csv.replace("\n1,1,", "\n1,77,")), Reason.FAILED);
    }

    @Test
    void refusesRowsThatBreakARule() throws Exception {
        assertRefused(archive.entry("tables/answer.csv", csv -> csv.replace(",NPS,9,", ",NPS,99,")), Reason.DAMAGED);
    }

    @Test
    void refusesHeadersInAnotherOrder() throws Exception {
        assertRefused(
                archive.entry("tables/answer.csv", csv -> csv.replaceFirst("^id,customer_id", "customer_id,id")),
                Reason.DAMAGED);
    }

    private void assertRefused(UnaryOperator<String> forgery, Reason reason) throws Exception {
        assertRefused(archive.manifest(forgery), reason);
    }

    private void assertRefused(ForgedArchive forged, Reason reason) throws Exception {
        Path file = forged.write(elsewhere.resolve("forged.zip"));
        assertThatThrownBy(() -> restore.run(file, null, new RestoreProgress()))
                .isInstanceOfSatisfying(
                        CannotRestore.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(jdbc.sql("SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM account)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rapport%'")
                        .query(Long.class)
                        .single())
                .isZero();
        try (var files = Files.list(home.files())) {
            assertThat(files.map(Path::getFileName)).noneMatch(name -> name.startsWith(".restore"));
        }
    }
}
