package dev.rapport.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.platform.database.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The database of the tests' context can't be reached, until this is closed. */
public final class Outage implements AutoCloseable {
    private final HikariDataSource pool;
    private final String database;

    private Outage(HikariDataSource pool) {
        this.pool = pool;
        database = pool.getJdbcUrl().replaceFirst(".*/([^/?]+).*", "$1");
    }

    public static Outage of(HikariDataSource pool) {
        Outage outage = new Outage(pool);
        outage.admin("ALTER DATABASE " + outage.database + " ALLOW_CONNECTIONS false");
        outage.admin(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + outage.database + "'");
        return outage;
    }

    /** The pool pauses for some seconds between its tries. */
    @Override
    public void close() {
        admin("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            try (Connection connection = pool.getConnection()) {
                return connection.isValid(1);
            }
        });
    }

    private void admin(String sql) {
        try (Connection connection = SharedServer.get().admin();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
