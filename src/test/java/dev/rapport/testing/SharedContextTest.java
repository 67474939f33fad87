package dev.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every other test relies on. */
class SharedContextTest {
    private static final Set<ApplicationContext> CONTEXTS = new HashSet<>();

    private static long insert(JdbcClient database) {
        return database.sql(
                        "INSERT INTO change_log (happened_at, via, entity, entity_id, action) VALUES (now(), 'JOB', 'x', 1, 'CREATED') RETURNING id")
                .query(Long.class)
                .single();
    }

    private static long accounts(JdbcClient database) {
        return database.sql("SELECT count(*) FROM account").query(Long.class).single();
    }

    @Nested
    @DatabaseTest
    class OnTheDatabase {
        @Autowired
        private JdbcClient database;

        @Autowired
        private ApplicationContext context;

        @RepeatedTest(2)
        void findsTheTablesEmptyAndTheNumbersAtOne() {
            assertThat(insert(database)).isEqualTo(1);
            assertThat(database.sql("SELECT count(*) FROM change_log")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        @RepeatedTest(2)
        void findsTheCast() {
            assertThat(accounts(database)).isEqualTo(2);
        }

        @Test
        void isNoSuperuser() {
            assertThat(database.sql("SHOW is_superuser").query(String.class).single())
                    .isEqualTo("off");
        }

        @Test
        void sharesItsContextWithWebTests() {
            CONTEXTS.add(context);
            assertThat(CONTEXTS).hasSize(1);
        }
    }

    @Nested
    @DatabaseTest
    @BeforeSetUp
    class AsFirstStarted {
        @Autowired
        private JdbcClient database;

        @Autowired
        private ApplicationContext context;

        @Test
        void findsNobody() {
            CONTEXTS.add(context);
            assertThat(accounts(database)).isZero();
            assertThat(CONTEXTS).hasSize(1);
        }
    }

    @Nested
    @WebTest
    class OverHttp {
        @Autowired
        private MockMvcTester http;

        @Autowired
        private ApplicationContext context;

        @Test
        void answers() {
            assertThat(http.get().uri("/actuator/health/liveness")).hasStatusOk();
        }

        @Test
        void sharesItsContextWithDatabaseTests() {
            CONTEXTS.add(context);
            assertThat(CONTEXTS).hasSize(1);
        }
    }
}
