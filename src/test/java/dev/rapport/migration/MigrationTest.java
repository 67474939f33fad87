package dev.rapport.migration;

import static dev.rapport.migration.Migrations.connectionsOf;
import static dev.rapport.migration.Migrations.flyway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @MethodSource("dev.rapport.migration.Migrations#released")
    void keepsEveryRowOfARelease(String version) throws Exception {
        DataSource database = Migrations.asReleased(version);
        JdbcClient jdbc = JdbcClient.create(database);
        Map<String, String> queries = queries(jdbc);
        Map<String, List<String>> before = read(jdbc, queries);
        assertThat(before)
                .as("the data of a release fill every table")
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        flyway(database).load().migrate();

        assertThat(read(jdbc, queries)).isEqualTo(before);
    }

    @Test
    void runsOnceWhenTwoProgramsStartAtOnce() throws Exception {
        DataSource database = connectionsOf(TestDatabase.empty());
        Callable<MigrateResult> program = () -> flyway(database).load().migrate();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<MigrateResult>> results = both.invokeAll(List.of(program, program));
            int executed =
                    results.get(0).get().migrationsExecuted + results.get(1).get().migrationsExecuted;
            assertThat(executed).isEqualTo(history(database).size());
            assertThat(history(database)).doesNotHaveDuplicates();
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void isAsIfNeverBegunAfterAKillAndGoesThroughAfterwards(@TempDir Path folder) throws Exception {
        TestDatabase fresh = TestDatabase.fresh();
        DataSource database = connectionsOf(fresh);
        JdbcClient jdbc = JdbcClient.create(database);
        List<String> history = history(database);
        try (Connection reader = database.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE task IN ACCESS SHARE MODE");
            try (ChildJvm program =
                    ChildJvm.ofTests(SlowMigration.class, folder, fresh.url(), fresh.username(), fresh.password())) {
                program.await(
                        PATIENCE,
                        () -> jdbc.sql(
                                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'task'::regclass)")
                                .query(Boolean.class)
                                .single());
                program.kill();
            }
        }
        awaitAlone(jdbc);
        assertThat(history(database)).isEqualTo(history);
        assertThatThrownBy(() -> jdbc.sql("SELECT half FROM customer").query().listOfRows())
                .hasMessageContaining("half");

        SlowMigration.main(new String[] {fresh.url(), fresh.username(), fresh.password()});
        assertThat(jdbc.sql("SELECT half FROM customer").query().listOfRows()).isEmpty();
    }

    @Test
    void aDatabaseOfTheFutureIsRefused() throws Exception {
        DataSource database = connectionsOf(TestDatabase.fresh());
        JdbcClient.create(database)
                .sql("INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 0,"
                        + " installed_by, installed_on, 1, true FROM flyway_schema_history LIMIT 1")
                .update();
        assertThatThrownBy(() -> flyway(database).load().migrate()).isInstanceOf(FlywayException.class);
    }

    /** Rehearsals run migrations beside the live tables: what isn't in their schema would be found in the other one. */
    @Test
    void namesNothingThatMightLieElsewhere() throws Exception {
        for (Resource migration :
                new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
            assertThat(migration.getContentAsString(StandardCharsets.UTF_8))
                    .as(migration.getFilename())
                    .doesNotContainPattern("(?i)DROP\\s+\\w+\\s+IF\\s+EXISTS")
                    .doesNotContainPattern("(?i)CONCURRENTLY")
                    .doesNotContainPattern("(?i)\\bpublic\\.");
        }
    }

    private static void awaitAlone(JdbcClient jdbc) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()
                && jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                                .query(Long.class)
                                .single()
                        > 1) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<String> history(DataSource database) {
        return JdbcClient.create(database)
                .sql("SELECT version FROM flyway_schema_history ORDER BY installed_rank")
                .query(String.class)
                .list();
    }

    /** One for each table, with the columns that it has now. */
    private static Map<String, String> queries(JdbcClient jdbc) {
        Map<String, String> queries = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT relname, string_agg(quote_ident(attname) || '::text', ', ' ORDER BY attnum)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'flyway_schema_history'
                GROUP BY relname""").query(row -> {
            queries.put(
                    row.getString(1),
                    "SELECT concat_ws('|', " + row.getString(2) + ") FROM " + row.getString(1) + " ORDER BY 1");
        });
        return queries;
    }

    private static Map<String, List<String>> read(JdbcClient jdbc, Map<String, String> queries) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        queries.forEach((table, query) -> rows.put(
                table, new ArrayList<>(jdbc.sql(query).query(String.class).list())));
        return rows;
    }

    static final class SlowMigration {
        public static void main(String[] arguments) {
            DataSource database = new org.springframework.jdbc.datasource.DriverManagerDataSource(
                    arguments[0], arguments[1], arguments[2]);
            flyway(database)
                    .locations("classpath:db/migration", "classpath:db/slow")
                    .load()
                    .migrate();
        }
    }
}
