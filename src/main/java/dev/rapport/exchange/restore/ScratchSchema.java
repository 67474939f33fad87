package dev.rapport.exchange.restore;

import dev.rapport.exchange.restore.CannotRestore.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A schema beside the live one, built by the same migrations, for as long as it is open; one of its name at a time on a
 * database. Its connections see it first and the live one behind it, for that is where the extensions are.
 */
final class ScratchSchema implements AutoCloseable {
    static final String LIVE = "public";

    private final String name;
    private final Flyway live;
    private final DataSource connections;
    private final Connection holder;

    private ScratchSchema(String name, Flyway live, DataSource connections, Connection holder) {
        this.name = name;
        this.live = live;
        this.connections = connections;
        this.holder = holder;
    }

    /** Whatever a kill left under that name goes first. */
    static ScratchSchema open(String name, JdbcConnectionDetails server, Flyway live) throws SQLException {
        DataSource connections = seeing(name, server);
        Connection holder = connections.getConnection();
        try {
            if (!locked(holder, name)) {
                throw new CannotRestore(Reason.BUSY, "");
            }
            execute(holder, "DROP SCHEMA IF EXISTS " + name + " CASCADE");
            execute(holder, "CREATE SCHEMA " + name);
            return new ScratchSchema(name, live, connections, holder);
        } catch (SQLException | RuntimeException failed) {
            holder.close();
            throw failed;
        }
    }

    /** Drops what a killed process left, unless another one is at work in it. */
    static void sweep(String name, JdbcConnectionDetails server) throws SQLException {
        try (Connection connection = seeing(name, server).getConnection()) {
            if (exists(connection, name) && locked(connection, name)) {
                execute(connection, "DROP SCHEMA IF EXISTS " + name + " CASCADE");
            }
        }
    }

    String name() {
        return name;
    }

    /** Connections of their own, not the pool's: they look for tables here first. */
    DataSource connections() {
        return connections;
    }

    /** The one that keeps others out; statements of the restore itself go through it. */
    Connection holder() {
        return holder;
    }

    void migrateTo(String version) {
        flyway(MigrationVersion.fromVersion(version)).migrate();
    }

    void migrateToLatest() {
        flyway(MigrationVersion.LATEST).migrate();
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure(live.getConfiguration().getClassLoader())
                .configuration(live.getConfiguration())
                .dataSource(connections)
                .schemas(name)
                .defaultSchema(name)
                .createSchemas(false)
                .target(target)
                .load();
    }

    @Override
    public void close() throws SQLException {
        try (holder) {
            if (!holder.getAutoCommit()) {
                holder.rollback();
                holder.setAutoCommit(true);
            }
            execute(holder, "DROP SCHEMA IF EXISTS " + name + " CASCADE");
        }
    }

    private static DataSource seeing(String name, JdbcConnectionDetails server) {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", name + "," + LIVE);
        // else each extension that is there already is told as a warning
        properties.setProperty("options", "-c client_min_messages=warning");
        properties.setProperty("ApplicationName", "Rapport restore");
        DriverManagerDataSource connections = new DriverManagerDataSource(server.getJdbcUrl(), properties);
        connections.setUsername(server.getUsername());
        connections.setPassword(server.getPassword());
        return connections;
    }

    private static boolean locked(Connection connection, String name) throws SQLException {
        return answers(connection, "SELECT pg_try_advisory_lock(hashtext('rapport'), hashtext(?))", name);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        return answers(connection, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)", name);
    }

    private static boolean answers(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
