package dev.rapport.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties every table that a test before has touched, and starts its numbers at 1 again. */
public class EmptyTables implements TestExecutionListener, Ordered {
    /** Looking is far cheaper than truncating: most tests touch a few tables of many. */
    private static final String TRUNCATE_TOUCHED = """
            DO $$
            DECLARE
              found record;
              touched boolean;
              names text[] := '{}';
            BEGIN
              FOR found IN
                SELECT c.oid::regclass::text AS name, bool_or(pg_sequence_last_value(s.objid) IS NOT NULL) AS numbered
                FROM pg_class c
                LEFT JOIN pg_depend s ON s.refobjid = c.oid AND s.refclassid = 'pg_class'::regclass
                  AND s.classid = 'pg_class'::regclass AND s.deptype IN ('a', 'i')
                  AND EXISTS (SELECT FROM pg_sequence q WHERE q.seqrelid = s.objid)
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                  AND c.relname <> 'flyway_schema_history'
                GROUP BY c.oid
              LOOP
                EXECUTE 'SELECT EXISTS (SELECT FROM ' || found.name || ')' INTO touched;
                IF touched OR found.numbered THEN
                  names := names || found.name;
                END IF;
              END LOOP;
              IF names <> '{}' THEN
                SET LOCAL lock_timeout = '10s';
                EXECUTE 'TRUNCATE ' || array_to_string(names, ', ') || ' RESTART IDENTITY CASCADE';
              END IF;
            END $$
            """;

    /** Before a test's own transaction begins. */
    @Override
    public int getOrder() {
        return 3900;
    }

    @Override
    public void beforeTestMethod(TestContext test) throws Exception {
        empty(test.getApplicationContext().getBean(DataSource.class));
    }

    /** For a test that begins again with nothing. */
    public static void empty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TRUNCATE_TOUCHED);
        }
    }
}
